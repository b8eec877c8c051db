package dev.vernier.spark.files;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A folder of result files, on any of Hadoop's file systems. They are written into a folder of their own inside it, and moved to their
 * places when all are whole. Other files stay. One thread.
 */
public final class ResultFiles implements AutoCloseable {

    private final Path folder;
    private final Path staging;
    private final FileSystem system;
    private final List<String> names = new ArrayList<>();

    /** Writes the content of one file. */
    @FunctionalInterface
    public interface Content {

        /**
         * Writes all of it.
         *
         * @throws IOException if that fails
         */
        void writeTo(Writer writer) throws IOException;
    }

    /**
     * Claims the folder, so that what stands in the way shows before any work is done.
     *
     * @throws IOException naming the folder if nothing can be written there
     */
    public ResultFiles(String folder, HadoopAccess access) throws IOException {
        try {
            this.folder = new Path(folder);
            this.system = access.of(this.folder);
            this.staging = new Path(this.folder, ".vernier-" + UUID.randomUUID() + ".tmp");
            if (!system.mkdirs(staging)) {
                throw new IOException("it cannot be made");
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new IOException(
                    "cannot write results to " + folder + " (" + e.getMessage() + "): choose another --out DIR", e);
        }
    }

    /** Stages one file, UTF-8. */
    public void write(String name, Content content) throws IOException {
        try (Writer writer = new BufferedWriter(
                new OutputStreamWriter(system.create(new Path(staging, name), false), StandardCharsets.UTF_8))) {
            content.writeTo(writer);
        }
        names.add(name);
    }

    /**
     * Moves the files to their places.
     *
     * @throws IOException naming the one that could not be moved
     */
    public void publish() throws IOException {
        for (String name : names) {
            Path place = new Path(folder, name);
            system.delete(place, false); // not every file system renames onto a file
            if (!system.rename(new Path(staging, name), place)) {
                throw new IOException("cannot write " + place + ": something is in its place");
            }
        }
    }

    /** Removes what was not published. */
    @Override
    public void close() throws IOException {
        system.delete(staging, true);
    }
}
