package dev.vernier.io;

import java.nio.file.Path;

/**
 * Where a folder is, before it is opened: small and immutable, since many of them wait in queues. Opened by a {@link
 * FolderLister}.
 */
public abstract class Folder {

    Folder() {}

    /** Its path, or that of whatever has taken its place. */
    public abstract Path toPath();
}
