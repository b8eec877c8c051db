package dev.vernier.cli;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** Writes a path so that it can be pasted into a shell. Stateless. */
final class ShellWord {

    private static final Pattern PLAIN = Pattern.compile("[\\w./:@%+=,-]+");

    private ShellWord() {}

    static String of(Path path) {
        String text = path.toString();
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
