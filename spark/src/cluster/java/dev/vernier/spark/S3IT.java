package dev.vernier.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.VoxelSpacing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A synthetic archive in a server that speaks S3: the same bytes as from local files, for few requests and few bytes. */
class S3IT {

    /** What a first window of this archive is at most: 8 KB, then what nine in ten of the last files needed. */
    private static final long FIRST_WINDOW_BYTES = 12 << 10;

    private static final String BUCKET = "archive";
    private static final String ROOT = "s3a://" + BUCKET + "/series";

    @TempDir
    private static Path work;

    private static Path local;
    private static S3Server server;

    @TempDir
    private Path out;

    @BeforeAll
    static void serve() throws IOException, InterruptedException {
        local = Files.createDirectories(work.resolve("buckets/" + BUCKET));
        SyntheticArchive.write(local);
        server = new S3Server(local.getParent(), work);
        server.settings().forEach(LocalSpark.session().sparkContext().hadoopConfiguration()::set);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void theResultFilesAreThoseOfLocalFilesAndMostObjectsCostOneSmallRequest() throws IOException {
        ResultTables expected = ResultTables.ofOneMachine(
                VoxelSpacing.builder().root(local.resolve("series")).build());

        assertEquals(expected, ResultTables.ofSpark(out, ROOT));

        Map<String, List<S3Log.Request>> objects = S3Log.byObject(server.requests(), "/" + BUCKET + "/series/");
        assertEquals(Set.of(), difference(objectsWithBytes(), objects.keySet()), "not read");
        assertEquals(Set.of(), difference(objects.keySet(), objectsWithBytes()), "not to be read");
        assertEquals(
                List.of(),
                objects.values().stream()
                        .flatMap(List::stream)
                        .filter(request -> !request.method().equals("GET") || request.bytes() < 0)
                        .toList(),
                "every request is for a range: no object is asked for its length, none is read whole");
        // A quarter of the slices have a private value of 10 to 200 KB before their geometry: it is jumped over.
        assertShare(0.65, objects, each -> each.size() == 1 && S3Log.bytes(each) <= FIRST_WINDOW_BYTES);
        assertShare(0.98, objects, each -> each.size() <= 2);
        long bytes = objects.values().stream().mapToLong(S3Log::bytes).sum();
        assertTrue(bytes <= 16_384L * objects.size(), bytes + " bytes of " + objects.size() + " objects");
        long repeated =
                objects.values().stream().mapToLong(S3Log::repeatedBytes).sum();
        assertTrue(repeated <= bytes / 20, repeated + " of " + bytes + " bytes were asked for once more");
    }

    private static Set<String> objectsWithBytes() throws IOException {
        try (Stream<Path> tree = Files.walk(local.resolve("series"))) {
            return tree.map(Path::toFile)
                    .filter(file -> file.isFile() && file.length() > 0)
                    .map(file -> "/" + BUCKET + "/" + local.relativize(file.toPath()))
                    .collect(Collectors.toSet());
        }
    }

    private static Set<String> difference(Set<String> of, Set<String> without) {
        return of.stream().filter(name -> !without.contains(name)).collect(Collectors.toSet());
    }

    private static void assertShare(
            double least, Map<String, List<S3Log.Request>> objects, Predicate<List<S3Log.Request>> condition) {
        long count = objects.values().stream().filter(condition).count();
        assertTrue(count >= least * objects.size(), count + " of " + objects.size() + " objects");
    }
}
