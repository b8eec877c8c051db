package dev.vernier.scan;

import dev.vernier.io.FileAccess;
import java.io.IOException;
import java.io.Serial;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The scan as a whole: a task for each root. */
final class RootsTask extends ScanTask {

    @Serial
    private static final long serialVersionUID = 1;

    RootsTask(ArchiveScan scan) {
        super(null, scan);
    }

    @Override
    void work(Worker worker) {
        List<Path> roots = scan.options().roots();
        FileAccess access = scan.access();
        for (Path root : roots) {
            if (Files.isDirectory(root)) {
                String name = roots.size() == 1 ? FolderNames.ROOT : root.toString();
                scan.crawl().addFolders(1);
                start(FolderTask.root(this, scan, access.folder(root), name));
            } else if (scan.archiveKind(root) != null) {
                String prefix = roots.size() == 1 ? FolderNames.ROOT : root + ScanOptions.ARCHIVE_MARK;
                scan.crawl().addFolders(1);
                start(new ArchiveTask(this, scan, target(root), scan.archiveKind(root), prefix));
            } else {
                String name = roots.size() == 1 ? FolderNames.ROOT : FolderNames.parent(root);
                scan.crawl().addFiles(1);
                start(new FilesTask(this, scan, name, access.file(target(root)), null));
            }
        }
    }

    /** A root is what the user named: a link is followed there even where links below are not. */
    static Path target(Path root) {
        try {
            return root.toRealPath();
        } catch (IOException e) {
            return root; // reading it will say what is wrong
        }
    }
}
