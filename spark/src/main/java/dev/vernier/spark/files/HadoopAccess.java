package dev.vernier.spark.files;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serial;
import java.io.Serializable;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Hadoop's file systems, set up for reading small ranges of many files. One for each process that it is sent to; thread-safe. The file
 * systems are its own, since those that Hadoop shares keep the settings of whoever asked for them first.
 */
public final class HadoopAccess implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private static final String S3_STREAM = "fs.s3a.input.stream.type";

    private transient Configuration configuration;
    private transient Map<String, FileSystem> open = new HashMap<>();
    private transient MedianNeed need = new MedianNeed();

    /** An access by these settings, of which it keeps a copy. */
    public HadoopAccess(Configuration settings) {
        configuration = new Configuration(settings);
        // Hadoop's default for S3 fetches ahead what Parquet readers ask for next: more requests and bytes than a
        // header needs.
        if (configuration.get(S3_STREAM) == null) {
            configuration.set(S3_STREAM, "classic");
        }
    }

    /**
     * The file system that a path is on. Stays open as long as this process runs.
     *
     * @throws IOException if there is no such file system, or it cannot be reached
     */
    public synchronized FileSystem of(Path path) throws IOException {
        URI uri = path.toUri().getScheme() == null ? FileSystem.getDefaultUri(configuration) : path.toUri();
        String key = uri.getScheme() + "://" + uri.getAuthority();
        FileSystem known = open.get(key);
        if (known == null) {
            FileSystem created = FileSystem.newInstance(uri, configuration);
            // The one around it hides checksum files, and looks for one beside every file that it opens.
            known = created instanceof LocalFileSystem local ? local.getRaw() : created;
            open.put(key, known);
        }
        return known;
    }

    /** What all readers of this process learn together. */
    MedianNeed need() {
        return need;
    }

    /** Whether this is a file of the machine itself, or of one that it has mounted. */
    static boolean isLocal(Path path) {
        return "file".equals(path.toUri().getScheme());
    }

    @Serial
    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        configuration.write(out);
    }

    @Serial
    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        configuration = new Configuration(false);
        configuration.readFields(in);
        open = new HashMap<>();
        need = new MedianNeed();
    }
}
