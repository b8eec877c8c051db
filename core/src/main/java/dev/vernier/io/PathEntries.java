package dev.vernier.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/** Entries by their paths. */
final class PathEntries extends Entries {

    private final Path[] paths = new Path[CAPACITY];
    /** Null where nothing is held open. */
    private final OpenPathFolder folder;

    private final Patience patience;
    /** What the only entry is shown as, null for its own name. */
    private final String otherName;

    PathEntries(OpenPathFolder folder, Patience patience) {
        this(folder, patience, null);
    }

    PathEntries(OpenPathFolder folder, Patience patience, String otherName) {
        super(folder);
        this.otherName = otherName;
        this.folder = folder;
        this.patience = patience;
    }

    void add(Path path) {
        paths[grow()] = path;
    }

    FileChannel open(int index, Set<OpenOption> options) throws IOException {
        for (int tries = 0; ; tries++) {
            try {
                return folder == null ? FileChannel.open(paths[index], options) : folder.channel(paths[index], options);
            } catch (IOException e) {
                patience.awaitDescriptor(e, tries);
            }
        }
    }

    BasicFileAttributes attributes(int index, boolean followLink) throws IOException {
        return folder == null
                ? OpenPathFolder.attributesOf(paths[index], followLink)
                : folder.attributes(paths[index], followLink);
    }

    @Override
    public String name(int index) {
        return otherName == null ? FileNames.text(paths[index]) : otherName;
    }

    @Override
    public Folder folder(int index) {
        return new PathFolder(paths[index]);
    }
}
