package dev.vernier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SynthCommandTest {

    @TempDir
    private Path folder;

    private Path synth(String name, Object seed, Object threads) {
        Path directory = folder.resolve(name);
        Cli.out("synth", directory, "--series", 8, "--slices", 8, "--seed", seed, "--threads", threads);
        return directory;
    }

    @Test
    void writesWhatItSaysAndHowToScanIt() throws IOException {
        Path directory = folder.resolve("my set");
        String said = Cli.out("synth", directory, "--series", 8, "--slices", 8, "--profile", "rsna-iad");
        assertTrue(said.startsWith("8 series, "), said);
        assertTrue(said.contains(directory.resolve("truth-domains.csv").toString()), said);
        assertTrue(
                said.contains("vernier scan '" + directory.resolve("series") + "' --catalog '"
                        + directory.resolve("train.csv") + "' --domain Modality"),
                said);
        assertEquals(8, Csv.rows(directory.resolve("train.csv")).size());
        assertEquals(
                ExitStatus.DONE,
                Cli.run("scan", directory.resolve("series"), "--catalog", directory.resolve("train.csv"))
                        .status());
    }

    @Test
    void seedDecidesAndThreadsDoNot() throws IOException {
        String one = Files.readString(synth("one", 1, 1).resolve("truth.csv"));
        assertEquals(one, Files.readString(synth("same", 1, 3).resolve("truth.csv")));
        assertNotEquals(one, Files.readString(synth("other", 2, 1).resolve("truth.csv")));
    }

    @Test
    void folderInUseIsLeftAlone() throws IOException {
        Files.writeString(folder.resolve("mine.txt"), "keep");
        Cli.Result result = Cli.run("synth", folder);
        assertEquals(ExitStatus.FAILED, result.status());
        assertTrue(result.onlyErrorLine().contains("not empty"), result.err());
        assertEquals("keep", Files.readString(folder.resolve("mine.txt")));
    }
}
