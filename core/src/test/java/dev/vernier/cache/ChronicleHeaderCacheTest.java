package dev.vernier.cache;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vernier.cache.CacheSummary.Condition;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A cache in a file gives back what was kept, or nothing: whatever happened to the file. */
@Timeout(600)
class ChronicleHeaderCacheTest {

    /** So many flips take half a minute; -Dvernier.flips=1000 is for those who have a quarter of an hour. */
    private static final int FLIPS = Integer.getInteger("vernier.flips", 60);

    private static final int RECORDS = 300;

    @TempDir
    private Path temp;

    private final List<String> problems = new ArrayList<>();

    private Path file;

    private Path newFile() {
        file = temp.resolve("headers.vmap");
        return file;
    }

    private ChronicleHeaderCache open() {
        return ChronicleHeaderCache.open(file, problems::add);
    }

    @AfterEach
    void nothingIsLeftBeside() throws IOException {
        if (file != null) {
            assertFalse(Files.exists(file.resolveSibling("headers.vmap.new")));
        }
    }

    static byte[] key(int number) {
        return ByteBuffer.allocate(HeaderCache.KEY_BYTES)
                .putLong(number * 0x9E3779B97F4A7C15L)
                .putLong(number)
                .array();
    }

    /** Most are short, and each tenth is as long as that of a folder of thousands of files. */
    static byte[] record(int number) {
        byte[] record = new byte[number % 10 == 0 ? 30_000 : 100 + number % 300];
        new Random(number).nextBytes(record);
        return record;
    }

    private void fill(int count) {
        try (ChronicleHeaderCache cache = open()) {
            for (int i = 0; i < count; i++) {
                cache.keep(key(i), record(i));
            }
        }
    }

    /** How many of the records are there; none may be another than was kept. */
    private int found(int count) {
        int found = 0;
        try (ChronicleHeaderCache cache = open()) {
            for (int i = 0; i < count; i++) {
                byte[] record = cache.find(key(i));
                if (record != null) {
                    assertArrayEquals(record(i), record, "record " + i);
                    found++;
                }
            }
        }
        return found;
    }

    @Test
    void whatWasKeptIsFoundByTheNextToOpenIt() throws IOException {
        newFile();
        fill(RECORDS);

        assertEquals(RECORDS, found(RECORDS));
        assertEquals(Condition.SOUND, CacheCare.verify(file).condition());
        assertEquals(List.of(), problems);
        try (ChronicleHeaderCache cache = open()) {
            assertNull(cache.find(key(RECORDS)));
            cache.keep(key(0), new byte[] {1, 2, 3});
            assertArrayEquals(new byte[] {1, 2, 3}, cache.find(key(0)));
            cache.keep(key(0), record(0));
            assertArrayEquals(record(0), cache.find(key(0)));
        }
    }

    @Test
    void itGrowsBeyondWhatItWasMadeFor() throws IOException {
        newFile();
        int count = 3_000;
        fill(10);
        CacheCare.compact(file);
        assertTrue(CacheCare.stat(file).capacity() < count);
        fill(count);

        assertTrue(CacheCare.stat(file).capacity() >= count);
        assertEquals(count, found(count));
        long grown = Files.size(file);
        CacheSummary compacted = CacheCare.compact(file);
        assertTrue(compacted.bytes() < grown, compacted::toString);
        assertEquals(count, found(count));
        assertEquals(List.of(), problems);
    }

    @Test
    void whatAKilledProcessLeftIsFound() throws Exception {
        newFile();
        Process process = CacheProcess.start(file, 0, 1_000_000);
        while (process.getInputStream().read() != 'k') {
            // its first records are kept
        }
        process.destroyForcibly().waitFor();

        assertEquals(Condition.NOT_CLOSED, CacheCare.stat(file).condition());
        assertEquals(CacheProcess.FIRST, found(CacheProcess.FIRST));
        assertEquals(Condition.SOUND, CacheCare.verify(file).condition());
        assertEquals(List.of(), problems);
    }

