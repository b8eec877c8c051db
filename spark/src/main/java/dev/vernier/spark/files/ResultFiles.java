package dev.vernier.spark.files;

import java.io.BufferedWriter;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.ParentNotDirectoryException;
import org.apache.hadoop.fs.Path;

/**
 * A folder of result files, on any of Hadoop's file systems. They are written into a folder of their own inside it, and moved to their
 * places when all are whole. Other files stay. One thread.
 */
public final class ResultFiles implements AutoCloseable {

    private final HadoopAccess access;
    private final Path folder;
    private final Path existing;
    private final Path staging;
    private final FileSystem system;
    private final List<String> staged = new ArrayList<>();

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
     * @param names of the files that will be written
     * @throws IOException naming the folder if nothing can be written there; then all is as it was
     */
    public ResultFiles(String folder, List<String> names, HadoopAccess access) throws IOException {
        try {
            this.access = access;
            this.folder = new Path(folder);
            this.system = access.of(this.folder);
            this.existing = existing();
            this.staging = new Path(this.folder, ".vernier-" + UUID.randomUUID() + ".tmp");
            for (String name : names) {
                if (isFolder(new Path(this.folder, name)).orElse(false)) {
                    throw new IOException("a folder is in the place of " + name);
                }
            }
            if (!system.mkdirs(staging)) {
                throw new IOException("nothing can be made there");
            }
        } catch (IOException | IllegalArgumentException e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new IOException(
                    "cannot write results to " + folder + " (" + reason + "): choose another --out DIR", e);
        }
    }

    /** The folder, or the next one above that exists. */
    private Path existing() throws IOException {
        for (Path each = folder; each != null; each = each.getParent()) {
            Optional<Boolean> isFolder = isFolder(each);
            if (isFolder.isPresent() && !isFolder.get()) {
                throw new IOException(each + " is not a folder");
            }
            if (isFolder.isPresent()) {
                return each;
            }
        }
        return folder;
    }

    /** Nothing if there is nothing of this name. */
    private Optional<Boolean> isFolder(Path path) throws IOException {
        try {
            return Optional.of(system.getFileStatus(path).isDirectory());
        } catch (FileNotFoundException | ParentNotDirectoryException e) {
            return Optional.empty();
        }
    }

    /** Stages one file, UTF-8. */
    public void write(String name, Content content) throws IOException {
        try (Writer writer = new BufferedWriter(
                new OutputStreamWriter(system.create(new Path(staging, name), false), StandardCharsets.UTF_8))) {
            content.writeTo(writer);
        }
        staged.add(name);
    }

    /**
     * Moves the files to their places.
     *
     * @throws IOException naming the one that could not be moved
     */
    public void publish() throws IOException {
        for (String name : staged) {
            Path place = new Path(folder, name);
            system.delete(place, false); // not every file system renames onto a file
            if (!system.rename(new Path(staging, name), place)) {
                throw new IOException("cannot write " + place + ": something is in its place");
            }
        }
    }

    /** Removes what was not published, and the folders that were made for it. */
    @Override
    public void close() throws IOException {
        system.delete(staging, true);
        for (Path each = folder; !each.equals(existing) && isEmpty(each); each = each.getParent()) {
            system.delete(each, false);
        }
        Reference.reachabilityFence(access);
    }

    private boolean isEmpty(Path made) throws IOException {
        try {
            return !system.listStatusIterator(made).hasNext();
        } catch (FileNotFoundException e) {
            return true; // object stores have no empty folders
        }
    }
}
