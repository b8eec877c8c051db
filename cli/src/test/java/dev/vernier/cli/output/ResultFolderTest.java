package dev.vernier.cli.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFolderTest {

    @TempDir
    private Path folder;

    private List<String> everything() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> !path.equals(folder))
                    .map(path -> folder.relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void nothingIsVisibleBeforeAllIsWritten() throws IOException {
        Path out = folder.resolve("out");
        try (ResultFolder results = new ResultFolder(out)) {
            results.claim();
            results.write("a.csv", writer -> writer.write("a"));
            assertFalse(Files.exists(out));
            results.write("b.csv", writer -> writer.write("b"));
            results.publish();
        }
        assertEquals(List.of("out", "out/a.csv", "out/b.csv"), everything());
    }

    @Test
    void failureWhileWritingLeavesNothing() throws IOException {
        try (ResultFolder results = new ResultFolder(folder.resolve("deep/out"))) {
            results.claim();
            results.write("a.csv", writer -> writer.write("a"));
            assertThrows(
                    IOException.class,
                    () -> results.write("b.csv", writer -> {
                        writer.write("half of");
                        throw new IOException("disk full");
                    }));
        }
        assertEquals(List.of(), everything());
    }

    @Test
    void closingFromElsewhereStopsTheWriter() throws IOException {
        ResultFolder results = new ResultFolder(folder.resolve("out"));
        results.claim();
        results.write("a.csv", writer -> {
            writer.write("a");
            results.close(); // as a shutdown hook would
        });
        assertThrows(IOException.class, () -> results.write("b.csv", writer -> {}));
        assertThrows(IOException.class, results::publish);
        assertEquals(List.of(), everything());
    }

    @Test
    void closingBeforeTheClaimPreventsIt() throws IOException {
        ResultFolder results = new ResultFolder(folder.resolve("out"));
        results.close();
        assertThrows(IOException.class, results::claim);
        assertEquals(List.of(), everything());
    }

    @Test
    void folderThatAppearsMeanwhileGetsTheFiles() throws IOException {
        Path out = folder.resolve("out");
        try (ResultFolder results = new ResultFolder(out)) {
            results.claim();
            results.write("a.csv", writer -> writer.write("a"));
            Files.createDirectory(out);
            Files.writeString(out.resolve("mine.txt"), "keep");
            results.publish();
        }
        assertEquals(List.of("out", "out/a.csv", "out/mine.txt"), everything());
    }
}
