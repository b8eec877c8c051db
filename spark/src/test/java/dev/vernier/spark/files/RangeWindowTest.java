package dev.vernier.spark.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Random;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RangeWindowTest {

    private static final int FILE_BYTES = 300_000;

    @TempDir
    private Path folder;

    private final byte[] content = new byte[FILE_BYTES];
    private final RangeWindow window = new RangeWindow(new MedianNeed());
    private final HadoopAccess access = new HadoopAccess(new Configuration());
    private FileSystem system;
    private org.apache.hadoop.fs.Path file;

    @BeforeEach
    void write() throws IOException {
        new Random(7).nextBytes(content);
        file = new org.apache.hadoop.fs.Path(
                Files.write(folder.resolve("f"), content).toUri());
        system = access.of(file);
    }

    /** Whether the listing is right, or out of date. */
    @ParameterizedTest
    @ValueSource(longs = {FILE_BYTES, FILE_BYTES + 5_000})
    void everyLoadShowsWhatTheFileHolds(long listedBytes) throws IOException {
        window.open(system, file, listedBytes);
        Random random = new Random(listedBytes);
        for (int i = 0; i < 500; i++) {
            int offset = random.nextInt(FILE_BYTES + 100);
            int length = random.nextInt(5_000);
            int there = window.load(offset, length);
            assertTrue(there >= Math.min(length, FILE_BYTES - offset), offset + " " + length + " " + there);
            for (int k = 0; k < Math.min(there, length); k++) {
                assertEquals(content[offset + k], window.buffer().get((int) (offset - window.base()) + k));
            }
        }
        window.closeFile(0);
    }

    @Test
    void aFileReadToItsEndTakesFewReads() throws IOException {
        window.open(system, file, FILE_BYTES);
        for (int offset = 0; offset < FILE_BYTES; offset += 100) {
            window.load(offset, 100);
        }
        assertTrue(window.reads() <= 8, window.reads() + " reads");
        window.closeFile(0);
    }

    @Test
    void behindAValueThatIsSkippedItStartsSmallAgain() throws IOException {
        window.open(system, file, FILE_BYTES);
        window.load(0, 100);
        window.load(20_000, 100);
        assertEquals(2 * MedianNeed.FIRST_BYTES, window.bytesRead());
    }

    @Test
    void manyValuesThatAreSkippedCloseToEachOtherTakeFewReads() throws IOException {
        window.open(system, file, FILE_BYTES);
        for (int offset = 0; offset < FILE_BYTES; offset += 10_000) {
            window.load(offset, 100);
        }
        assertTrue(window.reads() <= 9, window.reads() + " reads");
    }

    @Test
    void aRangeThatComesPieceByPieceIsReadToItsEnd() throws IOException {
        window.open(new PiecewiseFileSystem(system), file, FILE_BYTES);
        assertEquals(MedianNeed.FIRST_BYTES, window.load(0, 100));
        assertEquals(1, window.reads());
        assertEquals(MedianNeed.FIRST_BYTES, window.bytesRead());
    }

    @Test
    void anEmptyFileIsNotEvenOpened() throws IOException {
        window.open(system, new org.apache.hadoop.fs.Path("file:/missing"), 0);
        assertEquals(0, window.load(0, 132));
        assertEquals(0, window.reads());
    }

    @Test
    void aMissingFileIsAnError() {
        window.open(system, new org.apache.hadoop.fs.Path("file:/missing"), 1_000);
        assertThrows(NoSuchFileException.class, () -> window.load(0, 132));
    }
}
