package dev.vernier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.vernier.io.ReadStrategy;
import dev.vernier.synth.Profile;
import dev.vernier.synth.SynthDataset;
import dev.vernier.synth.SynthOptions;
import dev.vernier.synth.SynthSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A data set shaped like the RSNA Intracranial Aneurysm training data, whose right answer is planted by code that knows no core. */
class SyntheticArchiveTest {

    private static final int SERIES = 400;

    @TempDir
    private static Path temp;

    private static Path root;
    private static SynthSummary summary;
    private static SpacingReport reference;

    @BeforeAll
    static void write() throws IOException {
        Path folder = temp.resolve("set");
        summary = SynthDataset.write(folder, new SynthOptions(SERIES, 10, 20260101, Profile.RSNA_IAD, 4), files -> {});
        root = folder.resolve("series");
        reference = scan(root, 2, ReadStrategy.AUTO);
    }

    @Test
    void everySeriesHasThePlantedSpacingAndStatus() throws IOException {
        Map<String, SeriesReport> found = new TreeMap<>();
        reference.series().forEach(series -> found.put(series.seriesUid(), series));
        List<String> differences = new ArrayList<>();
        for (NamedCsvRecord truth : rows(summary.truth())) {
            String uid = truth.getField("series_uid");
            SeriesReport series = found.remove(uid);
            String expected = Stream.of("domain", "x", "y", "z", "status")
                    .map(truth::getField)
                    .toList()
                    .toString();
            String actual = series == null
                    ? "not found"
                    : List.of(
                                    series.domain(),
                                    Numbers.format(series.spacing().x()),
                                    Numbers.format(series.spacing().y()),
                                    Numbers.format(series.spacing().z()),
                                    series.spacing().status().name())
                            .toString();
            if (!expected.equals(actual)) {
                differences.add(uid + " " + truth.getField("planted") + ": " + actual + ", not " + expected);
            }
        }
        assertEquals("", String.join("\n", differences));
        assertEquals(Map.of(), found, "series that were not planted");
        assertEquals(SERIES, reference.series().size());
    }

    @Test
    void everyDomainHasThePlantedMedianToTheLastDigitPrinted() throws IOException {
        List<String> expected = new ArrayList<>();
        for (NamedCsvRecord truth : rows(summary.truthDomains())) {
            expected.add(Stream.of("domain", "series", "voting", "x", "y", "z")
                    .map(truth::getField)
                    .toList()
                    .toString());
        }
        List<String> actual = reference.domains().stream()
                .map(domain -> List.of(
                                domain.domain(),
                                Integer.toString(domain.series()),
                                Integer.toString(domain.voting()),
                                Numbers.format(domain.spacing().median().x()),
                                Numbers.format(domain.spacing().median().y()),
                                Numbers.format(domain.spacing().median().z()))
                        .toString())
                .sorted()
                .toList();

        assertEquals(expected.stream().sorted().toList(), actual);
    }

    @Test
    void whatIsPlantedIsFound() throws IOException {
        for (String code : List.of(
                "DECLARED_MISMATCH",
                "MISSING_SLICES",
                "MIXED_GEOMETRY",
                "NO_SPACING",
                "REPEATED_POSITIONS",
                "SINGLE_SLICE",
                "ESTIMATED",
                "NOT_DICOM")) {
            assertTrue(reference.findingCounts().getOrDefault(code, 0L) > 0, code + " of " + reference.findingCounts());
        }
        assertEquals(summary.files(), reference.filesSeen());
        assertEquals(0, reference.inCatalogNotOnDisk() + reference.onDiskNotInCatalog());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 32})
    void threadsDoNotChangeAnything(int threads) throws IOException {
        assertEquals(Archive.text(reference), Archive.text(scan(root, threads, ReadStrategy.AUTO)));
    }

    @ParameterizedTest
    @EnumSource(ReadStrategy.class)
    void neitherDoesTheWayOfReading(ReadStrategy read) throws IOException {
        assertEquals(Archive.text(reference), Archive.text(scan(root, 4, read)));
    }

    @Test
    void namesAndFoldersOfFilesDecideNothingButTheFolderShown() throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(root)) {
            files = new ArrayList<>(found.filter(Files::isRegularFile).sorted().toList());
        }
        Collections.shuffle(files, new Random(1));
        Path flat = Files.createDirectory(temp.resolve("flat"));
        for (int i = 0; i < files.size(); i++) {
            Files.createLink(flat.resolve("f" + i), files.get(i));
        }

        assertEquals(withoutPlaces(reference), withoutPlaces(scan(flat, 2, ReadStrategy.AUTO)));
        assertEquals(withoutPlaces(reference), withoutPlaces(scan(flat, 32, ReadStrategy.AUTO)));
    }

    /** Everything but paths of files and folders. */
    private static String withoutPlaces(SpacingReport report) {
        List<SeriesReport> series = report.series().stream()
                .map(s -> new SeriesReport(
                        s.seriesUid(),
                        s.domain(),
                        s.spacing(),
                        s.votes(),
                        s.unreadable(),
                        s.modality(),
                        s.manufacturer(),
                        s.model(),
                        s.protocol(),
                        "",
                        s.axes()))
                .toList();
        List<Finding> findings = report.findings().stream()
                .map(finding -> new Finding(finding.seriesUid(), "", finding.code(), finding.detail()))
                .sorted()
                .toList();
        return series + "\n" + report.domains() + report.all() + "\n" + findings + report.findingCounts()
                + report.files();
    }

    private static SpacingReport scan(Path folder, int threads, ReadStrategy read) throws IOException {
        return VoxelSpacing.builder()
                .root(folder)
                .catalog(summary.catalog())
                .domain("Modality")
                .threads(threads)
                .read(read)
                .build()
                .scan();
    }

    private static List<NamedCsvRecord> rows(Path csv) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
            return reader.stream().toList();
        }
    }
}