    @Test
    void severalProcessesFillOneFile() throws Exception {
        newFile();
        List<Process> processes = new ArrayList<>();
        int each = 1_000;
        for (int i = 0; i < 4; i++) {
            processes.add(CacheProcess.start(file, i * each / 2, i * each / 2 + each));
        }
        for (Process process : processes) {
            assertEquals("k", new String(process.getInputStream().readAllBytes()).strip());
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
            assertEquals(0, process.exitValue());
        }

        assertEquals(Condition.SOUND, CacheCare.verify(file).condition());
        assertEquals(5 * each / 2, found(5 * each / 2));
    }

    @Test
    void aProcessThatDiesBesideAnotherLeavesTheFileToBeRecovered() throws Exception {
        newFile();
        fill(1);
        try (ChronicleHeaderCache cache = open()) {
            assertNotNull(cache.find(key(0)));
            Process process = CacheProcess.start(file, 0, 1_000_000);
            while (process.getInputStream().read() != 'k') {
                // its first records are kept
            }
            assertEquals(Condition.NOT_CLOSED, state());
            process.destroyForcibly().waitFor();
        }

        assertEquals(Condition.NOT_CLOSED, CacheCare.stat(file).condition());
        assertEquals(CacheProcess.FIRST, found(CacheProcess.FIRST));
        assertEquals(Condition.SOUND, CacheCare.verify(file).condition());
    }

    private Condition state() throws IOException {
        return CacheLock.peek(file).isClosed() ? Condition.CLOSED : Condition.NOT_CLOSED;
    }

