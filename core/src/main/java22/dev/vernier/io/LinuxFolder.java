package dev.vernier.io;

import java.nio.file.Path;

/** A folder by the bytes of its path. */
final class LinuxFolder extends Folder {

    private final byte[] path;

    LinuxFolder(byte[] path) {
        this.path = path;
    }

    /** Its path; not to be changed. */
    byte[] path() {
        return path;
    }

    @Override
    public Path toPath() {
        return FileNames.path(path);
    }

    /** A folder in this one, by the bytes of its name. */
    LinuxFolder child(byte[] names, int from, int length) {
        byte[] below = new byte[path.length + 1 + length];
        System.arraycopy(path, 0, below, 0, path.length);
        below[path.length] = '/';
        System.arraycopy(names, from, below, path.length + 1, length);
        return new LinuxFolder(below);
    }
}
