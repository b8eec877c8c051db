package dev.vernier.scan;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Locale;

/** Says in a word or a clause why the file system refused; the path is told elsewhere. Stateless. */
public final class IoReason {

    private IoReason() {}

    /** Why, in lower case. */
    public static String of(IOException e) {
        if (e instanceof FileSystemException refused && refused.getReason() != null) {
            return refused.getReason();
        }
        String kind = e.getClass().getSimpleName();
        if (kind.equals("IOException") && e.getMessage() != null) {
            return e.getMessage();
        }
        // NoSuchFileException: no such file
        return kind.replace("Exception", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
    }
}
