package dev.vernier.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Files that an index makes, which it would find where they lie below its roots. Thread-safe. */
final class OwnFiles {

    private final List<Path> roots;
    private final Set<Path> files = new HashSet<>();
    private final Set<String> names = new HashSet<>();

    OwnFiles(List<Path> roots, Collection<Path> files) {
        this.roots = roots;
        for (Path file : files) {
            this.files.add(file.toAbsolutePath());
            names.add(file.getFileName().toString());
        }
    }

    /**
     * Whether a file is one of them. Few have such a name; of those the folder decides, by whatever links it was reached, since the
     * file itself may be gone again.
     *
     * @param path of its row
     */
    boolean contains(String name, String path) {
        if (!names.contains(name)) {
            return false;
        }
        try {
            Path folder = (roots.size() == 1 ? roots.get(0).resolve(path) : Path.of(path))
                    .toAbsolutePath()
                    .getParent();
            for (Path file : files) {
                if (file.getFileName().toString().equals(name) && isSame(folder, file.getParent())) {
                    return true;
                }
            }
            return false;
        } catch (InvalidPathException e) {
            return false; // nothing of ours has such a path
        }
    }

    private static boolean isSame(Path folder, Path other) {
        try {
            return Files.isSameFile(folder, other);
        } catch (IOException e) {
            return false; // one of them is not there, or not any more
        }
    }
}
