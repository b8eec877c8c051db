package dev.vernier.dicom;

import java.io.IOException;
import java.util.Arrays;

/**
 * Walks the element chain of one data set, skipping by length and nesting, and hands the wanted elements to a sink.
 * Iterative, bounded in depth, forward only but for one kind of repair. Hot; one thread.
 *
 * <p>Repairs where the structure allows it (each sets {@link #repaired()}): a value, item or sequence longer than the item
 * around it ends with that item; a delimiter without its sequence is skipped; an item or sequence without its delimiter ends
 * where something else begins; a top-level sequence whose length leads beyond the file is walked by its items instead.
 */
final class DatasetWalker {

    /** Nested sequences that are followed; the deepest of PS3.3 is about ten. */
    static final int MAX_SEQUENCE_DEPTH = 64;

    /** Longest wanted value that is handed out; larger ones are passed over. */
    static final int MAX_VALUE_BYTES = 1 << 20;

    /** Elements after which a header is given up: some 20 times the largest real one. */
    static final int MAX_ELEMENTS = 20_000_000;

    private static final int MIN_HEADER_BYTES = 8;
    private static final int NONE = WantedTags.NONE;

    private final ElementCursor cursor;
    private final Level[] levels = new Level[2 * MAX_SEQUENCE_DEPTH + 1];
    private final ElementValue value = new ElementValue();

    private WantedTags wanted;
    private ElementSink sink;
    private int[] seen = new int[0];
    private int generation;

    private Level level;
    private int depth;
    private ParseEnd parseEnd;
    private long position;
    private int lastTag;
    private boolean repaired;
    private boolean duplicates;
    private long skippedSequenceAt;
    private int elements;

    DatasetWalker(ElementCursor cursor) {
        this.cursor = cursor;
        for (int i = 0; i < levels.length; i++) {
            levels[i] = new Level();
        }
    }

    /** Where the walk ended. */
    long position() {
        return position;
    }

    /** The last top-level tag whose header was read, 0 if none. */
    int lastTag() {
        return lastTag;
    }

    boolean repaired() {
        return repaired;
    }

    /** Whether a wanted tag stood there twice; the first one counted. */
    boolean duplicates() {
        return duplicates;
    }

    /** Prepares for a file; top-level elements may then be handed in one by one, or walked. */
    void begin(WantedTags tags, ElementSink target) {
        wanted = tags;
        sink = target;
        if (seen.length < tags.entryCount()) {
            seen = new int[tags.entryCount()];
            generation = 0;
        }
        depth = 0;
        level = levels[0];
        level.kind = Level.Kind.DATASET;
        level.end = ElementCursor.UNBOUNDED;
        level.undefinedLength = true;
        level.probeItems = false;
        level.wanted = tags.node(0);
        level.next = 0;
        level.generation = nextGeneration();
        parseEnd = null;
        lastTag = 0;
        repaired = false;
        duplicates = false;
        skippedSequenceAt = NONE;
        elements = 0;
    }

    private int nextGeneration() {
        if (generation == Integer.MAX_VALUE) {
            Arrays.fill(seen, 0);
            generation = 0;
        }
        return ++generation;
    }

    /** Hands out the element under the cursor if it is wanted at top level: for the file meta information. */
    void offerTopLevel() throws IOException {
        lastTag = cursor.tag();
        int entry = match(WantedTags.ordered(cursor.tag()));
        if (entry != NONE && level.wanted.slots[entry] != NONE && level.wanted.children[entry] == NONE) {
            int vr = cursor.vr() == Vr.UNKNOWN ? level.wanted.vrs[entry] : cursor.vr();
            handOutValue(level.wanted.slots[entry], vr);
        }
    }

    /** Walks the data set that begins at {@code start}. */
    ParseEnd walk(long start, boolean explicit, boolean bigEndian) throws IOException {
        level.explicit = explicit;
        level.bigEndian = bigEndian;
        long at = start;
        while (parseEnd == null) {
            if (depth == 0) {
                at = level.exhausted() && !wanted.fullWalk() ? finish(ParseEnd.LAST_WANTED, at) : element(at);
            } else if (at >= level.end) {
                at = level.end;
                pop();
            } else if (level.end - at < MIN_HEADER_BYTES) {
                repaired = true;
                at = level.end;
            } else {
                at = level.kind == Level.Kind.DATASET ? element(at) : item(at);
            }
        }
        return parseEnd;
    }

    private long finish(ParseEnd reason, long at) {
        parseEnd = reason;
        position = at;
        return at;
    }

