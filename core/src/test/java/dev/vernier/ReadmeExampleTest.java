package dev.vernier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vernier.dicom.HeaderValues;
import dev.vernier.dicom.Outcome;
import dev.vernier.dicom.WantedTags;
import dev.vernier.io.ReadStrategy;
import dev.vernier.scan.HeaderReader;
import dev.vernier.synth.DicomBytes;
import dev.vernier.synth.DicomSyntax;
import dev.vernier.synth.Profile;
import dev.vernier.synth.SynthDataset;
import dev.vernier.synth.SynthOptions;
import dev.vernier.synth.SynthSummary;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library code that the README shows, word for word. */
class ReadmeExampleTest {

    private static final int LINES = 10;

    @TempDir
    private Path temp;

    @Test
    void theExampleOfTheReadmePrintsTheReferenceTable() throws IOException {
        Path archive = temp.resolve("archive");
        SynthSummary set = SynthDataset.write(archive, new SynthOptions(60, 8, 1, Profile.RSNA_IAD, 2), files -> {});
        assertEquals(
                List.of(
                        "CTA: 0.46875 x 0.46875 x 0.8 mm",
                        "MRA: 0.410156 x 0.410156 x 0.6 mm",
                        "MRI T1post: 0.5 x 0.5 x 1.2 mm",
                        "MRI T2: 0.5 x 0.5 x 5.0 mm"),
                printed(() -> example(archive.resolve("series"), set.catalog())));
    }

    /** A piece of code that reads files. */
    private interface Example {
        void run() throws IOException;
    }

    /** The lines that an example prints. */
    private static List<String> printed(Example example) throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream standardOutput = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            example.run();
        } finally {
            System.setOut(standardOutput);
        }
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static void example(Path archive, Path catalog) throws IOException {
        // README begin
        SpacingReport report = VoxelSpacing.builder()
                .root(archive)
                .catalog(catalog)
                .domain("Modality")
                .build()
                .scan();
        for (DomainReport domain : report.domains()) {
            Axes median = domain.spacing().median();
            System.out.printf("%s: %s x %s x %s mm%n", domain.domain(), median.x(), median.y(), median.z());
        }
        // README end
    }

    @Test
    void theTagsExampleOfTheReadmePrintsThreeTagsOfEveryFile() throws IOException {
        Path file = temp.resolve("slice.dcm");
        byte[] slice = new DicomBytes(DicomSyntax.EXPLICIT_LITTLE_ENDIAN)
                .element(0x0020000E, "UI", "1.2.3")
                .element(0x00280010, "US", 512)
                .element(0x00280030, "DS", 0.5, 0.4)
                .toFile();
        Files.write(file, slice);
        assertEquals(List.of("OK 1.2.3 512.0 [0.5, 0.4]"), printed(() -> tagsExample(List.of(file))));
    }

    private static void tagsExample(List<Path> files) {
        // README tags begin
        HeaderValues values = new HeaderValues(WantedTags.of("SeriesInstanceUID", "Rows", "PixelSpacing"));
        try (HeaderReader reader = new HeaderReader(ReadStrategy.AUTO)) {
            for (Path file : files) {
                values.begin();
                Outcome outcome = reader.read(file, values.wanted(), values);
                double[] spacingMm = values.numbers(2); // of rows, then of columns
                System.out.printf("%s %s %s ", outcome, values.text(0), values.number(1));
                System.out.println(Arrays.toString(spacingMm));
            }
        }
        // README tags end
    }

    @Test
    void theExamplesAreThoseInTheReadme() throws IOException {
        List<String> lines = stripped(Path.of("src/test/java/dev/vernier/ReadmeExampleTest.java"));
        List<String> readme = stripped(Path.of("../README.md"));
        for (String kind : List.of("", "tags ")) {
            int begin = lines.indexOf("// README " + kind + "begin");
            List<String> example = lines.subList(begin + 1, lines.indexOf("// README " + kind + "end"));
            assertEquals(LINES, example.size());
            assertEquals(example, fromExample(readme, example.get(0)), "README.md");
        }
    }

    private static List<String> stripped(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(String::strip).toList();
    }

    /** What the README has from the example's first line on. */
    private static List<String> fromExample(List<String> readme, String firstLine) {
        int from = readme.indexOf(firstLine);
        return from < 0
                ? List.of("(the example is not there)")
                : readme.subList(from, Math.min(readme.size(), from + LINES));
    }
}
