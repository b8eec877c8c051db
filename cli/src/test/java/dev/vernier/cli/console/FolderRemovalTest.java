package dev.vernier.cli.console;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderRemovalTest {

    @TempDir
    private Path folder;

    @Test
    void removesEverythingButWhatLinksLeadTo() throws IOException {
        Path doomed =
                Files.createDirectories(folder.resolve("doomed/deep/deeper")).getParent();
        Path precious = Files.createDirectory(folder.resolve("precious"));
        Files.writeString(precious.resolve("file"), "keep");
        Files.writeString(doomed.resolve("file"), "go");
        Files.createSymbolicLink(doomed.resolve("link"), precious);
        assertTrue(FolderRemoval.remove(folder.resolve("doomed"), Duration.ofSeconds(30)));
        assertFalse(Files.exists(folder.resolve("doomed")));
        assertTrue(Files.exists(precious.resolve("file")));
    }

    @Test
    void folderThatIsNotThereIsGone() {
        assertTrue(FolderRemoval.remove(folder.resolve("nowhere"), Duration.ofSeconds(30)));
    }

    @Test
    void givesUpWhenTheTimeIsOver() throws IOException {
        for (int i = 0; i < 10; i++) {
            Files.writeString(folder.resolve("file" + i), "");
        }
        assertFalse(FolderRemoval.remove(folder, Duration.ZERO));
    }
}
