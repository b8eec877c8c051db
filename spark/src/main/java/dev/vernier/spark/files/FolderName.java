package dev.vernier.spark.files;

import dev.vernier.geometry.RecordFields;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;
import java.nio.ByteBuffer;
import org.apache.hadoop.fs.Path;

/**
 * A folder.
 *
 * @param uri where it is
 * @param shown its name below the root, as users see it
 */
public record FolderName(String uri, String shown) implements Comparable<FolderName>, Serializable {

    private static final String LOCAL = "file:";

    /** Where an entry of a folder is. A name may hold a colon, which a path made of the name alone would take for a scheme's. */
    static Path child(Path folder, String name) {
        return new Path(folder, new Path(null, null, name));
    }

    Path path() {
        return new Path(uri);
    }

    /** Whether it is on the machine itself, or on what that has mounted. */
    boolean isLocal() {
        return uri.startsWith(LOCAL);
    }

    /** Where it is on the machine. */
    String localPath() {
        return uri.substring(LOCAL.length());
    }

    FolderName folder(String name) {
        return new FolderName(child(path(), name).toString(), shownChild(name));
    }

    String shownChild(String name) {
        return shown.isEmpty() ? name : shown + "/" + name;
    }

    /** The name in messages. */
    String shownOrDot() {
        return shown.isEmpty() ? "." : shown;
    }

    @Override
    public int compareTo(FolderName other) {
        return uri.compareTo(other.uri);
    }

    /** Writes the name for {@link #readFrom}. */
    public void writeTo(DataOutput out) throws IOException {
        RecordFields.writeText(out, uri);
        RecordFields.writeText(out, shown);
    }

    /** Reads what {@link #writeTo} wrote. */
    public static FolderName readFrom(ByteBuffer in) {
        return new FolderName(RecordFields.readText(in), RecordFields.readText(in));
    }
}
