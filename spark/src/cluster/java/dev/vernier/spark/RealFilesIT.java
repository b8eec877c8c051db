package dev.vernier.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vernier.SeriesReport;
import dev.vernier.VoxelSpacing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real files, where they are there: from local files, HDFS and S3 the same bytes as on one machine. */
class RealFilesIT {

    private static final Path SHARED = Path.of("../../shared/data/dicom");
    private static final String DERIVED = "derived_tilt";
    private static final String BUCKET = "real";

    @TempDir
    private static Path work;

    private static Path bucket;
    private static Hdfs hdfs;
    private static S3Server s3;

    @TempDir
    private Path out;

    @BeforeAll
    static void serve() throws IOException, InterruptedException {
        assumeTrue(Files.isDirectory(SHARED), "no ../shared/data/dicom beside the checkout");
        bucket = work.resolve("buckets").resolve(BUCKET);
        copyInto(bucket);
        s3 = new S3Server(bucket.getParent(), work);
        s3.settings().forEach(LocalSpark.session().sparkContext().hadoopConfiguration()::set);
        hdfs = new Hdfs(work.resolve("hdfs"));
        hdfs.copy(bucket, "/" + BUCKET, Integer.MAX_VALUE);
    }

    @AfterAll
    static void stop() {
        if (s3 != null) {
            s3.close();
        }
        if (hdfs != null) {
            hdfs.close();
        }
    }

    /** All of them in as few archives as keep those apart that have a series in common, as one and what was derived from it have. */
    private static void copyInto(Path archives) throws IOException {
        List<Set<String>> seriesOfArchives = new ArrayList<>();
        for (Path folder : realFolders().toList()) {
            Set<String> series = VoxelSpacing.builder().root(folder).build().scan().series().stream()
                    .map(SeriesReport::seriesUid)
                    .collect(Collectors.toSet());
            int archive = 0;
            while (archive < seriesOfArchives.size() && !Collections.disjoint(seriesOfArchives.get(archive), series)) {
                archive++;
            }
            if (archive == seriesOfArchives.size()) {
                seriesOfArchives.add(new HashSet<>());
            }
            seriesOfArchives.get(archive).addAll(series);
            Path copy = archives.resolve(String.valueOf(archive)).resolve(SHARED.relativize(folder));
            FileUtils.copyDirectory(folder.toFile(), copy.toFile());
        }
    }

    private static Stream<Path> realFolders() throws IOException {
        return Stream.concat(
                folders(SHARED).filter(folder -> !folder.endsWith(DERIVED)), folders(SHARED.resolve(DERIVED)));
    }

    private static Stream<Path> folders(Path parent) throws IOException {
        try (Stream<Path> content = Files.list(parent)) {
            return content.filter(Files::isDirectory).sorted().toList().stream();
        }
    }

    static Stream<String> archives() throws IOException {
        return folders(bucket).map(folder -> folder.getFileName().toString());
    }

    @ParameterizedTest
    @MethodSource("archives")
    void theResultFilesAreThoseOfOneMachine(String archive) throws IOException {
        Path local = bucket.resolve(archive);
        ResultTables expected =
                ResultTables.ofOneMachine(VoxelSpacing.builder().root(local).build());

        assertEquals(expected, ofSpark(local.toUri().toString()));
        assertEquals(expected, ofSpark(hdfs.uri() + "/" + BUCKET + "/" + archive));
        assertEquals(expected, ofSpark("s3a://" + BUCKET + "/" + archive));
    }

    /** By few tasks, since these archives are small. */
    private ResultTables ofSpark(String root) throws IOException {
        return ResultTables.ofSpark(out, root, "--partitions=2");
    }
}