    private long element(long at) throws IOException {
        if (!cursor.read(at, level.explicit, level.bigEndian, level.end)) {
            return endOfFile(at);
        }
        int tag = cursor.tag();
        if (Tag.group(tag) == 0xFFFE) {
            return delimiter(at, tag);
        }
        if (depth == 0) {
            if (Integer.compareUnsigned(tag, Tag.FIRST_PIXEL_TAG) >= 0) {
                return finish(ParseEnd.PIXEL_DATA, at);
            }
            if (tag == 0) {
                return finish(ParseEnd.END_OF_DATA, at);
            }
            lastTag = tag;
        } else if (Tag.group(tag) == 0) {
            return finish(ParseEnd.BROKEN, at);
        }
        if (++elements > MAX_ELEMENTS) {
            return finish(ParseEnd.BROKEN, at);
        }
        int entry = level.wanted == null ? NONE : match(WantedTags.ordered(tag));
        if (entry != NONE) {
            return handOut(entry);
        }
        if (level.exhausted() && !wanted.fullWalk()) {
            if (depth == 0) {
                return finish(ParseEnd.LAST_WANTED, at);
            }
            if (!level.undefinedLength) {
                return level.end;
            }
            level.wanted = null;
        }
        return skip();
    }

    /** Index of the wanted entry of this level that the tag is, {@link WantedTags#NONE} if it is none or came before. */
    private int match(int orderedTag) {
        WantedTags.Node node = level.wanted;
        int[] tags = node.orderedTags;
        int next = level.next;
        if (next > 0 && orderedTag <= tags[next - 1]) {
            return matchOutOfOrder(node, orderedTag);
        }
        if (next == tags.length || tags[next] > orderedTag) {
            return NONE;
        }
        while (next < tags.length && tags[next] < orderedTag) {
            next++;
        }
        boolean found = next < tags.length && tags[next] == orderedTag && isWanted(node, next);
        int entry = found ? next++ : NONE;
        while (next < tags.length && !isWanted(node, next)) {
            next++;
        }
        level.next = next;
        if (found) {
            seen[node.firstEntry + entry] = level.generation;
        }
        return entry;
    }

    private boolean isWanted(WantedTags.Node node, int entry) {
        return depth > 0 || node.slots[entry] == NONE || sink.wants(node.slots[entry]);
    }

    private int matchOutOfOrder(WantedTags.Node node, int orderedTag) {
        int entry = node.lowerBound(orderedTag);
        if (node.orderedTags[entry] != orderedTag) {
            return NONE;
        }
        if (seen[node.firstEntry + entry] == level.generation) {
            duplicates = true;
            return NONE;
        }
        seen[node.firstEntry + entry] = level.generation;
        return isWanted(node, entry) ? entry : NONE;
    }

    private long handOut(int entry) throws IOException {
        WantedTags.Node node = level.wanted;
        int slot = node.slots[entry];
        int vr = cursor.vr();
        if (node.children[entry] != NONE && maySequence(vr)) {
            return enter(wanted.node(node.children[entry]), slot, Level.Kind.SEQUENCE);
        }
        if (slot == NONE) {
            return skip();
        }
        if (vr == Vr.SQ || cursor.undefinedLength() || node.vrs[entry] == Vr.SQ) {
            sink.value(slot, value.set(cursor.buffer(), 0, 0, Vr.SQ, level.bigEndian));
            return skip();
        }
        return handOutValue(slot, vr == Vr.UNKNOWN || vr == Vr.UN ? node.vrs[entry] : vr);
    }

    private static boolean maySequence(int vr) {
        return vr == Vr.SQ || vr == Vr.UN || vr == Vr.UNKNOWN;
    }

    private long handOutValue(int slot, int vr) throws IOException {
        long length = cursor.length();
        long valueAt = cursor.valueAt();
        if (length > MAX_VALUE_BYTES || length > level.end - valueAt) {
            repaired = true;
            return skip();
        }
        if (!cursor.has(valueAt, (int) length)) {
            return finish(ParseEnd.CUT, valueAt);
        }
        sink.value(slot, value.set(cursor.buffer(), cursor.index(valueAt), (int) length, vr, level.bigEndian));
        return valueAt + length;
    }

    private long skip() {
        int vr = cursor.vr();
        skippedSequenceAt = depth == 0 && vr == Vr.SQ ? cursor.valueAt() : NONE;
        if (cursor.undefinedLength()) {
            boolean bytes = !maySequence(vr) || cursor.tag() >>> 16 == Tag.FIRST_PIXEL_TAG >>> 16;
            return enter(null, NONE, bytes ? Level.Kind.FRAGMENTS : Level.Kind.SEQUENCE);
        }
        long next = cursor.valueAt() + cursor.length();
        if (next > level.end) {
            repaired = true;
            return level.end;
        }
        return next;
    }

    /** Goes into the sequence under the cursor. */
    private long enter(WantedTags.Node node, int slot, Level.Kind kind) {
        long valueAt = cursor.valueAt();
        boolean un = cursor.vr() == Vr.UN;
        long end = cursor.undefinedLength() ? level.end : Math.min(valueAt + cursor.length(), level.end);
        if (!push(kind, end, cursor.undefinedLength())) {
            return finish(ParseEnd.BROKEN, valueAt);
        }
        level.wanted = node;
        level.slot = slot;
        level.itemIndex = -1;
        level.explicit &= !un;
        level.bigEndian &= !un;
        level.probeItems |= un;
        return valueAt;
    }

