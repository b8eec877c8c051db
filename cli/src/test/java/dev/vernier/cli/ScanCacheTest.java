package dev.vernier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.synth.Profile;
import dev.vernier.synth.SynthDataset;
import dev.vernier.synth.SynthOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code scan --cache} and {@code cache}: the same output, whatever happens to the cache. */
@Timeout(900)
class ScanCacheTest {

    /** So many take half a minute; -Dvernier.kills=100 is for those who have ten. */
    private static final int KILLS = Integer.getInteger("vernier.kills", 6);

    private static final int LONGEST_SCAN_MS = 8_000;
    private static final List<String> JVM_OPTIONS =
            List.of(System.getProperty("chronicle.flags").split(" "));

    @TempDir
    private static Path shared;

    private static Path archive;
    private static String expected;

    @TempDir
    private Path folder;

    private Path cache() {
        return folder.resolve("headers.vmap");
    }

    @BeforeAll
    static void writeAnArchiveOfLastYear() throws IOException {
        SynthDataset.write(shared, new SynthOptions(150, 12, 6, Profile.RSNA_IAD, 4), files -> {});
        archive = shared.resolve("series");
        try (Stream<Path> tree = Files.walk(archive)) {
            for (Path path : tree.toList()) {
                Files.setLastModifiedTime(path, FileTime.fromMillis(1_700_000_000_000L));
            }
        }
        expected = results(shared.resolve("uncached"), Cli.run(arguments(shared.resolve("uncached"))));
    }

    private static Object[] arguments(Path out, Object... more) {
        List<Object> all = new ArrayList<>(List.of("scan", archive, "--out", out, "--format", "csv"));
        all.addAll(Arrays.asList(more));
        return all.toArray();
    }

    /** Everything a scan wrote, but for times. */
    private static String results(Path out, Cli.Result result) throws IOException {
        assertEquals(0, result.status(), result.err());
        StringBuilder all = new StringBuilder(result.out());
        for (String name : List.of("domains.csv", "series.csv", "findings.csv")) {
            all.append(Files.readString(out.resolve(name)));
        }
        return all.toString();
    }

    private String cached(String check) throws IOException {
        Path out = folder.resolve("results");
        Cli.Result result = Cli.run(arguments(out, "--cache", cache(), "--cache-check", check));
        assertEquals(
                "",
                result.err()
                        .lines()
                        .filter(line -> !line.startsWith("results: "))
                        .reduce("", String::concat));
        return results(out, result);
    }

    @ParameterizedTest
    @ValueSource(strings = {"files", "folders"})
    void fillingAndUsingACacheGiveWhatNoCacheGives(String check) throws IOException {
        for (int i = 0; i < 3; i++) {
            assertEquals(expected, cached(check));
        }
        assertEquals(expected, cached("files"));
        Cli.Result stat = Cli.run("cache", "stat", cache());
        assertTrue(stat.out().contains("condition  closed in order\n"), stat.out());
        assertEquals(0, Cli.run("cache", "verify", cache()).status());
        assertTrue(Cli.out("cache", "compact", cache()).contains("condition  closed in order\n"));
        assertEquals(expected, cached(check));
    }

    @Test
    @Timeout(value = 1, unit = TimeUnit.HOURS) // -Dvernier.kills decides
    void aKilledScanLeavesACacheThatGivesTheSameOutput() throws Exception {
        Random random = new Random(3);
        for (int kill = 0; kill < KILLS; kill++) {
            if (random.nextInt(3) == 0) {
                Files.deleteIfExists(cache());
            }
            String check = random.nextBoolean() ? "files" : "folders";
            Process scan = Processes.builder(
                            JVM_OPTIONS, folder, "scan", archive, "--cache", cache(), "--cache-check", check)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            scan.waitFor(random.nextInt(LONGEST_SCAN_MS), TimeUnit.MILLISECONDS);
            scan.destroyForcibly().waitFor();
            assertEquals(expected, cached(random.nextBoolean() ? "files" : "folders"), "kill " + kill);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void severalScansFillOneCacheAtOnce(int processes) throws Exception {
        List<Processes.Running> running = new ArrayList<>();
        for (int i = 0; i < processes; i++) {
            Path out = folder.resolve("results" + i);
            running.add(Processes.start(
                    JVM_OPTIONS,
                    folder,
                    "scan",
                    archive,
                    "--out",
                    out,
                    "--format",
                    "csv",
                    "--quiet",
                    "--cache",
                    cache(),
                    "--cache-check",
                    i % 2 == 0 ? "files" : "folders"));
        }
        for (int i = 0; i < processes; i++) {
            Processes.Ended ended = running.get(i).end();
            assertFalse(ended.err().contains("cache"), ended.err());
            assertEquals(
                    expected,
                    results(folder.resolve("results" + i), new Cli.Result(ended.status(), ended.out(), ended.err())));
        }
        assertEquals(0, Cli.run("cache", "verify", cache()).status());
    }

    @Test
    void aFileThatIsNoCacheIsToldAndLeftAlone() throws IOException {
        Files.writeString(cache(), "somebody's own");
        Cli.Result scan = Cli.run("scan", archive, "--quiet", "--format", "csv", "--cache", cache());

        assertEquals(0, scan.status());
        assertTrue(scan.onlyErrorLine().startsWith("vernier: going on without the cache: " + cache()), scan.err());
        assertEquals("somebody's own", Files.readString(cache()));
        for (String command : List.of("verify", "compact")) {
            Cli.Result refused = Cli.run("cache", command, cache());
            assertEquals(1, refused.status());
            assertTrue(refused.onlyErrorLine().contains("is no header cache"), refused.err());
        }
    }

    @Test
    void aDamagedCacheIsToldByVerifyAndRecoveredByAScan() throws IOException {
        cached("folders");
        byte[] bytes = Files.readAllBytes(cache());
        bytes[bytes.length / 2] ^= 1;
        Files.write(cache(), bytes);
        Cli.Result verify = Cli.run("cache", "verify", cache());
        assertEquals(1, verify.status());
        assertTrue(verify.onlyErrorLine().contains("recovers what can be read"), verify.err());

        assertEquals(expected, cached("folders"));
        assertEquals(0, Cli.run("cache", "verify", cache()).status());
    }

    @Test
    void wrongUsageOfTheCacheIsToldInOneLine() {
        assertEquals(2, Cli.run("cache").status());
        assertEquals(2, Cli.run("cache", "stat").status());
        assertEquals(2, Cli.run("scan", archive, "--cache-check", "files").status());
        Cli.Result unknown = Cli.run("scan", archive, "--cache", cache(), "--cache-check", "hope");
        assertEquals(2, unknown.status());
        assertTrue(unknown.onlyErrorLine().contains("files, folders"), unknown.err());
        Cli.Result missing = Cli.run("cache", "stat", folder.resolve("none"));
        assertEquals(1, missing.status());
        assertTrue(missing.onlyErrorLine().contains("none: there is no such file"), missing.err());
    }

    @Test
    void theHelpSaysWhatTheCheckOfFoldersMisses() {
        String help = Cli.out("scan", "--help").replaceAll("\\s+", " ");
        assertTrue(help.contains("misses a file that was written to in place"), help);
        assertTrue(Cli.out("cache", "--help").contains("compact"));
    }
}
