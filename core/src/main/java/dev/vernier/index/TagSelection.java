package dev.vernier.index;

import dev.vernier.dicom.ElementSink;
import dev.vernier.dicom.ElementValue;
import dev.vernier.dicom.HeaderValues;
import dev.vernier.dicom.Tag;
import dev.vernier.dicom.Vr;
import dev.vernier.dicom.WantedTags;
import dev.vernier.index.IndexTag.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the values of tags that are told by more than their path: by the number of an item, or by the creator of a private block. Columns
 * are numbered as the tags given. Reused for file after file; one thread.
 */
final class TagSelection implements ElementSink {

    /** Bytes kept of one file: a row must stay small beside the memory that rows are sorted in. */
    static final int MAX_BYTES = 1 << 20;

    /** What texts are decoded by: it is kept as a column behind those that are asked for, where it is none of them. */
    private static final Step CHARACTER_SET = new Step(Tag.SPECIFIC_CHARACTER_SET, null, 0);

    private final int columns;
    /** By column: what to take a value for whose VR nobody states. */
    private final int[] vrs;

    private final HeaderValues values;
    private final List<PathStep> first = new ArrayList<>();
    private final HeardTags heard;
    private final HeardTag.Taker keeper = this::keep;

    private int bytes;
    private boolean incomplete;

    TagSelection(List<IndexTag> tags) {
        values =
                new HeaderValues(WantedTags.of(tags.stream().map(IndexTag::path).toList()));
        columns = tags.size();
        vrs = new int[values.wanted().size()];
        for (int column = 0; column < columns; column++) {
            IndexTag tag = tags.get(column);
            vrs[column] = tag.vr();
            first.add(steps(column, tag.steps()));
        }
        if (columns < vrs.length) {
            first.add(new PathStep(columns, CHARACTER_SET, null));
        }
        heard = new HeardTags(first);
    }

    private static PathStep steps(int column, List<Step> steps) {
        PathStep next = null;
        for (int depth = steps.size() - 1; depth >= 0; depth--) {
            next = new PathStep(column, steps.get(depth), next);
        }
        return next;
    }

    /** What the parser must be given. */
    WantedTags wanted() {
        return heard.wanted();
    }

    /** The values, by column. */
    HeaderValues values() {
        return values;
    }

    /** Whether values were left out because they are too long. */
    boolean isIncomplete() {
        return incomplete;
    }

    /** Forgets the last file. */
    void begin() {
        values.begin();
        for (int i = 0; i < first.size(); i++) {
            first.get(i).begin(true);
        }
        bytes = 0;
        incomplete = false;
    }

    @Override
    public void value(int slot, ElementValue value) {
        heard.get(slot).value(value, keeper);
    }

    @Override
    public void beginItem(int slot, int index) {
        heard.get(slot).beginItem(index + 1);
    }

    private void keep(int column, ElementValue value) {
        if (column < columns && values.isPresent(column)) {
            return;
        }
        if (value.length() > MAX_BYTES - bytes) {
            incomplete = true;
            return;
        }
        bytes += value.length();
        int stated = value.vr();
        values.value(column, stated == Vr.UNKNOWN ? value.takenFor(vrs[column]) : value);
        value.takenFor(stated);
    }
}
