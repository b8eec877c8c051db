package dev.vernier.synth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SynthDatasetTest {
    /** Of the data set below, on every JDK and machine. Whoever changes what is written changes it too, and says so. */
    private static final long PINNED_CHECKSUM = 3439142165L;

    @TempDir
    Path folder;

    @Test
    void theSameBytesWhateverTheThreads() throws IOException {
        Path one = folder.resolve("one");
        TestData.write(one, TestData.options(45, 5, 1));
        for (int threads : new int[] {2, 7}) {
            Path many = folder.resolve("many" + threads);
            TestData.write(many, TestData.options(45, 5, threads));
            List<Path> files = TestData.files(one);
            assertEquals(files, TestData.files(many));
            for (Path file : files) {
                assertEquals(-1, Files.mismatch(one.resolve(file), many.resolve(file)), file.toString());
            }
        }
        assertEquals(PINNED_CHECKSUM, checksum(one), "the bytes are others than those of earlier versions or JDKs");
    }

    @Test
    void anotherSeedIsAnotherDataset() throws IOException {
        TestData.write(folder.resolve("a"), TestData.options(4, 1, 2));
        TestData.write(folder.resolve("b"), TestData.options(4, 2, 2));
        assertNotEquals(
                Files.readString(folder.resolve("a/truth.csv")), Files.readString(folder.resolve("b/truth.csv")));
    }

    @Test
    void summaryAndProgressCountTheFiles() throws IOException {
        AtomicLong most = new AtomicLong();
        AtomicLong calls = new AtomicLong();
        SynthSummary summary = SynthDataset.write(folder, TestData.options(50, 1, 3), files -> {
            most.accumulateAndGet(files, Math::max);
            calls.incrementAndGet();
        });
        assertEquals(TestData.files(folder.resolve("series")).size(), summary.files());
        assertEquals(summary.files(), most.get());
        assertEquals(summary.files(), calls.get());
        assertEquals(50, summary.series());
        assertTrue(summary.elapsedNanos() > 0);
        assertEquals(folder.resolve("train.csv"), summary.catalog());
        assertEquals(folder.resolve("truth.csv"), summary.truth());
        assertEquals(folder.resolve("truth-domains.csv"), summary.truthDomains());
    }

    @Test
    void catalogListsTheSeriesThatAreThere() throws IOException {
        SynthSummary summary = TestData.write(folder, TestData.options(40, 9, 2));
        List<NamedCsvRecord> catalog = TestData.rows(summary.catalog());
        List<NamedCsvRecord> truth = TestData.rows(summary.truth());
        assertEquals(18, catalog.get(0).getFieldCount());
        assertEquals(40, catalog.size());
        assertEquals(40, truth.size());
        for (int i = 0; i < catalog.size(); i++) {
            String uid = catalog.get(i).getField("SeriesInstanceUID");
            assertEquals(truth.get(i).getField("series_uid"), uid);
            assertEquals(truth.get(i).getField("domain"), catalog.get(i).getField("Modality"));
            assertTrue(Files.isDirectory(folder.resolve("series").resolve(uid)), uid);
            assertTrue(
                    i == 0 || catalog.get(i - 1).getField("SeriesInstanceUID").compareTo(uid) < 0, "sorted");
        }
    }

    @Test
    void directoryInUseIsRefusedAndLeftAlone() throws IOException {
        Files.writeString(folder.resolve("thesis.txt"), "mine");
        IOException refusal =
                assertThrows(FileAlreadyExistsException.class, () -> TestData.write(folder, TestData.options(4, 1, 1)));
        assertEquals(folder + " is not empty: name a new or an empty directory", refusal.getMessage());
        assertEquals(List.of(Path.of("thesis.txt")), TestData.files(folder));
        assertFalse(Files.exists(folder.resolve("series")));
        assertThrows(
                NotDirectoryException.class,
                () -> TestData.write(folder.resolve("thesis.txt"), TestData.options(4, 1, 1)));
    }

    @Test
    void missingParentsAreMade() throws IOException {
        Path deep = folder.resolve("a/b/c");
        TestData.write(deep, TestData.options(1, 1, 1));
        assertTrue(Files.exists(deep.resolve("truth.csv")));
    }

    @Test
    void failureOfTheListenerEndsTheWork() {
        UncheckedIOException failure = new UncheckedIOException(new IOException("disk full"));
        Exception thrown = assertThrows(
                IllegalStateException.class,
                () -> SynthDataset.write(folder, TestData.options(400, 1, 2), files -> {
                    if (files > 20) {
                        throw failure;
                    }
                }));
        assertEquals(failure, thrown.getCause());
    }

    private static long checksum(Path dataset) throws IOException {
        CRC32 crc = new CRC32();
        for (Path file : TestData.files(dataset)) {
            crc.update(file.toString().replace('\\', '/').getBytes(StandardCharsets.UTF_8));
            crc.update(Files.readAllBytes(dataset.resolve(file)));
        }
        return crc.getValue();
    }
}
