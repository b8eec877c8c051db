package dev.vernier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.cli.console.Paint;
import dev.vernier.cli.inspect.Detail;
import dev.vernier.cli.inspect.FileText;
import dev.vernier.cli.inspect.InspectJson;
import dev.vernier.geometry.SpacingRules;
import dev.vernier.inspect.FileInspection;
import dev.vernier.synth.DicomBytes;
import dev.vernier.synth.DicomSyntax;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code inspect FILE}. */
class InspectFileTest {

    @TempDir
    private Path folder;

    private Path file;
    private byte[] slice;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("slice.dcm");
        slice = new TestSeries("1.1").sliceThickness("3").file(0, 7.5);
        Files.write(file, slice);
    }

    private static String line(String text, String beginning) {
        return text.lines()
                .filter(line -> line.strip().startsWith(beginning))
                .findFirst()
                .orElseThrow(() -> new AssertionError(beginning + " in " + text));
    }

    private static int indexOf(byte[] bytes, String text) {
        byte[] wanted = text.getBytes(StandardCharsets.US_ASCII);
        return IntStream.range(0, bytes.length - wanted.length)
                .filter(i -> Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void elementsAreShownWithWhereTheyAre() {
        String text = Cli.out("inspect", file);
        String spacing = line(text, "(0028,0030)");
        String at = String.valueOf(indexOf(slice, "0.6\\0.5"));
        assertEquals(
                List.of("(0028,0030)", "PixelSpacing", "DS", at, "8", "0.6\\0.5"),
                List.of(spacing.strip().split(" +")));
        assertTrue(line(text, "outcome").contains("OK: an image of a series"), text);
        assertTrue(line(text, "begins").contains("preamble and DICM, meta information to byte "), text);
        assertTrue(line(text, "encoding").contains("explicit little endian; the file says 1.2.840.10008.1.2.1"), text);
        assertTrue(line(text, "read ").contains(slice.length + " bytes in "), text);
        assertTrue(line(text, "ends").contains("at byte "), text);
        assertTrue(line(text, "looked for and not met:").contains("SpacingBetweenSlices"), text);
    }

    @Test
    void geometryOfTheFileFollows() {
        String text = Cli.out("inspect", file);
        assertTrue(line(text, "spacing").contains("x 0.5, y 0.6, z 3 mm"), text);
        assertTrue(line(text, "begins at").contains("(0, 0, 7.5)"), text);
        assertTrue(line(text, "slice-thickness").contains("TAKEN: fewer than two positions to measure"), text);
        assertTrue(Cli.out("inspect", file, "--z", "positions").contains("z - mm"));
    }

    @Test
    void encodingThatIsNotTheStatedOneIsPointedOut() throws IOException {
        DicomBytes implicit = new DicomBytes(DicomSyntax.IMPLICIT_LITTLE_ENDIAN)
                .element(0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.2")
                .element(0x0020000E, "UI", "1.1")
                .element(0x00280010, "US", 64)
                .element(0x00280011, "US", 48);
        byte[] lying = implicit.toFile();
        lying[indexOf(lying, "1.2.840.10008.1.2\0") + 16] = '1';
        Files.write(file, lying);
        String encoding = line(Cli.out("inspect", file), "encoding");
        assertTrue(
                encoding.contains("implicit little endian; the file says 1.2.840.10008.1.1, which is not so"),
                encoding);
    }

    @Test
    void fileThatIsExplainedIsASuccessWhateverItIs() throws IOException {
        Files.writeString(file, "no DICOM, but long enough to be looked at".repeat(5));
        Cli.Result text = Cli.run("inspect", file, "--strict");
        assertEquals(ExitStatus.DONE, text.status());
        assertTrue(line(text.out(), "outcome").contains("NOT_DICOM"), text.out());
        assertEquals("", text.err());
        Files.write(file, new byte[0]);
        assertTrue(Cli.out("inspect", file).contains("EMPTY: zero bytes"));
        Files.write(file, Arrays.copyOf(slice, 150));
        assertTrue(Cli.out("inspect", file).contains("TRUNCATED"));
        Files.write(
                file,
                new DicomBytes(DicomSyntax.EXPLICIT_LITTLE_ENDIAN)
                        .element(0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.88.11")
                        .toFile());
        assertTrue(Cli.out("inspect", file, "--strict").contains("NO_GEOMETRY"));
    }

    @Test
    void everyPrefixIsExplained() throws IOException {
        for (int length = 0; length < slice.length; length++) {
            Files.write(file, Arrays.copyOf(slice, length));
            FileInspection cut = FileInspection.of(file, SpacingRules.DEFAULT);
            String outcome = cut.outcome().name();
            assertTrue(
                    line(FileText.of(cut, Detail.BOUNDED, Paint.PLAIN), "outcome")
                            .contains(outcome + ": "),
                    "cut at " + length);
            assertEquals(outcome, Json.object(InspectJson.of(cut, "")).get("outcome"), "cut at " + length);
        }
    }

    @Test
    void cutFileIsStatusEightOnlyWhereStrictIsAsked() throws IOException {
        Files.write(file, Arrays.copyOf(slice, slice.length - 40));
        Cli.Result lenient = Cli.run("inspect", file);
        assertEquals(ExitStatus.DONE, lenient.status());
        assertTrue(line(lenient.out(), "outcome").contains("TRUNCATED: cut short; "), lenient.out());
        assertTrue(line(lenient.out(), "ends").contains("where the file ends within an element"), lenient.out());
        assertEquals(ExitStatus.UNREADABLE, Cli.run("inspect", file, "--strict").status());
    }

    @Test
    void whatIsNotThereOrCannotBeReadIsOneLine() {
        Cli.Result missing = Cli.run("inspect", folder.resolve("nowhere"));
        assertEquals(ExitStatus.FAILED, missing.status());
        assertTrue(missing.onlyErrorLine().endsWith("there is no such file or folder"), missing.err());
    }

    @Test
    void seriesOfAFileIsWrongUsage() {
        Cli.Result result = Cli.run("inspect", file, "--series", "1.1");
        assertEquals(ExitStatus.USAGE, result.status());
        assertTrue(result.onlyErrorLine().contains("--series is for folders and archives"), result.err());
    }

    @Test
    void longValuesAreCutUnlessAllIsAskedFor() throws IOException {
        String protocol = "p".repeat(3000);
        Files.write(file, new TestSeries("1.1").protocol(protocol).file(0, 1));
        assertFalse(Cli.out("inspect", file).contains("p".repeat(61)));
        assertTrue(Cli.out("inspect", file, "--all").contains(protocol));
    }

    @Test
    void textOfTheFileIsNotObeyed() throws IOException {
        Files.write(
                file,
                new TestSeries("1.1\u001b[2J")
                        .manufacturer("red \u001b[31m")
                        .protocol("a\nb")
                        .file(0, 1));
        for (String format : List.of("text", "json")) {
            String text = Cli.out("inspect", file, "--format", format);
            assertTrue(text.chars().allMatch(c -> c == '\n' || c >= ' ' && c != 0x7f), text);
            assertTrue(text.contains("\\u001b[31m"), text);
        }
    }

    @Test
    void jsonHoldsTheSame() {
        Map<String, Object> json = Json.object(Cli.out("inspect", file, "--format", "json"));
        assertEquals("OK", json.get("outcome"));
        Map<String, Object> walk = Json.asObject(json.get("walk"));
        assertEquals("EXPLICIT_LITTLE_ENDIAN", walk.get("encoding"));
        assertEquals(132L, walk.get("firstElementAt"));
        Map<String, Object> spacing = Json.asList(json.get("elements")).stream()
                .map(Json::asObject)
                .filter(each -> each.get("name").equals("PixelSpacing"))
                .findFirst()
                .orElseThrow();
        assertEquals((long) indexOf(slice, "0.6\\0.5"), spacing.get("at"));
        assertEquals("0.6\\0.5", spacing.get("value"));
        assertEquals(List.of(0.5, 0.6, 3L), Json.asObject(json.get("geometry")).get("spacing"));
    }
}