    @Test
    @Timeout(value = 1, unit = TimeUnit.HOURS) // -Dvernier.flips decides
    void flippedBitsCostRecordsAtMost() throws IOException {
        newFile();
        fill(RECORDS);
        CacheCare.compact(file);
        byte[] sound = Files.readAllBytes(file);
        byte[] lock = Files.readAllBytes(CacheLock.beside(file));
        int[] used = usedBytes(sound);
        Random random = new Random(20);
        int all = 0;
        for (int i = 0; i < FLIPS; i++) {
            byte[] flipped = sound.clone();
            byte[] flippedLock = lock.clone();
            if (i % 10 == 0) {
                flippedLock[random.nextInt(lock.length)] ^= (byte) (1 << random.nextInt(8));
            } else {
                // The header, where something is written, anywhere.
                int at = i % 3 == 0
                        ? random.nextInt(4_096)
                        : i % 3 == 1 ? used[random.nextInt(used.length)] : random.nextInt(sound.length);
                flipped[at] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(file, flipped);
            Files.write(CacheLock.beside(file), flippedLock);
            int found = found(RECORDS);
            assertTrue(found >= RECORDS - 2, "flip " + i + " cost " + (RECORDS - found));
            all += found == RECORDS ? 1 : 0;
            assertEquals(List.of(), problems, "flip " + i);
            assertEquals(Condition.SOUND, CacheCare.verify(file).condition(), "flip " + i);
        }
        // Flips of the header and of the file beside it, two in five, cost nothing.
        assertTrue(all > FLIPS / 3, all + " of " + FLIPS);
    }

    private static int[] usedBytes(byte[] bytes) {
        int[] used = new int[bytes.length];
        int count = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != 0) {
                used[count++] = i;
            }
        }
        return Arrays.copyOf(used, count);
    }

    @Test
    void aFileCutShortIsRecovered() throws IOException {
        newFile();
        fill(RECORDS);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() / 2);
        }

        assertEquals(Condition.DAMAGED, CacheCare.verify(file).condition());
        assertTrue(found(RECORDS) > 0);
        assertEquals(List.of(), problems);
    }

    @Test
    void withoutTheFileBesideItEverythingIsStillFound() throws IOException {
        newFile();
        fill(RECORDS);
        Files.delete(CacheLock.beside(file));

        assertEquals(RECORDS, found(RECORDS));
    }

    @Test
    void aForeignFileIsRefusedAndLeftAlone() throws IOException {
        for (byte[] content : List.of("patient,age\n1,40\n".getBytes(), new byte[100_000])) {
            newFile();
            Files.write(file, content);
            problems.clear();
            assertEquals(0, found(3));

            assertArrayEquals(content, Files.readAllBytes(file));
            assertFalse(Files.exists(CacheLock.beside(file)));
            assertEquals(1, problems.size());
            assertTrue(problems.get(0).contains("headers.vmap is no header cache"), problems::toString);
            assertThrows(CacheException.class, () -> CacheCare.verify(file));
        }
    }

    @Test
    void anEmptyFileBecomesACache() throws IOException {
        Files.createFile(newFile());
        fill(RECORDS);

        assertEquals(RECORDS, found(RECORDS));
    }

    @Test
    void aNewerVersionIsRefusedAndLeftAlone() throws IOException {
        newFile();
        byte[] newer = frame(Frame.VERSION + 1);
        Files.write(file, newer);
        assertEquals(0, found(3));

        assertTrue(problems.get(0).contains("newer version"), problems::toString);
        assertArrayEquals(newer, Files.readAllBytes(file));
    }

    @Test
    void anOlderVersionIsFilledAnew() throws IOException {
        newFile();
        Files.write(file, frame(Frame.VERSION - 1));
        assertEquals(0, found(3));
        fill(RECORDS);

        assertEquals(RECORDS, found(RECORDS));
        assertEquals(List.of(), problems);
    }

    private static byte[] frame(int version) {
        return new Frame(version, key(0), 1, Frame.checksum(record(1)), record(1)).toBytes();
    }

    @Test
    void aSecondUseInOneProcessIsRefused() {
        newFile();
        fill(1);
        try (ChronicleHeaderCache first = open()) {
            assertNotNull(first.find(key(0)));
            try (ChronicleHeaderCache second = open()) {
                assertNull(second.find(key(0)));
            }
            assertTrue(problems.get(0).contains("is open in this process already"), problems::toString);
            assertNotNull(first.find(key(0)));
        }
    }

    @Test
    void whereNothingCanBeWrittenTheScanGoesOnWithoutIt() throws IOException {
        file = temp.resolve("missing/headers.vmap");
        assertEquals(0, found(3));
        fill(3);
        file = Path.of("/proc/headers.vmap");
        assertEquals(0, found(3));

        assertEquals(3, problems.size());
        for (String problem : problems) {
            assertTrue(problem.matches(".*headers\\.vmap cannot be used: .+"), problem);
            assertEquals(1, problem.lines().count());
        }
        file = null;
    }

    @Test
    void aFullDiskCostsTheCacheOnly() throws Exception {
        Path disk = Files.createDirectory(temp.resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=24m", "none", disk.toString()), "needs to be root, to mount");
        try {
            file = disk.resolve("headers.vmap");
            fill(100);
            assertEquals(1, problems.size());
            assertTrue(problems.get(0).contains("cannot be used"), problems::toString);
        } finally {
            run("umount", "-l", disk.toString());
            file = null;
        }
    }

    private static boolean run(String... command) throws Exception {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    }

    @Test
    void aJavaWithoutCompilerIsToldSo() {
        CacheException refused = assertThrows(
                CacheException.class,
                () -> Requirements.check(ModuleLayer.empty(), getClass().getClassLoader()));

        assertTrue(refused.getMessage().startsWith("the header cache needs a JDK"), refused::getMessage);
        assertTrue(refused.getMessage().contains("jdk.compiler"), refused::getMessage);
    }

    @Test
    void aMissingLibraryIsToldSo() {
        CacheException refused = assertThrows(
                CacheException.class,
                () -> Requirements.check(ModuleLayer.boot(), ClassLoader.getPlatformClassLoader()));

        assertTrue(refused.getMessage().contains("net.openhft:chronicle-map"), refused::getMessage);
    }
}
