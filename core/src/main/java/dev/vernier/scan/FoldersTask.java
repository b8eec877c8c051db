package dev.vernier.scan;

import dev.vernier.io.Entries;
import java.io.Serial;

/** Lists some folders that lie in one. */
final class FoldersTask extends BatchTask {

    @Serial
    private static final long serialVersionUID = 1;

    private final boolean behindLink;

    FoldersTask(ScanTask parent, ArchiveScan scan, String folder, Entries folders, boolean behindLink) {
        this(parent, scan, folder, folders, 0, folders.size(), behindLink);
    }

    private FoldersTask(
            ScanTask parent, ArchiveScan scan, String folder, Entries folders, int from, int to, boolean behindLink) {
        super(parent, scan, folder, folders, from, to);
        this.behindLink = behindLink;
    }

    @Override
    BatchTask half(int from, int to) {
        return new FoldersTask(this, scan, folder, entries, from, to, behindLink);
    }

    @Override
    void lookAt(int index, Worker worker) {
        String name = FolderNames.child(folder, entries.name(index));
        startHere(new FolderTask(this, scan, entries.folder(index), name, false, behindLink));
    }
}
