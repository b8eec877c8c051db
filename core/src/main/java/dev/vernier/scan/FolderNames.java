package dev.vernier.scan;

import java.nio.file.Path;

/** Names of folders and files as users see them: below the root, with slashes. Stateless. */
final class FolderNames {

    /** The root itself. */
    static final String ROOT = "";

    private FolderNames() {}

    static String child(String folder, Path name) {
        Path last = name.getFileName();
        String text = (last == null ? name : last).toString();
        return folder.isEmpty() ? text : folder + "/" + text;
    }

    static String parent(Path file) {
        Path parent = file.getParent();
        return parent == null ? ROOT : parent.toString();
    }
}
