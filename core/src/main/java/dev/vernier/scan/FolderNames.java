package dev.vernier.scan;

import java.nio.file.Path;

/** Names of folders and files as users see them: below the root, with slashes. Stateless. */
public final class FolderNames {

    /** The root itself. */
    static final String ROOT = "";

    private FolderNames() {}

    /** The name of what lies in a folder. */
    public static String child(String folder, String name) {
        return folder.isEmpty() ? name : folder + "/" + name;
    }

    static String parent(Path file) {
        Path parent = file.getParent();
        return parent == null ? ROOT : parent.toString();
    }
}
