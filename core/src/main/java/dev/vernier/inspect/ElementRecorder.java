package dev.vernier.inspect;

import dev.vernier.dicom.ElementSink;
import dev.vernier.dicom.ElementValue;
import dev.vernier.dicom.HeaderParser;
import dev.vernier.dicom.HeaderValues;
import dev.vernier.dicom.TagPath;
import dev.vernier.dicom.Vr;
import java.util.ArrayList;
import java.util.List;

/**
 * Stands between the parser and the engine's own sink: notes where each element was met, and passes everything on, so that the walk
 * stops where a scan's does. For one file; one thread.
 */
final class ElementRecorder implements ElementSink {

    private final ElementSink engine;
    private final HeaderParser parser;
    private final HeaderValues values;
    private final List<Integer> slotsAsMet = new ArrayList<>();
    private final long[] times;
    private final long[] valueAt;
    private final boolean[] sequence;

    /**
     * A recorder for the next file.
     *
     * @param engine what a scan would have read into
     * @param values to keep the values in, by the slots of the engine's wanted tags
     */
    ElementRecorder(ElementSink engine, HeaderParser parser, HeaderValues values) {
        this.engine = engine;
        this.parser = parser;
        this.values = values;
        int slots = values.wanted().size();
        times = new long[slots];
        valueAt = new long[slots];
        sequence = new boolean[slots];
        values.begin();
    }

    @Override
    public void value(int slot, ElementValue value) {
        sequence[slot] |= value.vr() == Vr.SQ;
        note(slot);
        values.value(slot, value);
        engine.value(slot, value);
    }

    @Override
    public void beginItem(int slot, int index) {
        sequence[slot] = true;
        note(slot);
        values.beginItem(slot, index);
        engine.beginItem(slot, index);
    }

    @Override
    public void endItem(int slot) {
        engine.endItem(slot);
    }

    @Override
    public boolean wants(int slot) {
        return engine.wants(slot);
    }

    private void note(int slot) {
        if (times[slot]++ == 0) {
            slotsAsMet.add(slot);
            valueAt[slot] = parser.valueAt();
        }
    }

    /** What was met, in the order of the file. */
    List<ReadElement> elements() {
        return slotsAsMet.stream().map(this::element).toList();
    }

    private ReadElement element(int slot) {
        return new ReadElement(
                values.wanted().path(slot),
                Vr.toString(values.vr(slot)),
                valueAt[slot],
                values.bytes(slot).length,
                times[slot],
                sequence[slot],
                sequence[slot] ? "" : values.text(slot));
    }

    /** What was looked for at top level and not met, up to where the walk ended, and would still be wanted. */
    List<TagPath> absent() {
        List<TagPath> absent = new ArrayList<>();
        for (int slot = 0; slot < times.length; slot++) {
            TagPath path = values.wanted().path(slot);
            if (times[slot] == 0 && path.isTopLevel() && engine.wants(slot) && !absent.contains(path)) {
                absent.add(path);
            }
        }
        return absent;
    }
}
