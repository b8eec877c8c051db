package dev.vernier.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder for the files of a benchmark, in {@code $VERNIER_BENCH_DIR} or where temporary files go. Deleted when closed, or else when the
 * JVM ends: JMH tears nothing down where a trial fails.
 */
final class TempFolder implements AutoCloseable {

    private static final String PLACE = "VERNIER_BENCH_DIR";

    private final Path path;
    private final Thread atExit = new Thread(this::deleteAtExit);

    TempFolder() throws IOException {
        String place = System.getenv().getOrDefault(PLACE, System.getProperty("java.io.tmpdir"));
        path = Files.createTempDirectory(Files.createDirectories(Path.of(place)), "vernier-jmh");
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        Runtime.getRuntime().removeShutdownHook(atExit);
        delete();
    }

    private void deleteAtExit() {
        try {
            delete();
        } catch (IOException e) {
            System.err.println("Delete it yourself: " + e);
        }
    }

    private void delete() throws IOException {
        try (Stream<Path> paths = Files.walk(path)) {
            List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.delete(each);
            }
        }
    }
}
