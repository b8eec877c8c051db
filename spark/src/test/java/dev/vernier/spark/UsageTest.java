package dev.vernier.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the application says and ends with. */
class UsageTest {

    @TempDir
    private Path root;

    @BeforeAll
    static void start() {
        LocalSpark.session();
    }

    @Test
    void aMissingRootIsOneLine() {
        ResultTables.Ran ran =
                ResultTables.Ran.application(root.resolve("missing").toString());

        assertEquals(1, ran.status());
        assertEquals("vernier: " + root.resolve("missing") + ": there is no such folder\n", ran.err());
    }

    @Test
    void anArchiveAsARootIsRefusedWithAWayOut() throws IOException {
        Path zip = root.resolve("data");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("1.dcm"));
            out.write(new Slices("1.2.840.1").file(1));
        }

        ResultTables.Ran ran = ResultTables.Ran.application(zip.toString());

        assertEquals(1, ran.status());
        assertEquals(
                "vernier: " + zip
                        + " is a zip archive, which is not opened on a cluster: unpack it, or scan it by 'vernier scan'\n",
                ran.err());
    }

    @Test
    void aWrongDomainIsWrongUsage() throws IOException {
        new Slices("1.2.840.1").write(root, 0, 2);

        ResultTables.Ran ran = ResultTables.Ran.application(root.toString(), "--domain=Modalty");

        assertEquals(2, ran.status());
        assertTrue(ran.err().contains("did you mean Modality?"), ran.err());
    }

    @Test
    void numbersOutOfRangeAreWrongUsage() {
        for (String option : List.of("--reads=-1", "--reads=5000", "--partitions=-2", "--order=yxz")) {
            assertEquals(
                    2, ResultTables.Ran.application(root.toString(), option).status(), option);
        }
    }

    @Test
    void anEmptyFolderHasNoSeries() {
        ResultTables.Ran ran = ResultTables.Ran.application(root.toString());

        assertEquals(3, ran.status());
        assertTrue(ran.err().contains("no DICOM series found in " + root), ran.err());
    }

    @Test
    void strictTellsWhatWasCutShort() throws IOException {
        byte[] whole = new Slices("1.2.840.1").write(root, 0, 2).file(2);
        Files.write(root.resolve("cut.dcm"), Arrays.copyOf(whole, whole.length / 2));

        assertEquals(0, ResultTables.Ran.application(root.toString()).status());
        assertEquals(
                8, ResultTables.Ran.application(root.toString(), "--strict").status());
    }

    @Test
    void whereResultsCannotBeWrittenNothingIsListedOrLeft() throws IOException, TimeoutException {
        new Slices("1.2.840.1").write(root.resolve("in"), 0, 2);
        Path out = Files.createDirectories(root.resolve("out"));
        Files.createDirectories(out.resolve("domains.csv/in-the-way"));
        Path file = Files.writeString(root.resolve("file"), "");

        assertRefused(out.toString(), "a folder is in the place of domains.csv");
        assertRefused(file.toString(), file + " is not a folder");
        assertRefused(file + "/below/it", file + " is not a folder");
        assertRefused("/proc/nothing", "nothing can be made there");
        assertRefused("nothere://host/out", "No FileSystem for scheme \"nothere\"");
        assertEquals(List.of("domains.csv"), names(out));
    }

    private void assertRefused(String out, String reason) throws TimeoutException {
        try (WatchedStages watched = new WatchedStages()) {
            ResultTables.Ran ran =
                    ResultTables.Ran.application(root.resolve("in").toString(), "--out=" + out);

            assertEquals(1, ran.status(), ran.err());
            assertEquals(
                    "vernier: cannot write results to " + out + " (" + reason + "): choose another --out DIR\n",
                    ran.err());
            assertEquals(List.of(), watched.stages());
        }
    }

    @Test
    void aScanThatFailsLeavesNoFolder() throws IOException {
        assertEquals(
                1,
                ResultTables.Ran.application(root.resolve("missing").toString(), "--out=" + root.resolve("a/b"))
                        .status());

        assertEquals(List.of(), names(root));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> left = Files.list(folder)) {
            return left.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
