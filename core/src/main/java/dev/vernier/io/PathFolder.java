package dev.vernier.io;

import java.nio.file.Path;

/** A folder by its path. */
final class PathFolder extends Folder {

    private final Path path;

    PathFolder(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    @Override
    public Path toPath() {
        return path;
    }
}
