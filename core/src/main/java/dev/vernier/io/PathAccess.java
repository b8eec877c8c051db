package dev.vernier.io;

import java.nio.file.Path;

/** The portable way: paths, directory streams and channels of the JDK. */
final class PathAccess extends FileAccess {

    @Override
    public Folder folder(Path path) {
        return new PathFolder(path);
    }

    @Override
    public Entries file(Path path, String name) {
        PathEntries one = new PathEntries(null, patience, name);
        one.add(path);
        return one;
    }

    @Override
    public FolderLister newLister() {
        return new PathLister(patience);
    }

    @Override
    public FileStamps newStamps() {
        return new PathStamps();
    }

    @Override
    FileHandle newHandle() {
        return new ChannelHandle();
    }

    @Override
    public boolean isNative() {
        return false;
    }
}
