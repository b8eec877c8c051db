package dev.vernier.io;

/** Where a folder is, before it is opened: small and immutable, since many of them wait in queues. Opened by a {@link FolderLister}. */
public abstract class Folder {

    Folder() {}
}
