package dev.vernier.synth;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Writes data sets for tests, and reads their tables back. */
final class TestData {
    private TestData() {}

    static SynthOptions options(int series, long seed, int threads) {
        return new SynthOptions(series, SynthOptions.FEWEST_SLICES, seed, Profile.RSNA_IAD, threads);
    }

    static SynthSummary write(Path directory, SynthOptions options) throws IOException {
        return SynthDataset.write(directory, options, files -> {});
    }

    static List<NamedCsvRecord> rows(Path csv) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
            return reader.stream().toList();
        }
    }

    /** All files below a folder, relative to it, sorted. */
    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile)
                    .map(folder::relativize)
                    .sorted()
                    .toList();
        }
    }

    /** The DICOM files of a data set: all but the junk. */
    static List<Path> dicomFiles(Path dataset) throws IOException {
        Path root = dataset.resolve("series");
        return files(root).stream()
                .filter(file -> file.getFileName().toString().contains("2.25."))
                .map(root::resolve)
                .toList();
    }

    /** SOPInstanceUID, as a file's name says it. */
    static String sopInstanceUid(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.indexOf("2.25."), name.length() - ".dcm".length());
    }
}
