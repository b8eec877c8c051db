package dev.vernier.scan;

import dev.vernier.io.Folder;

/**
 * A folder that a symbolic link leads to.
 *
 * @param link where the link is
 * @param name of the link below the root
 */
record LinkedFolder(Folder link, String name) implements Comparable<LinkedFolder> {

    @Override
    public int compareTo(LinkedFolder other) {
        return name.compareTo(other.name);
    }
}
