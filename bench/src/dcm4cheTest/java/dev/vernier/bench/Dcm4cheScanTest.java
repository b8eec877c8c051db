package dev.vernier.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Dcm4cheScanTest {

    @TempDir
    private Path folder;

    @Test
    void aLineHoldsSeriesAndSpacingAndOtherFilesAreLeftOut() throws IOException {
        File slice = Files.write(folder.resolve("slice"), HeaderShape.CLASSIC_EXPLICIT.header())
                .toFile();
        File other = Files.writeString(folder.resolve("other"), "no DICOM").toFile();
        List<String> lines =
                Dcm4cheScan.read(List.of(other, slice, folder.resolve("missing").toFile()));
        assertEquals(1, lines.size(), lines::toString);
        assertTrue(lines.get(0).matches("2[.]25[.]\\d+\t *[\\d.]+ *\\\\ *[\\d.]+ *"), lines::toString);
    }
}
