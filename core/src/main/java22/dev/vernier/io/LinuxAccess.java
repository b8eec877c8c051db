package dev.vernier.io;

import java.nio.file.Path;

/** Linux, called directly. */
final class LinuxAccess extends FileAccess {

    @Override
    public Folder folder(Path path) {
        return new LinuxFolder(FileNames.bytes(path));
    }

    @Override
    public Entries file(Path path, String name) {
        LinuxEntries one = new LinuxEntries(null, null, name);
        byte[] bytes = FileNames.bytes(path);
        one.add(bytes, 0, bytes.length);
        return one;
    }

    @Override
    public FolderLister newLister() {
        return new LinuxLister(patience);
    }

    @Override
    public FileStamps newStamps() {
        return new LinuxStamps(patience);
    }

    @Override
    FileHandle newHandle() {
        return new LinuxFile(patience);
    }

    @Override
    public boolean isNative() {
        return true;
    }
}
