package dev.vernier.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table in docs/INTERPRETATION.md of what readers disagree about says what {@code disagreements.csv} says. */
class DisagreementKindsTest {

    private static final Path PAGE = Path.of("..", "docs", "INTERPRETATION.md");
    private static final String HEADING = "## Where other readers disagree";
    private static final List<String> ORACLES = List.of("dcmtk", "pydicom", "gdcm", "dcm4che");
    private static final Pattern PARAGRAPH = Pattern.compile("PS3\\.\\d+ (§\\d|§C\\.|annex [A-Z])");

    /**
     * One row of the page.
     *
     * @param differ who differs and in how many rows of the list, as "dcmtk 1, gdcm 2"
     */
    private record Explained(String kind, String differ, String right, String paragraph) {

        static Explained of(String line) {
            String[] cells = line.split("\\|");
            assertEquals(7, cells.length, line);
            return new Explained(cells[1].strip(), cells[3].strip(), cells[5].strip(), cells[6].strip());
        }
    }

    private static List<Explained> page() throws IOException {
        String page = Files.readString(PAGE);
        return page.substring(page.indexOf(HEADING))
                .lines()
                .filter(line -> line.startsWith("| "))
                .skip(2)
                .map(Explained::of)
                .toList();
    }

    @Test
    void everyKindHasItsRowThatSaysWhoDiffersAndHowOften() throws IOException {
        Map<String, List<Disagreement.Known>> listed = Disagreement.table().stream()
                .collect(Collectors.groupingBy(Disagreement.Known::kind, TreeMap::new, Collectors.toList()));
        assertEquals(
                listed.entrySet().stream()
                        .map(kind -> kind.getKey() + ": " + differ(kind.getValue()))
                        .toList(),
                page().stream()
                        .map(row -> row.kind() + ": " + row.differ())
                        .sorted()
                        .toList());
    }

    private static String differ(List<Disagreement.Known> rows) {
        return ORACLES.stream()
                .map(oracle -> oracle + " "
                        + rows.stream()
                                .filter(row -> row.disagreement().oracle().equals(oracle))
                                .count())
                .filter(count -> !count.endsWith(" 0"))
                .collect(Collectors.joining(", "));
    }

    @Test
    void everyRowSaysWhoIsRightAndByWhichParagraph() throws IOException {
        List<Explained> vague = page().stream()
                .filter(row -> !Set.of("Vernier", "they", "open").contains(row.right())
                        || !PARAGRAPH.matcher(row.paragraph()).find())
                .toList();
        assertEquals(List.of(), vague);
    }

    @Test
    void ofRealFilesNoValueIsDisputed() throws IOException {
        assertEquals(
                List.of(),
                Disagreement.table().stream()
                        .map(Disagreement.Known::disagreement)
                        .filter(row -> row.file().startsWith("shared/"))
                        .filter(row -> !row.attribute().equals(Disagreement.STATE))
                        .toList());
    }

    @Test
    void aReaderThatDiesIsNeverCalledRight() throws IOException {
        assertEquals(
                Set.of("crash"),
                Disagreement.table().stream()
                        .filter(row -> row.disagreement().theirs().equals(Reading.State.CRASHED.name()))
                        .map(Disagreement.Known::kind)
                        .collect(Collectors.toSet()));
    }
}
