package dev.vernier.scan;

import java.nio.file.Path;

/**
 * A file that a symbolic link leads to.
 *
 * @param link where the link is
 * @param folder the folder of the link, by its name below the root
 * @param name of the link below the root
 * @param real the file that it leads to in the end, or the link where that cannot be told
 * @param realFolder identity of the folder of that file, null where it cannot be told
 */
record LinkedFile(Path link, String folder, String name, Path real, Object realFolder)
        implements Comparable<LinkedFile> {

    @Override
    public int compareTo(LinkedFile other) {
        return name.compareTo(other.name);
    }
}
