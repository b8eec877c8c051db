package dev.vernier.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vernier.DicomFile;
import dev.vernier.Packed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Processes that may have few files open, or little memory. */
@EnabledOnOs(OS.LINUX)
@Timeout(120)
class ScarcityTest {

    private static final int SLICES = 50;

    @TempDir
    private Path temp;

    /** Folders of links to a few slices. */
    private Path archive(int folders, int filesAFolder) throws IOException {
        Path root = temp.resolve("archive");
        DicomFile.writeAll(temp.resolve("slices"), DicomFile.stack(SLICES, 1.5));
        for (int i = 0; i < folders; i++) {
            Path folder = Files.createDirectories(root.resolve("g" + i % 10 + "/f" + i));
            for (int j = 0; j < filesAFolder; j++) {
                Files.createLink(folder.resolve("l" + j), temp.resolve("slices/" + (i + j) % SLICES + ".dcm"));
            }
        }
        return root;
    }

    /** Threads that all hold a folder open and wait to open a file would wait for each other. */
    @Test
    void fewOpenFilesCostThreadsButNoFile() throws Exception {
        Path root = archive(400, 20);
        String expected = "8000 files, 8000 read, 411 folders, {}\n";

        assertEquals(expected, ScanProcess.run("true", List.of(), 64, List.of(root)));
        assertEquals(expected, ScanProcess.run("ulimit -n 40", List.of(), 64, List.of(root)));
    }

    @Test
    void anArchiveIsWaitedForWhereNoFileCanBeOpened() throws Exception {
        Path folder = temp.resolve("set");
        for (int i = 0; i < 20; i++) {
            DicomFile.slice(i).write(folder.resolve("f" + i % 7 + "/" + i));
        }
        List<Path> roots = new ArrayList<>();
        for (Packed packed : Packed.values()) {
            roots.add(packed.pack(folder));
        }

        assertEquals(
                "120 files, 120 read, 6 folders, {}\n",
                ScanProcess.run("ulimit -n 100", List.of("-D" + ScanProcess.EXHAUSTED), 2, roots));
    }

    /** 300 bytes kept of each file would be more than the heap. */
    @Test
    void memoryDoesNotGrowWithFiles() throws Exception {
        Path root = archive(600, 100);

        assertEquals(
                "60000 files, 60000 read, 611 folders, {}\n",
                ScanProcess.run("true", List.of("-XX:+UseSerialGC", "-Xmx14m"), 4, List.of(root)));
    }
}
