package dev.vernier.scan;

import dev.vernier.archive.ContainerFormat;
import dev.vernier.dicom.Outcome;
import dev.vernier.geometry.RecordFields;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * A file or folder that could not be used, or a name that was not followed.
 *
 * @param code what happened
 * @param path below the root
 * @param detail where or why
 */
public record Problem(String code, String path, String detail) implements Comparable<Problem> {

    /** A folder that the file system refused to list. */
    public static final String UNREADABLE_FOLDER = "UNREADABLE_FOLDER";
    /** An archive that cannot be listed, or not to its end. */
    public static final String UNREADABLE_ARCHIVE = "UNREADABLE_ARCHIVE";
    /** A file that may hold images, such as an archive below a root, and is not opened. It counts as NOT_DICOM. */
    public static final String NOT_OPENED = "NOT_OPENED";
    /** A symbolic link that was not followed. */
    public static final String LINK_NOT_FOLLOWED = "LINK_NOT_FOLLOWED";
    /** A link to a file or folder that is scanned under another name. */
    public static final String LINK_LOOP = "LINK_LOOP";

    private static final Set<Outcome> BROKEN = EnumSet.of(Outcome.UNREADABLE, Outcome.TRUNCATED, Outcome.MALFORMED);
    private static final Set<String> UNLISTED = Set.of(UNREADABLE_FOLDER, UNREADABLE_ARCHIVE);

    private static final Comparator<Problem> ORDER =
            Comparator.comparing(Problem::path).thenComparing(Problem::code).thenComparing(Problem::detail);

    /**
     * What makes a scan incomplete: a file that is unreadable, truncated or malformed, or a folder or archive that
     * could not be listed.
     *
     * @param files how many have an outcome
     * @param counts how many problems there are of a code
     */
    public static boolean isAnyUnreadable(ToLongFunction<Outcome> files, Map<String, Long> counts) {
        return BROKEN.stream().anyMatch(outcome -> files.applyAsLong(outcome) > 0)
                || UNLISTED.stream().anyMatch(counts::containsKey);
    }

    /** What is to be told of a file: mostly its outcome. */
    static Problem ofFile(Outcome outcome, String path, String detail) {
        boolean notOpened = outcome == Outcome.NOT_DICOM && ContainerFormat.isNotOpened(detail);
        return new Problem(notOpened ? NOT_OPENED : outcome.name(), path, detail);
    }

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }

    void writeTo(DataOutput out) throws IOException {
        RecordFields.writeText(out, code);
        RecordFields.writeText(out, path);
        RecordFields.writeText(out, detail);
    }

    static Problem readFrom(ByteBuffer in) {
        return new Problem(RecordFields.readText(in), RecordFields.readText(in), RecordFields.readText(in));
    }
}
