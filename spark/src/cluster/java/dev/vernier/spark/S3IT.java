package dev.vernier.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.VoxelSpacing;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A synthetic archive in a server that speaks S3: the same bytes as from local files, for few requests and few bytes. */
class S3IT {

    private static final String ROOT = "s3a://bucket/archive/series";

    @TempDir
    private static Path local;

    @TempDir
    private static Path work;

    private static S3Server server;

    @TempDir
    private Path out;

    @BeforeAll
    static void fill() throws IOException, InterruptedException {
        SyntheticArchive.write(local);
        Files.createDirectories(work.resolve("objects/bucket"));
        server = new S3Server(work.resolve("objects"), work);
        try (FileSystem s3 = FileSystem.newInstance(URI.create("s3a://bucket"), server.configuration())) {
            s3.copyFromLocalFile(
                    new org.apache.hadoop.fs.Path(local.resolve("series").toUri()),
                    new org.apache.hadoop.fs.Path(ROOT));
        }
        server.settings()
                .forEach((name, value) -> LocalSpark.session()
                        .sparkContext()
                        .hadoopConfiguration()
                        .set(name, value));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theResultFilesAreThoseOfLocalFilesAndMostObjectsCostOneSmallRequest() throws IOException {
        int before = server.requests().size();

        ResultTables actual = ResultTables.ofSpark(out, ROOT);

        ResultTables expected = ResultTables.ofOneMachine(
                VoxelSpacing.builder().root(local.resolve("series")).build());
        assertEquals(expected, actual);

        List<S3Server.Request> requests = server.requests();
        Map<String, List<S3Server.Request>> byObject = requests.subList(before, requests.size()).stream()
                .filter(request -> request.object().startsWith("/bucket/archive/series/"))
                .collect(Collectors.groupingBy(S3Server.Request::object));
        assertTrue(byObject.size() > 1_400, "objects read: " + byObject.size());
        assertEquals(
                List.of(),
                byObject.values().stream()
                        .flatMap(Collection::stream)
                        .filter(request -> !request.method().equals("GET") || request.bytes() < 0)
                        .toList(),
                "every request is for a range");
        // Three in ten slices of this profile have a private value of 160 KB before their geometry: it is jumped over.
        long one = byObject.values().stream().filter(each -> each.size() == 1).count();
        assertTrue(one >= 0.65 * byObject.size(), one + " of " + byObject.size() + " objects cost one request");
        long few = byObject.values().stream().filter(each -> each.size() <= 2).count();
        assertTrue(few >= 0.98 * byObject.size(), few + " of " + byObject.size() + " objects cost at most two");
        long bytes = byObject.values().stream()
                .flatMap(Collection::stream)
                .mapToLong(S3Server.Request::bytes)
                .sum();
        assertTrue(bytes / byObject.size() < 16 << 10, bytes / byObject.size() + " bytes an object");
    }
}
