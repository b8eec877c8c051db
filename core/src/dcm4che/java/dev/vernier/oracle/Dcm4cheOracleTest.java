package dev.vernier.oracle;

import dev.vernier.SharedData;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** dcm4che reads what we read, but for what {@code disagreements.csv} lists. */
class Dcm4cheOracleTest {

    @TempDir
    Path generated;

    @TempDir
    Path scratch;

    @Test
    void realFilesAreReadAlike() throws IOException, InterruptedException {
        new Comparison(new Dcm4cheOracle(), SharedData.dicom(""), "shared/").assertOnlyKnownDisagreements(scratch, 229);
    }

    @Test
    void generatedFilesAreReadAlike() throws IOException, InterruptedException {
        GeneratedFiles.write(generated);
        new Comparison(new Dcm4cheOracle(), generated, "generated/").assertOnlyKnownDisagreements(scratch, 300);
    }
}
