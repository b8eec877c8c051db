package dev.vernier.scan;

import java.nio.file.Path;

/**
 * A file that a symbolic link leads to.
 *
 * @param real the file that it leads to in the end
 * @param realFolder identity of the folder of that file
 * @param folder the folder of the link, by its name below the root
 * @param name the last name of the link
 */
record LinkedFile(Path real, Object realFolder, String folder, String name) implements Comparable<LinkedFile> {

    /** The link, by its name below the root. */
    String path() {
        return FolderNames.child(folder, name);
    }

    @Override
    public int compareTo(LinkedFile other) {
        return path().compareTo(other.path());
    }
}
