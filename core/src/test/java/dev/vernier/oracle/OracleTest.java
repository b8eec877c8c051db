package dev.vernier.oracle;

import dev.vernier.SharedData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Debian's dcmtk, pydicom and gdcm read what we read, but for what {@code disagreements.csv} lists.
 *
 * <p>A failing test prints the rows that the table lacks; find out who is right before adding them, with a kind
 * that docs/INTERPRETATION.md explains.
 */
class OracleTest {

    @TempDir
    static Path generated;

    @TempDir
    Path scratch;

    static Stream<Named<Oracle>> oracles() {
        return Stream.of(new DcmtkOracle(), ScriptOracle.pydicom(), ScriptOracle.gdcm())
                .map(oracle -> Named.of(oracle.name(), oracle));
    }

    @BeforeAll
    static void writeFiles() throws IOException {
        GeneratedFiles.write(generated);
    }

    @ParameterizedTest
    @MethodSource("oracles")
    void realFilesAreReadAlike(Oracle oracle) throws IOException, InterruptedException {
        new Comparison(oracle, SharedData.dicom(""), "shared/").assertOnlyKnownDisagreements(scratch, 229);
    }

    @ParameterizedTest
    @MethodSource("oracles")
    void generatedFilesAreReadAlike(Oracle oracle) throws IOException, InterruptedException {
        new Comparison(oracle, generated, "generated/").assertOnlyKnownDisagreements(scratch, 300);
    }
}
