package dev.vernier.scan;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountedCompleter;

/** The scan as a whole: a task for each root. */
final class RootsTask extends CountedCompleter<Void> {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient ArchiveScan scan;

    RootsTask(ArchiveScan scan) {
        this.scan = scan;
    }

    @Override
    public void compute() {
        List<Path> roots = scan.options().roots();
        for (Path root : roots) {
            addToPendingCount(1);
            if (Files.isDirectory(root)) {
                String name = roots.size() == 1 ? FolderNames.ROOT : root.toString();
                new FolderTask(this, scan, root, name).fork();
            } else {
                String name = roots.size() == 1 ? FolderNames.ROOT : FolderNames.parent(root);
                new FilesTask(this, scan, name, new Path[] {target(root)}, 1).fork();
            }
        }
        tryComplete();
    }

    /** A root is what the user named: a link is followed there even where links below are not. */
    private static Path target(Path root) {
        try {
            return root.toRealPath();
        } catch (IOException e) {
            return root; // reading it will say what is wrong
        }
    }
}
