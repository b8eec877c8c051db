package dev.vernier.oracle;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One value that an oracle and our reader do not agree about.
 *
 * @param file name of the file, below the root of shared or generated files
 * @param attribute path of the attribute, {@link #STATE} or {@link #MISSING}
 */
record Disagreement(String oracle, String file, String attribute, String ours, String theirs) {

    /** Stands for how the file as a whole was taken: see {@link Reading.State}. */
    static final String STATE = "(file)";

    /** Stands for many attributes that only we found. */
    static final String MISSING = "(missing)";

    private static final int MANY = 6;
    private static final int LONGEST = 120;

    /**
     * A disagreement that is known.
     *
     * @param kind names the row of docs/INTERPRETATION.md that says who is right, and by which paragraph of the standard
     */
    record Known(Disagreement disagreement, String kind) {}

    Disagreement {
        ours = shown(ours);
        theirs = shown(theirs);
    }

    private static String shown(String value) {
        StringBuilder text = new StringBuilder();
        value.codePoints().forEach(point -> {
            boolean plain = point >= ' ' && point < 0x7F;
            text.append(plain ? Character.toString(point) : "<%X>".formatted(point));
        });
        return text.length() <= LONGEST ? text.toString() : text.substring(0, LONGEST - 1) + "~";
    }

    /** What two readers of one file do not agree about; a reader that did not come through misses no value. */
    static List<Disagreement> between(String oracle, String file, Reading ours, Reading theirs) {
        List<Disagreement> all = new ArrayList<>();
        if (ours.state() != theirs.state()) {
            all.add(new Disagreement(
                    oracle, file, STATE, ours.state().name(), theirs.state().name()));
        }
        List<Disagreement> missing = new ArrayList<>();
        for (Attribute attribute : Attribute.ALL) {
            String our = ours.value(attribute);
            String their = theirs.value(attribute);
            if (!our.equals(their) && !misses(ours, our) && !misses(theirs, their)) {
                (their.isEmpty() ? missing : all).add(new Disagreement(oracle, file, attribute.path(), our, their));
            }
        }
        if (missing.size() < MANY) {
            all.addAll(missing);
        } else {
            all.add(new Disagreement(oracle, file, MISSING, missing.size() + " attributes", ""));
        }
        return all;
    }

    private static boolean misses(Reading reading, String value) {
        return value.isEmpty() && reading.state() != Reading.State.WHOLE;
    }

    /** The table of known disagreements. */
    static List<Known> table() throws IOException {
        try (InputStream source = Disagreement.class.getResourceAsStream("disagreements.csv");
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(source, StandardCharsets.UTF_8))) {
            return rows.stream()
                    .map(row -> new Known(
                            new Disagreement(
                                    row.getField("oracle"),
                                    row.getField("file"),
                                    row.getField("attribute"),
                                    row.getField("ours"),
                                    row.getField("theirs")),
                            row.getField("kind")))
                    .toList();
        }
    }

    /** As a row of the table that someone still has to judge. */
    String asRow() {
        StringWriter text = new StringWriter();
        try (CsvWriter row = CsvWriter.builder().build(text)) {
            row.writeRecord(oracle, file, attribute, ours, theirs, "TODO");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().strip();
    }
}
