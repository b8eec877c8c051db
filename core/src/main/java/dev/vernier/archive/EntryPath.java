package dev.vernier.archive;

/**
 * Where a file lies in an archive. Names in archives are anything: they are only shown, and never opened or made.
 *
 * @param folder the folders, joined by slashes; empty for the top
 * @param name the last name
 */
public record EntryPath(String folder, String name) {

    /** No system unpacks a longer one. */
    static final int MAX_CHARACTERS = 4_096;

    private static final String NO_NAME = "(no name)";

    /** Takes a path apart, without empty names and those of one dot; {@code ..} stays what it is, a name. */
    static EntryPath of(String path) {
        StringBuilder folder = new StringBuilder();
        String name = "";
        for (String part : path.split("/")) {
            if (part.isEmpty() || part.equals(".")) {
                continue;
            }
            if (!name.isEmpty()) {
                folder.append(folder.isEmpty() ? "" : "/").append(name);
            }
            name = part;
        }
        return new EntryPath(folder.toString(), name.isEmpty() ? NO_NAME : name);
    }

    /** Of a path that is too long to be believed: enough of it to know it by. */
    static EntryPath shortened(String path) {
        return new EntryPath("", path.substring(0, MAX_CHARACTERS / 16) + "\u2026");
    }
}
