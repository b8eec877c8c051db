package dev.vernier.cli.output;

import dev.vernier.scan.IoReason;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A folder of result files that is written whole or not at all. The files are staged in a hidden folder on the same file system: beside
 * the folder while there is none, so that one rename makes all of them appear; inside it once it exists, since it may be a mount of
 * its own. Then each file replaces its predecessor, and other files stay. Thread-safe: {@link #close()} may come from a shutdown hook at
 * any time.
 */
public final class ResultFolder implements AutoCloseable {

    private final Path folder;
    private final String advice;
    private final Deque<Path> createdParents = new ArrayDeque<>();
    private final List<String> names = new ArrayList<>();
    private Path staging;
    private boolean closed;

    /** Writes the content of one file of text. */
    @FunctionalInterface
    interface Content {
        void writeTo(Writer writer) throws IOException;
    }

    /** Writes the content of one file of bytes. */
    @FunctionalInterface
    interface Bytes {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Touches nothing yet. */
    public ResultFolder(Path folder) {
        this(folder, "another --out DIR");
    }

    private ResultFolder(Path folder, String advice) {
        this.folder = folder;
        this.advice = advice;
    }

    /**
     * The folder of a single file.
     *
     * @param advice what to choose if it cannot be written there
     */
    public static ResultFolder of(Path file, String advice) {
        return new ResultFolder(file.toAbsolutePath().getParent(), advice);
    }

    /**
     * Claims the place, so that what stands in the way shows before any work is done.
     *
     * @throws IOException naming the folder if nothing can be written there; then all is as it was
     */
    public synchronized void claim() throws IOException {
        requireOpen();
        try {
            if (!Files.isDirectory(folder) && Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileSystemException(folder.toString(), null, folder + " is not a folder");
            }
            Path place = stagingOf(folder);
            createParents(place.getParent());
            staging = Files.createDirectory(place);
        } catch (IOException e) {
            throw new IOException(
                    "cannot write results to " + folder + " (" + IoReason.of(e) + "): choose " + advice, e);
        }
    }

    private static Path stagingOf(Path folder) {
        String suffix = Integer.toHexString(ThreadLocalRandom.current().nextInt()) + ".tmp";
        Path absolute = folder.toAbsolutePath();
        return Files.isDirectory(folder)
                ? absolute.resolve(".vernier-" + suffix)
                : absolute.resolveSibling("." + absolute.getFileName() + "-" + suffix);
    }

    private void createParents(Path parent) throws IOException {
        Deque<Path> missing = new ArrayDeque<>();
        for (Path each = parent; each != null && !Files.isDirectory(each); each = each.getParent()) {
            if (Files.exists(each, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileSystemException(each.toString(), null, each + " is not a folder");
            }
            missing.push(each);
        }
        for (Path each : missing) {
            createdParents.push(Files.createDirectory(each));
        }
    }

    /** Where the files will be. */
    public Path folder() {
        return folder;
    }

    /** Stages one file of text, UTF-8. */
    void write(String name, Content content) throws IOException {
        writeBytes(name, out -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            content.writeTo(writer);
            writer.flush();
        });
    }

    /** Stages one file of bytes. */
    void writeBytes(String name, Bytes content) throws IOException {
        Path target = folder.resolve(name);
        try (NamedOutput file = new NamedOutput(open(name), e -> failed(target, e))) {
            OutputStream out = new BufferedOutputStream(file);
            content.writeTo(out);
            out.flush();
            file.force();
        }
    }

    /** Where a file is until it is published; what else is put there must be gone by then. */
    synchronized Path staged(String name) {
        return staging.resolve(name);
    }

    private synchronized FileChannel open(String name) throws IOException {
        requireOpen();
        Path target = folder.resolve(name);
        if (Files.isDirectory(target)) {
            throw new IOException("cannot write " + target + ": a folder is in its place");
        }
        names.add(name);
        try {
            return FileChannel.open(staged(name), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw failed(target, e);
        }
    }

    /** Makes all staged files appear, in the order they were written. */
    public synchronized void publish() throws IOException {
        requireOpen();
        try {
            moveStaged();
        } catch (IOException e) {
            throw failed(folder, e);
        }
        closed = true;
    }

    private void moveStaged() throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.move(staging, folder, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        for (String name : names) {
            Files.move(
                    staging.resolve(name),
                    folder.resolve(name),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        }
        Files.delete(staging);
    }

    private IOException failed(Path what, IOException e) {
        String reason = IoReason.of(e);
        return new IOException("cannot write " + what + " (" + reason + "): make room there, or choose " + advice, e);
    }

    private void requireOpen() throws IOException {
        if (closed) {
            throw new IOException("writing to " + folder + " was given up");
        }
    }

    /** Leaves no trace of what has not been published. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        List<Path> traces = new ArrayList<>();
        if (staging != null) {
            names.forEach(name -> traces.add(staging.resolve(name)));
            traces.add(staging);
        }
        traces.addAll(createdParents);
        removeAll(traces);
    }

    private static void removeAll(Iterable<Path> paths) {
        for (Path path : paths) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                return; // in use by someone else, and so are its parents
            }
        }
    }
}
