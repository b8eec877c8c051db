package dev.vernier.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a deflated file of a zip archive gives, and the memory that this takes. */
class ArchivedFileTest {

    private static final int STATED_BYTES = Integer.MAX_VALUE;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir
    private Path temp;

    private OpenArchive archive;
    private ArchiveEntries file;
    private HeaderSource source;

    /** Opens the one file of a zip archive, whatever size the archive states. */
    private void open(byte[] content, long statedBytes, int packedBytesLess) throws IOException {
        Path zip = temp.resolve("one.zip");
        long packedBytes;
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.setLevel(Deflater.BEST_SPEED);
            ZipEntry entry = new ZipEntry("file");
            out.putNextEntry(entry);
            out.write(content);
            out.closeEntry();
            packedBytes = entry.getCompressedSize();
        }
        archive = OpenArchive.open(zip, new Patience());
        file = archive.newFiles();
        file.add("file", new EntryBytes.Zipped(0, packedBytes - packedBytesLess, statedBytes, true));
        source = ArchiveEntries.newSource();
        source.open(file, 0, false);
    }

    @AfterEach
    void close() {
        source.close();
        archive.close();
    }

    private static byte[] noise(int bytes) {
        byte[] noise = new byte[bytes];
        new Random(3).nextBytes(noise);
        return noise;
    }

    private byte[] loaded(long offset, int length) throws IOException {
        byte[] loaded = new byte[Math.min(source.load(offset, length), length)];
        ByteBuffer buffer = source.buffer();
        buffer.get((int) (offset - source.base()), loaded);
        return loaded;
    }

    private interface Step {
        void run() throws IOException;
    }

    private static long allocatedBytes(Step step) throws IOException {
        long thread = Thread.currentThread().getId();
        long before = THREADS.getThreadAllocatedBytes(thread);
        step.run();
        return THREADS.getThreadAllocatedBytes(thread) - before;
    }

    @Test
    void anyPartIsReadInAnyOrder() throws IOException {
        byte[] content = noise(3_000_000);
        open(content, content.length, 0);
        for (int at : new int[] {0, 2_900_000, 70_000, 65_530, 2_999_990}) {
            assertArrayEquals(Arrays.copyOfRange(content, at, Math.min(at + 20, content.length)), loaded(at, 20));
        }
        assertEquals(0, loaded(content.length, 20).length);
    }

    @Test
    void memoryFollowsWhatIsUnpackedNotTheSizeThatIsStated() throws IOException {
        byte[] content = noise(300_000);
        open(content, STATED_BYTES, 0);
        long allocated = allocatedBytes(() -> assertEquals(0, loaded(KeptStart.MAX_BYTES - 100, 50).length));

        assertTrue(allocated < 2_000_000, allocated + " bytes");
        assertArrayEquals(Arrays.copyOfRange(content, 299_950, 300_000), loaded(299_950, 100));
    }

    @Test
    void dataThatEndTooEarlyGiveWhatTheyHold() throws IOException {
        byte[] content = noise(100_000);
        open(content, content.length, 50_000);

        assertArrayEquals(Arrays.copyOfRange(content, 40_000, 40_020), loaded(40_000, 20));
        IOException thrown = assertThrows(IOException.class, () -> loaded(90_000, 20));
        assertEquals("its compressed data end too early", thrown.getMessage());
    }

    /** Lengths of 32 bits lead up to 4 GiB on, where an archive may have other files. */
    @Test
    void nothingIsReadFromBehindAFileHoweverFarBehindItsEnd() throws IOException {
        byte[] content = noise(5_000);
        open(content, content.length, 0);
        long archiveBytes = (1L << 32) + 8_000;
        Path holes = temp.resolve("holes");
        try (FileChannel channel = FileChannel.open(holes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(content), 100);
            channel.write(ByteBuffer.wrap(content), archiveBytes);
        }
        OpenArchive large = OpenArchive.open(holes, new Patience());
        ArchiveEntries files = large.newFiles();
        files.add("stored", new EntryBytes.Stored(100, content.length));
        files.add("streamed", new EntryBytes.Streamed(new ByteArrayInputStream(content), content.length));
        for (int i = 0; i < 2; i++) {
            source.open(files, i, false);
            assertArrayEquals(content, loaded(0, content.length));
            assertNothingBehind(content.length);
        }
        source.closeFile(0);
        large.close();
        source.open(file, 0, false);
        assertArrayEquals(content, loaded(0, content.length));
        assertNothingBehind(content.length);
    }

    private void assertNothingBehind(long size) throws IOException {
        for (int power = 31; power < 63; power++) {
            for (long near : new long[] {-4_096, -4_000, -16, -2, -1, 0, 1, 16, size, 2 * size}) {
                long offset = Math.max(size, (1L << power) + near);
                assertEquals(0, source.load(offset, 8), () -> "at " + offset);
                assertEquals(0, source.load(offset, 8_000), () -> "at " + offset);
            }
        }
        assertEquals(0, source.load(Long.MAX_VALUE - 8, 8));
    }

    @Test
    void aFileThatStatesMoreThanAnyNumberOfBytesEndsWithTheArchive() throws IOException {
        byte[] content = noise(5_000);
        open(content, content.length, 0);
        ArchiveEntries files = archive.newFiles();
        files.add("stored", new EntryBytes.Stored(4_000, Long.MAX_VALUE));
        source.open(files, 0, false);

        assertTrue(source.load(0, 100) >= 100);
        for (long offset : new long[] {1L << 31, 1L << 32, Long.MAX_VALUE - 100}) {
            assertEquals(0, source.load(offset, 100), () -> "at " + offset);
        }
    }

    /** An inflater's stream and its buffer would be more than 4 KiB. */
    @Test
    void oneFileAfterTheOtherTakesNoMemoryOfItsOwn() throws IOException {
        byte[] content = noise(2_000);
        open(content, content.length, 0);
        ArchiveEntries files = archive.newFiles();
        files.add("again", new EntryBytes.Zipped(0, content.length + 100, content.length, true));
        Step reading = () -> {
            for (int i = 0; i < 1_000; i++) {
                source.open(files, 0, false);
                assertEquals(content.length, source.load(0, 1_500));
                source.closeFile(1_500);
            }
        };
        reading.run();
        long allocated = allocatedBytes(reading) / 1_000;

        assertTrue(allocated < 1_000, allocated + " bytes a file");
    }
}
