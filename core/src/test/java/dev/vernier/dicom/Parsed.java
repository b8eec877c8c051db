package dev.vernier.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** One file parsed: what the sink was told, in order, and what the parser answered. */
public final class Parsed implements ElementSink {

    private final WantedTags wanted;
    private final HeaderValues values;
    private final List<String> events = new ArrayList<>();

    private Outcome outcome;
    private ParseEnd end;
    private long position;
    private int lastTag;
    private boolean repaired;
    private boolean tooLong;
    private boolean duplicates;
    private TransferSyntax syntax;

    private Parsed(WantedTags wanted) {
        this.wanted = wanted;
        this.values = new HeaderValues(wanted);
    }

    /** Parses bytes for these paths. */
    public static Parsed of(byte[] file, String... paths) {
        return of(MemoryWindow.of(file), WantedTags.of(paths));
    }

    public static Parsed of(byte[] file, WantedTags wanted) {
        return of(MemoryWindow.of(file), wanted);
    }

    public static Parsed of(ByteWindow window, WantedTags wanted) {
        try (HeaderParser parser = new HeaderParser()) {
            return of(window, wanted, parser);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Parsed of(ByteWindow window, WantedTags wanted, HeaderParser parser) throws IOException {
        Parsed parsed = new Parsed(wanted);
        parsed.outcome = parser.parse(window, wanted, parsed);
        parsed.end = parser.end();
        parsed.position = parser.position();
        parsed.lastTag = parser.lastTag();
        parsed.repaired = parser.repaired();
        parsed.tooLong = parser.tooLong();
        parsed.duplicates = parser.duplicates();
        parsed.syntax = parser.transferSyntax();
        return parsed;
    }

    @Override
    public void value(int slot, ElementValue value) {
        String hex = value.length() > 64
                ? value.length() + " bytes, hash " + value.trimmedHash()
                : HexFormat.of().formatHex(value.toByteArray());
        events.add(slot + " " + Vr.toString(value.vr()) + (value.bigEndian() ? " big " : " ") + hex);
        values.value(slot, value);
    }

    @Override
    public void beginItem(int slot, int index) {
        events.add(slot + " begins item " + index);
        values.beginItem(slot, index);
    }

    @Override
    public void endItem(int slot) {
        events.add(slot + " ends item");
    }

    /** Everything there is to know, to compare two ways of reading. */
    public String everything() {
        return String.join("\n", events) + "\n" + outcome + " " + end + " at " + position + " last "
                + Tag.toString(lastTag) + (repaired ? " repaired" : "") + (tooLong ? " too long" : "")
                + (duplicates ? " duplicates" : "") + " "
                + syntax;
    }

    public List<String> events() {
        return events;
    }

    public Outcome outcome() {
        return outcome;
    }

    public ParseEnd end() {
        return end;
    }

    public long position() {
        return position;
    }

    public int lastTag() {
        return lastTag;
    }

    public boolean repaired() {
        return repaired;
    }

    public boolean tooLong() {
        return tooLong;
    }

    public boolean duplicates() {
        return duplicates;
    }

    public TransferSyntax syntax() {
        return syntax;
    }

    public boolean has(String path) {
        return values.isPresent(wanted.slot(path));
    }

    public String text(String path) {
        return values.text(wanted.slot(path));
    }

    public double number(String path) {
        return values.number(wanted.slot(path));
    }

    public String numbers(String path) {
        StringBuilder text = new StringBuilder();
        for (double number : values.numbers(wanted.slot(path))) {
            text.append(text.isEmpty() ? "" : " ").append(number);
        }
        return text.toString();
    }

    public Parsed expect(Outcome expected) {
        assertEquals(expected, outcome, this::everything);
        return this;
    }

    public Parsed expect(Outcome expected, ParseEnd expectedEnd) {
        assertEquals(expected + " " + expectedEnd, outcome + " " + end, this::everything);
        return this;
    }

    /** Expects PixelSpacing, row spacing (y) first. */
    public Parsed expectSpacing(double y, double x) {
        assertEquals(y + " " + x, numbers("PixelSpacing"), this::everything);
        return this;
    }

    public Parsed expectRepaired(boolean expected) {
        assertEquals(expected, repaired, "repaired");
        return this;
    }
}
