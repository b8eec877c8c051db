package dev.vernier.scan;

import java.nio.file.Path;
import java.util.Comparator;

/**
 * A folder that a symbolic link leads to.
 *
 * @param link the link
 * @param name of the link below the root
 */
record LinkedFolder(Path link, String name) implements Comparable<LinkedFolder> {

    /** By name; paths differ where names could not be decoded. */
    private static final Comparator<LinkedFolder> ORDER =
            Comparator.comparing(LinkedFolder::name).thenComparing(LinkedFolder::link);

    @Override
    public int compareTo(LinkedFolder other) {
        return ORDER.compare(this, other);
    }
}
