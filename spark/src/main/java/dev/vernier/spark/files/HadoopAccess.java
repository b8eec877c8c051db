package dev.vernier.spark.files;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serial;
import java.io.Serializable;
import java.lang.ref.Cleaner;
import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Hadoop's file systems, set up for reading small ranges of many files. Thread-safe.
 *
 * <p>The file systems are its own: it never takes one that Hadoop shares, which would keep the settings of whoever asked for it first, and
 * never closes one that others use. They are opened when they are first needed, and stay open until {@link #close()}, or until nobody
 * holds the access any more: Spark sends it to executors, and tells nobody when it drops it there. So whoever works with a file system
 * holds the access as long.
 */
public final class HadoopAccess implements Serializable, AutoCloseable {

    @Serial
    private static final long serialVersionUID = 1;

    private static final String S3_STREAM = "fs.s3a.input.stream.type";

    private transient Configuration configuration;
    private static final Cleaner ABANDONED = Cleaner.create();

    private transient OpenSystems systems;
    private transient MedianNeed need;

    /** An access by these settings, of which it keeps a copy. */
    public HadoopAccess(Configuration settings) {
        configuration = new Configuration(settings);
        // Hadoop's default for S3 fetches ahead what Parquet readers ask for next: more requests and bytes than a
        // header needs.
        if (configuration.get(S3_STREAM) == null) {
            configuration.set(S3_STREAM, "classic");
        }
        begin();
    }

    private void begin() {
        systems = new OpenSystems();
        ABANDONED.register(this, systems);
        need = new MedianNeed();
    }

    /**
     * The file system that a path is on; valid as long as this access is held and open.
     *
     * @throws IOException if there is no such file system, or it cannot be reached
     */
    public FileSystem of(Path path) throws IOException {
        URI uri = path.toUri().getScheme() == null ? FileSystem.getDefaultUri(configuration) : path.toUri();
        return systems.of(uri, configuration);
    }

    /** What all readers of this process learn together. */
    MedianNeed need() {
        return need;
    }

    /** Whether this is a file of the machine itself, or of one that it has mounted. */
    static boolean isLocal(Path path) {
        return "file".equals(path.toUri().getScheme());
    }

    /** Closes the file systems; they are opened anew if they are asked for again. */
    @Override
    public void close() {
        systems.run();
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
        begin();
    }
}
