package dev.vernier.spark.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vernier.geometry.SpacingRules;
import dev.vernier.scan.ArchiveTally;
import dev.vernier.scan.Problem;
import dev.vernier.scan.SeriesGrouping;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.security.AccessControlException;
import org.junit.jupiter.api.Test;

/** What file systems refuse reads as on one machine, and the same each time. */
class RefusalsTest {

    /** Refuses everything, as the file system that the path names does. */
    public static final class RefusingSystem extends RawLocalFileSystem {

        @Override
        public FSDataInputStream open(Path path, int bufferBytes) throws IOException {
            throw refusal(path);
        }

        @Override
        public RemoteIterator<FileStatus> listStatusIterator(Path path) throws IOException {
            throw refusal(path);
        }

        private static IOException refusal(Path path) {
            return switch (path.getName()) {
                case "hdfs" -> new AccessControlException("Permission denied: user=anna, access=READ, inode=\"/hdfs\"");
                case "s3" ->
                    new AccessDeniedException(
                            path.toString(), null, "Forbidden (Request ID: " + System.nanoTime() + ")");
                default -> new FileNotFoundException("File does not exist: " + path);
            };
        }
    }

    @Test
    void aRefusalIsToldInTheWordsOfOneMachine() {
        assertEquals("access denied", ofFile("hdfs"));
        assertEquals("access denied", ofFile("s3"));
        assertEquals("no such file", ofFile("gone"));
        assertEquals("access denied", ofFolder("hdfs"));
        assertEquals("access denied", ofFolder("s3"));
        assertEquals("no such file", ofFolder("gone"));
    }

    private static HadoopAccess access() {
        Configuration settings = new Configuration();
        settings.set("fs.refusing.impl", RefusingSystem.class.getName());
        return new HadoopAccess(settings);
    }

    private static String ofFile(String name) {
        FileBatch batch =
                new FileBatch(new FolderName("refusing://host/", ""), List.of(new FileBatch.ListedFile(name, 1_000)));
        try (BatchReader reader =
                new BatchReader(access(), SpacingRules.DEFAULT, List.of(), false, SeriesGrouping.SERIES)) {
            reader.read(batch, 0, 1);
            return detail(reader.finish());
        }
    }

    private static String ofFolder(String name) {
        ArchiveTally tally = new ArchiveTally();
        FolderContent.list(new FolderName("refusing://host/" + name, name), access(), tally);
        return detail(tally);
    }

    private static String detail(ArchiveTally tally) {
        List<Problem> problems = tally.problems();
        assertEquals(1, problems.size());
        return problems.get(0).detail();
    }
}
