package dev.vernier.scan;

import dev.vernier.geometry.RecordFields;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Comparator;

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
    /** A symbolic link that was not followed. */
    public static final String LINK_NOT_FOLLOWED = "LINK_NOT_FOLLOWED";
    /** A folder that symbolic links lead to again. */
    public static final String LINK_LOOP = "LINK_LOOP";

    private static final Comparator<Problem> ORDER =
            Comparator.comparing(Problem::path).thenComparing(Problem::code).thenComparing(Problem::detail);

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
