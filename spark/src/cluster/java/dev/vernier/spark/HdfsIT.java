package dev.vernier.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vernier.VoxelSpacing;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A synthetic archive in HDFS, of Hadoop's own servers in this process: the same bytes as from local files. */
class HdfsIT {

    @TempDir
    private static Path local;

    @TempDir
    private static Path servers;

    private static MiniDFSCluster hdfs;
    private static String root;

    @TempDir
    private Path out;

    @BeforeAll
    static void fill() throws IOException {
        Configuration settings = new Configuration();
        settings.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, servers.toString());
        hdfs = new MiniDFSCluster.Builder(settings, new File(servers.toString())).build();
        SyntheticArchive.write(local);
        FileSystem system = hdfs.getFileSystem();
        root = system.getUri() + "/archive";
        system.copyFromLocalFile(new org.apache.hadoop.fs.Path(local.toUri()), new org.apache.hadoop.fs.Path(root));
    }

    @AfterAll
    static void stop() {
        hdfs.shutdown();
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
        String results = hdfs.getFileSystem().getUri() + "/results";
        for (int round = 0; round < 2; round++) { // the second one replaces the files of the first
            LocalSpark.session();
            ResultTables.Ran ran = ResultTables.Ran.application(root + "/series", "--out=" + results);
            assertEquals(0, ran.status(), ran.err());
        }
        hdfs.getFileSystem()
                .copyToLocalFile(new org.apache.hadoop.fs.Path(results), new org.apache.hadoop.fs.Path(out.toUri()));

        ResultTables expected = ResultTables.ofOneMachine(
                VoxelSpacing.builder().root(local.resolve("series")).build());
        assertEquals(expected, ResultTables.ofFolder(out.resolve("results")));
    }
}
