package dev.vernier;

import java.util.Comparator;

/**
 * Something a user should look at.
 *
 * @param seriesUid the series, empty where a file or folder belongs to none
 * @param path a file, or the folder of the series; empty where there is none
 * @param code a status, flag or outcome, by its name
 * @param detail in words
 */
public record Finding(String seriesUid, String path, String code, String detail) implements Comparable<Finding> {

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::seriesUid)
            .thenComparing(Finding::path)
            .thenComparing(Finding::code)
            .thenComparing(Finding::detail);

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }
}
