package dev.vernier.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How many threads can read by the files this process may have open. Each keeps a folder open while it opens a file: too many of them
 * would have all descriptors taken by folders, and wait for each other. Stateless.
 */
public final class Descriptors {

    /** A file, and a folder, of which the JDK opens two; one more while a folder with a long path is opened in steps. */
    private static final int EACH_THREAD = 4;
    /** What the JVM opens for itself meanwhile. */
    private static final int RESERVED = 8;
    /** So few threads can read wherever a JVM can run. */
    private static final int ALWAYS = 2;

    private static final Path LIMITS = Path.of("/proc/self/limits");
    private static final Path OPEN = Path.of("/proc/self/fd");
    private static final Pattern SOFT_LIMIT = Pattern.compile("^Max open files +(\\d+) ", Pattern.MULTILINE);

    private Descriptors() {}

    /** As many threads as are wanted, or as there are descriptors for. Where the system does not tell its limit, there is none. */
    public static int enoughFor(int threads) {
        if (threads <= ALWAYS) {
            return threads;
        }
        try (Stream<Path> open = Files.list(OPEN)) {
            Matcher limit = SOFT_LIMIT.matcher(Files.readString(LIMITS));
            return limit.find() ? enoughFor(threads, Long.parseLong(limit.group(1)), open.count()) : threads;
        } catch (IOException e) {
            return threads;
        }
    }

    static int enoughFor(int threads, long limit, long open) {
        long enough = (limit - open - RESERVED) / EACH_THREAD;
        return Math.toIntExact(Math.min(threads, Math.max(enough, ALWAYS)));
    }
}
