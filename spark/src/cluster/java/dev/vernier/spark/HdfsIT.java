package dev.vernier.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vernier.VoxelSpacing;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A synthetic archive in HDFS: the same bytes as from local files. */
class HdfsIT {

    @TempDir
    private static Path local;

    @TempDir
    private static Path servers;

    private static Hdfs hdfs;
    private static String root;

    @TempDir
    private Path out;

    @BeforeAll
    static void fill() throws IOException {
        SyntheticArchive.write(local);
        hdfs = new Hdfs(servers);
        hdfs.copy(local, "/archive", SyntheticArchive.HEADER_BYTES);
        root = hdfs.uri() + "/archive";
    }

    @AfterAll
    static void stop() {
        if (hdfs != null) {
            hdfs.close();
        }
    }

    @Test
    void theResultFilesAreThoseOfLocalFiles() throws IOException {
        ResultTables expected = ResultTables.ofOneMachine(
                VoxelSpacing.builder().root(local.resolve("series")).build());

        assertEquals(expected, ResultTables.ofSpark(out, root + "/series"));
    }

    @Test
    void theCatalogMayLieThereToo() throws IOException {
        ResultTables expected = ResultTables.ofOneMachine(VoxelSpacing.builder()
                .root(local.resolve("series"))
                .catalog(local.resolve("train.csv"))
                .build());

        assertEquals(expected, ResultTables.ofSpark(out, root + "/series", "--catalog=" + root + "/train.csv"));
    }

    @Test
    void theResultsMayGoThere() throws IOException {
        String results = hdfs.uri() + "/results";
        for (int round = 0; round < 2; round++) { // the second one replaces the files of the first
            LocalSpark.session();
            ResultTables.Ran ran = ResultTables.Ran.application(root + "/series", "--out=" + results);
            assertEquals(0, ran.status(), ran.err());
        }
        hdfs.system()
                .copyToLocalFile(new org.apache.hadoop.fs.Path(results), new org.apache.hadoop.fs.Path(out.toUri()));

        ResultTables expected = ResultTables.ofOneMachine(
                VoxelSpacing.builder().root(local.resolve("series")).build());
        assertEquals(expected, ResultTables.ofFolder(out.resolve("results")));
    }
}
