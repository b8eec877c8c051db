package dev.vernier.scan;

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
            String name = roots.size() == 1 ? FolderNames.ROOT : root.toString();
            addToPendingCount(1);
            if (Files.isDirectory(root)) {
                new FolderTask(this, scan, root, name).fork();
            } else {
                new FilesTask(this, scan, name, new Path[] {root}, 1).fork();
            }
        }
        tryComplete();
    }
}
