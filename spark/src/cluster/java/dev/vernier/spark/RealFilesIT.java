package dev.vernier.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vernier.VoxelSpacing;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real files, where they are there: from local files, HDFS and S3 the same bytes as on one machine. */
class RealFilesIT {

    private static final Path SHARED = Path.of("../../shared/data/dicom");
    private static final int NO_SERIES = 3;
    private static final String BUCKET = "real";

    @TempDir
    private static Path work;

    private static Hdfs hdfs;
    private static S3Server s3;

    @TempDir
    private Path out;

    @BeforeAll
    static void serve() throws IOException, InterruptedException {
        assumeTrue(Files.isDirectory(SHARED), "no ../shared/data/dicom beside the checkout");
        Path bucket = work.resolve("buckets").resolve(BUCKET);
        FileUtils.copyDirectory(SHARED.toFile(), bucket.toFile());
        s3 = new S3Server(bucket.getParent(), work);
        s3.settings().forEach(LocalSpark.session().sparkContext().hadoopConfiguration()::set);
        hdfs = new Hdfs(work.resolve("hdfs"));
        hdfs.copy(SHARED, "/real", Integer.MAX_VALUE);
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

    /** Some cases share UIDs of series, so each is an archive of its own: a folder, or one in the folder of derived ones. */
    static Stream<String> cases() {
        return folders(SHARED)
                .flatMap(each -> each.getName().equals("derived_tilt")
                        ? folders(each.toPath()).map(inner -> each.getName() + "/" + inner.getName())
                        : Stream.of(each.getName()));
    }

    private static Stream<File> folders(Path parent) {
        try (Stream<Path> content = Files.list(parent)) {
            return content.sorted().filter(Files::isDirectory).map(Path::toFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void eachArchiveGivesTheBytesOfOneMachineFromS3(String name) throws IOException {
        ResultTables expected = ofOneMachine(SHARED.resolve(name));

        assertEquals(expected, ofSpark("s3a://" + BUCKET + "/" + name, expected));
    }

    @Test
    void allFilesTogetherGiveTheBytesOfOneMachineFromLocalFilesAndFromHdfs() throws IOException {
        ResultTables expected = ofOneMachine(SHARED);

        assertEquals(expected, ofSpark(SHARED.toRealPath().toUri().toString(), expected));
        assertEquals(expected, ofSpark(hdfs.uri() + "/real", expected));
    }

    private static ResultTables ofOneMachine(Path root) throws IOException {
        return ResultTables.ofOneMachine(VoxelSpacing.builder().root(root).build());
    }

    /** By few tasks, since these archives are small. */
    private ResultTables ofSpark(String root, ResultTables expected) throws IOException {
        LocalSpark.session();
        ResultTables.Ran ran = ResultTables.Ran.application(root, "--partitions=2", "--out=" + out.toUri());
        boolean anySeries = expected.domains().lines().count() > 1;
        assertEquals(anySeries ? 0 : NO_SERIES, ran.status(), ran.err());
        return ResultTables.ofFolder(out);
    }
}
