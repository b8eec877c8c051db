package dev.vernier.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/** A file that names series: one UID a line, UTF-8; blank lines and those that begin with {@code #} do not count. Stateless. */
final class SeriesList {

    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final String COMMENT = "#";

    private SeriesList() {}

    /**
     * Reads the file.
     *
     * @throws IOException if it cannot be read, or names no series: that would mean all of them
     */
    static Set<String> read(Path file) throws IOException {
        String text = Files.readString(file);
        if (text.startsWith(BYTE_ORDER_MARK)) {
            text = text.substring(BYTE_ORDER_MARK.length());
        }
        Set<String> uids = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith(COMMENT))
                .collect(Collectors.toSet());
        if (uids.isEmpty()) {
            throw new IOException(file + " names no series: put one SeriesInstanceUID on each line");
        }
        return uids;
    }
}
