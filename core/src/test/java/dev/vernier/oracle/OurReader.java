package dev.vernier.oracle;

import dev.vernier.dicom.BufferWindow;
import dev.vernier.dicom.ElementSink;
import dev.vernier.dicom.ElementValue;
import dev.vernier.dicom.HeaderParser;
import dev.vernier.dicom.Outcome;
import dev.vernier.dicom.SpecificCharacterSet;
import dev.vernier.dicom.WantedTags;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** The reader under test, asked for what the oracles are asked for. */
final class OurReader {

    private static final WantedTags WANTED = WantedTags.of(
                    Attribute.ALL.stream().map(Attribute::path).toArray(String[]::new))
            .withFullWalk();
    private static final int MOST_NUMBERS = 4096;

    private OurReader() {}

    /**
     * Reads many files.
     *
     * @param decodeText whether text is decoded by the file's character set, or shown byte by byte
     */
    static Map<Path, Reading> read(List<Path> files, boolean decodeText) throws IOException {
        Map<Path, Reading> readings = new HashMap<>();
        try (HeaderParser parser = new HeaderParser()) {
            for (Path file : files) {
                Collector collector = new Collector(decodeText);
                Outcome outcome =
                        parser.parse(new BufferWindow(ByteBuffer.wrap(Files.readAllBytes(file))), WANTED, collector);
                readings.put(file, collector.reading.is(state(outcome, collector.reading)));
            }
        }
        return readings;
    }

    private static Reading.State state(Outcome outcome, Reading reading) {
        return switch (outcome) {
            case OK -> Reading.State.WHOLE;
            case TRUNCATED, MALFORMED -> reading.isEmpty() ? Reading.State.REFUSED : Reading.State.DAMAGED;
            default -> Reading.State.REFUSED;
        };
    }

    private static final class Collector implements ElementSink {
        private final Reading reading = new Reading();
        private final double[] numbers = new double[MOST_NUMBERS];
        private final boolean decodeText;
        private String characterSet = "";

        private Collector(boolean decodeText) {
            this.decodeText = decodeText;
        }

        @Override
        public void value(int slot, ElementValue value) {
            Attribute attribute = Attribute.ALL.get(slot);
            byte[] bytes = value.toByteArray();
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            switch (attribute.kind()) {
                case NUMBER -> reading.addSpelled(attribute, numbers(value, text));
                case LOCALISED ->
                    reading.add(attribute, decodeText ? SpecificCharacterSet.decode(bytes, characterSet) : text);
                case TEXT -> {
                    reading.add(attribute, text);
                    if (attribute.path().equals("SpecificCharacterSet")) {
                        characterSet = text.strip();
                    }
                }
            }
        }

        /** What the reader makes of the components; those that it takes for no numbers as the file has them. */
        private String numbers(ElementValue value, String text) {
            int count = value.numbers(numbers);
            String[] components = text.split("\\\\", -1);
            StringJoiner all = new StringJoiner("\\");
            for (int i = 0; i < count; i++) {
                String component = count == components.length ? components[i].strip() : text;
                if (Double.isNaN(numbers[i])) {
                    all.add(component.isEmpty() ? "" : Reading.noNumber(component));
                } else {
                    all.add(Reading.spelling(numbers[i]));
                }
            }
            return all.toString();
        }
    }
}
