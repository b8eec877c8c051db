package dev.vernier.io;

import java.io.IOException;
import java.nio.file.Path;

/**
 * How folders are listed and files opened: by the JDK's own classes anywhere, or by calls of the C library where the
 * JVM can make them. One for a scan; thread-safe.
 */
public abstract class FileAccess {

    final Patience patience = new Patience();

    FileAccess() {}

    /** Where a folder is. */
    public abstract Folder folder(Path path);

    /** A batch of one file, wherever it is. */
    public final Entries file(Path path) {
        return file(path, null);
    }

    /** A batch of one file that is shown by another name, such as that of a link to it; by its own if that is null. */
    public abstract Entries file(Path path, String name);

    /**
     * Opens an archive, by the JDK's channels in any case.
     *
     * @throws IOException if the file system refuses
     */
    public final OpenArchive openArchive(Path file) throws IOException {
        return OpenArchive.open(file, patience);
    }

    /** For one thread. */
    public abstract FolderLister newLister();

    /** For one thread. */
    public abstract FileStamps newStamps();

    /** For one thread. */
    abstract FileHandle newHandle();

    /** Whether the C library is called. */
    public abstract boolean isNative();

    /** By the C library where that is possible: from Java 22 on, on Linux, if native access is not denied. */
    static FileAccess best() {
        return NativeAccess.isAvailable() ? NativeAccess.create() : new PathAccess();
    }

    /** By the JDK's own classes. */
    static FileAccess portable() {
        return new PathAccess();
    }
}