    /** Makes a level inside the present one, of the same encoding; false if that is too deep. */
    private boolean push(Level.Kind kind, long end, boolean undefinedLength) {
        if (depth + 1 == levels.length) {
            return false;
        }
        Level parent = level;
        level = levels[++depth];
        level.kind = kind;
        level.end = end;
        level.undefinedLength = undefinedLength;
        level.explicit = parent.explicit;
        level.bigEndian = parent.bigEndian;
        level.probeItems = parent.probeItems;
        level.wanted = null;
        level.slot = NONE;
        return true;
    }

    private void pop() {
        if (level.kind == Level.Kind.DATASET && level.slot != NONE) {
            sink.endItem(level.slot);
        }
        level = levels[--depth];
    }

    /** At an item header, a sequence delimiter, or at something that has no place in a sequence. */
    private long item(long at) throws IOException {
        if (!cursor.read(at, level.explicit, level.bigEndian, level.end)) {
            return endOfFile(at);
        }
        int tag = cursor.tag();
        if (tag == Tag.ITEM) {
            return enterItem();
        }
        if (tag == Tag.SEQUENCE_DELIMITATION) {
            pop();
            return at + MIN_HEADER_BYTES;
        }
        if (level.kind == Level.Kind.FRAGMENTS) {
            return finish(ParseEnd.BROKEN, at);
        }
        repaired = true;
        if (tag == Tag.ITEM_DELIMITATION) {
            return at + MIN_HEADER_BYTES;
        }
        if (level.undefinedLength || (level.end != ElementCursor.UNBOUNDED && level.end > cursor.fileSize())) {
            pop();
            return at;
        }
        return level.end;
    }

    private long enterItem() throws IOException {
        long contentAt = cursor.valueAt();
        boolean undefined = cursor.undefinedLength();
        long end = undefined ? level.end : contentAt + cursor.length();
        if (end > level.end) {
            repaired = true;
            end = level.end;
        }
        level.itemIndex++;
        if (!undefined && level.wanted == null) {
            return end;
        }
        Level sequence = level;
        if (sequence.kind == Level.Kind.FRAGMENTS || !push(Level.Kind.DATASET, end, undefined)) {
            return finish(ParseEnd.BROKEN, contentAt);
        }
        level.wanted = sequence.wanted;
        level.slot = sequence.slot;
        level.next = 0;
        if (level.wanted != null) {
            level.generation = nextGeneration();
        }
        if (sequence.probeItems && cursor.has(contentAt, MIN_HEADER_BYTES)) {
            int index = cursor.index(contentAt);
            level.explicit = Vr.isKnown((cursor.buffer().get(index + 4) & 0xFF) << 8
                    | cursor.buffer().get(index + 5) & 0xFF);
        }
        if (level.slot != NONE) {
            sink.beginItem(level.slot, sequence.itemIndex);
        }
        return contentAt;
    }

    /** An item or delimiter tag where elements are expected. */
    private long delimiter(long at, int tag) {
        if (depth > 0 && level.undefinedLength) {
            boolean closesItem = tag == Tag.ITEM_DELIMITATION;
            if (!closesItem) {
                repaired = true;
            }
            if (closesItem || tag == Tag.SEQUENCE_DELIMITATION || tag == Tag.ITEM) {
                pop();
                return closesItem ? at + MIN_HEADER_BYTES : at;
            }
        }
        if (depth == 0 && tag != Tag.ITEM && tag != Tag.ITEM_DELIMITATION && tag != Tag.SEQUENCE_DELIMITATION) {
            return finish(ParseEnd.END_OF_DATA, at);
        }
        repaired = true;
        return at + MIN_HEADER_BYTES;
    }

    /** The header at {@code at} is not wholly in the file. */
    private long endOfFile(long at) throws IOException {
        if (depth > 0) {
            return finish(ParseEnd.CUT, at);
        }
        long size = cursor.fileSize();
        if (at > size && skippedSequenceAt != NONE) {
            long itemsAt = skippedSequenceAt;
            skippedSequenceAt = NONE;
            repaired = true;
            push(Level.Kind.SEQUENCE, ElementCursor.UNBOUNDED, true);
            return itemsAt;
        }
        if (at > size) {
            return finish(ParseEnd.CUT, at);
        }
        int rest = cursor.available(at, MIN_HEADER_BYTES);
        for (int i = 0; i < rest; i++) {
            if (cursor.buffer().get(cursor.index(at) + i) != 0) {
                return finish(ParseEnd.CUT, at);
            }
        }
        return finish(ParseEnd.END_OF_DATA, at);
    }
}
