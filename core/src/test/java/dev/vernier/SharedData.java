package dev.vernier;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Real DICOM data with independently computed answers, kept beside the project; tests that need it are skipped where it is not. */
public final class SharedData {

    private static final Path FOLDER = Path.of("..", "..", "shared", "data");

    private SharedData() {}

    /** Folder of one case, or of all where the name is empty. */
    public static Path dicom(String caseName) {
        Path folder = FOLDER.resolve("dicom");
        assumeTrue(
                Files.isDirectory(folder),
                "no shared data at " + folder.toAbsolutePath().normalize());
        return caseName.isEmpty() ? folder : folder.resolve(caseName);
    }

    /** The folder of a case of one of the tables of expected series. */
    public static Path caseOf(String table, String caseName) {
        return table.startsWith("bugs/") ? path("bugs/cases").resolve(caseName) : dicom(caseName);
    }

    /** Any other file or folder of the shared data. */
    public static Path path(String name) {
        Path path = FOLDER.resolve(name);
        assumeTrue(
                Files.exists(path), "no shared data at " + path.toAbsolutePath().normalize());
        return path;
    }

    /** The rows of expected.csv or outcomes.csv. */
    public static List<NamedCsvRecord> rows(String table) throws IOException {
        dicom("");
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(FOLDER.resolve(table))) {
            return reader.stream().toList();
        }
    }
}
