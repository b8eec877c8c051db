package dev.vernier.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.vernier.SharedData;
import dev.vernier.dicom.Outcome;
import dev.vernier.geometry.SpacingRules;
import dev.vernier.io.FileAccess;
import dev.vernier.io.ReadStrategy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every row of the independently computed outcomes.csv. */
class ExpectedOutcomesTest {

    @ParameterizedTest
    @EnumSource(ReadStrategy.class)
    void realFilesHaveTheOutcomesComputedIndependently(ReadStrategy read) throws IOException {
        Path root = SharedData.dicom("");
        List<String> differences = new ArrayList<>();
        int rows = 0;
        ScanOptions options = new ScanOptions(List.of(root), SpacingRules.DEFAULT, List.of(), 1, read, false, Set.of());
        FileAccess access = read.newAccess();
        try (FileScan scan = new FileScan(options, access, ScanCache.NONE)) {
            for (NamedCsvRecord expected : SharedData.rows("outcomes.csv")) {
                rows++;
                Outcome outcome = scan.scan("", access.file(root.resolve(expected.getField("path"))), 0);
                if (!outcome.name().equals(expected.getField("outcome"))) {
                    differences.add(expected.getField("path") + " is " + outcome + " " + scan.detail() + ", not "
                            + expected.getField("outcome") + " (" + expected.getField("why") + ")");
                }
            }
        }
        assertEquals(229, rows, "rows of outcomes.csv");
        assertEquals("", String.join("\n", differences));
    }
}
