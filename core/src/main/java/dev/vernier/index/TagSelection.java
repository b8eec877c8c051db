package dev.vernier.index;

import dev.vernier.dicom.ElementSink;
import dev.vernier.dicom.ElementValue;
import dev.vernier.dicom.HeaderValues;
import dev.vernier.dicom.TagPath;
import dev.vernier.dicom.Vr;
import dev.vernier.dicom.WantedTags;
import dev.vernier.index.IndexTag.Step;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps the values of tags that are told by more than their path: by the number of an item, or by the creator of a private block. Columns
 * are numbered as the tags given. Reused for file after file; one thread.
 */
final class TagSelection implements ElementSink {

    /** Bytes kept of one file: a row must stay small beside the memory that rows are sorted in. */
    static final int MAX_BYTES = 1 << 20;

    private static final int BLOCKS = 0x100;

    private final int columns;
    /** By column: what to take a value for whose VR nobody states. */
    private final int[] vrs;

    private final HeaderValues values;

    private final List<TagPath> paths = new ArrayList<>();
    private final Map<TagPath, Integer> slots = new HashMap<>();
    /** By slot: what hears of its elements. */
    private final List<List<Receiver>> receivers = new ArrayList<>();
    /** By slot: the private blocks of the items of this sequence. */
    private final List<List<PrivateBlocks>> blocksInside = new ArrayList<>();

    private final List<PrivateBlocks> blocksOutside = new ArrayList<>();
    private final WantedTags wanted;
    /** By slot: the item of this sequence that the walk is in, from 1. */
    private final int[] items;

    private int bytes;
    private boolean incomplete;

    /** What hears of the elements of one slot. */
    @FunctionalInterface
    private interface Receiver {
        void value(ElementValue value);
    }

    TagSelection(List<IndexTag> tags) {
        columns = tags.size();
        vrs = tags.stream().mapToInt(IndexTag::vr).toArray();
        List<TagPath> own = new ArrayList<>();
        for (IndexTag tag : tags) {
            own.add(path(tag.steps()));
        }
        values = new HeaderValues(WantedTags.of(own));
        for (int column = 0; column < columns; column++) {
            addColumn(column, tags.get(column).steps());
        }
        for (int column = columns; column < values.wanted().size(); column++) {
            int added = column; // what the texts are decoded by
            receivers.get(slot(values.wanted().path(column))).add(value -> values.value(added, value));
        }
        wanted = WantedTags.of(paths);
        items = new int[paths.size()];
    }

    private static TagPath path(List<Step> steps) {
        return TagPath.of(steps.stream().mapToInt(Step::tag).toArray());
    }

    private int slot(TagPath path) {
        return slots.computeIfAbsent(path, p -> {
            paths.add(p);
            receivers.add(new ArrayList<>());
            blocksInside.add(new ArrayList<>());
            return paths.size() - 1;
        });
    }

    private void addColumn(int column, List<Step> steps) {
        List<Integer> sequences = new ArrayList<>();
        List<Integer> wantedItems = new ArrayList<>();
        for (int depth = 1; depth < steps.size(); depth++) {
            int item = steps.get(depth - 1).item();
            if (item > 0) {
                sequences.add(slot(path(steps.subList(0, depth))));
                wantedItems.add(item);
            }
        }
        Receiver keep = value -> keep(column, value);
        Receiver receiver = sequences.isEmpty()
                ? keep
                : value -> {
                    for (int i = 0; i < sequences.size(); i++) {
                        if (items[sequences.get(i)] != wantedItems.get(i)) {
                            return;
                        }
                    }
                    keep(column, value);
                };
        if (steps.get(steps.size() - 1).creator() == null) {
            receivers.get(slot(path(steps))).add(receiver);
        } else {
            addPrivate(steps, receiver);
        }
    }

    /** Wants the tag in every block that its creator may have reserved, and the elements that reserve them. */
    private void addPrivate(List<Step> steps, Receiver receiver) {
        Step last = steps.get(steps.size() - 1);
        PrivateBlocks blocks = new PrivateBlocks(last.creator().getBytes(StandardCharsets.UTF_8));
        List<Step> sequences = steps.subList(0, steps.size() - 1);
        if (sequences.isEmpty()) {
            blocksOutside.add(blocks);
        } else {
            blocksInside.get(slot(path(sequences))).add(blocks);
        }
        int group = last.tag() & 0xFFFF0000;
        for (int block = IndexTags.FIRST_BLOCK; block < BLOCKS; block++) {
            int reserved = block;
            receivers.get(slot(sibling(sequences, group | block))).add(value -> blocks.reserve(reserved, value));
            receivers
                    .get(slot(sibling(sequences, group | block << 8 | last.tag() & 0xFF)))
                    .add(value -> {
                        if (blocks.isReserved(reserved)) {
                            receiver.value(value);
                        }
                    });
        }
    }

    private static TagPath sibling(List<Step> sequences, int tag) {
        List<Step> steps = new ArrayList<>(sequences);
        steps.add(new Step(tag, null, 0));
        return path(steps);
    }

    /** What the parser must be given. */
    WantedTags wanted() {
        return wanted;
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
        blocksOutside.forEach(PrivateBlocks::begin);
        bytes = 0;
        incomplete = false;
    }

    @Override
    public void value(int slot, ElementValue value) {
        List<Receiver> hearing = receivers.get(slot);
        for (int i = 0; i < hearing.size(); i++) {
            hearing.get(i).value(value);
        }
    }

    @Override
    public void beginItem(int slot, int index) {
        items[slot] = index + 1;
        blocksInside.get(slot).forEach(PrivateBlocks::begin);
    }

    private void keep(int column, ElementValue value) {
        if (values.isPresent(column)) {
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
