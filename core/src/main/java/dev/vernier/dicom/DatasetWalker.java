package dev.vernier.dicom;

import java.io.IOException;

/**
 * Walks the element chain of one data set, skipping by length and nesting, and hands the wanted elements to a sink.
 * Iterative, bounded in depth, forward only but for one kind of repair. Hot; one thread.
 *
 * <p>Repairs where the structure allows it (each sets {@link #repaired()}): a value, item or sequence longer than the
 * item around it ends with that item; one that leads beyond the file is taken for one of undefined length; a delimiter
 * without its sequence is skipped, an item without one as a whole; an item or sequence without its delimiter ends where
 * something else begins.
 */
final class DatasetWalker {

    /** Nested sequences that are followed; the deepest of PS3.3 is about ten. */
    static final int MAX_SEQUENCE_DEPTH = 64;

    /** Longest wanted value that is handed out; larger ones are passed over. */
    static final int MAX_VALUE_BYTES = 1 << 20;

    /** Elements and items after which a header is given up: some 20 times the largest real one. */
    static final int MAX_ELEMENTS = 20_000_000;

    private static final int MIN_HEADER_BYTES = ElementCursor.SHORT_HEADER;
    private static final int ITEM_GROUP = 0xFFFE;
    private static final int NONE = WantedTags.NONE;
    private static final long NOWHERE = -1;

    private final ElementCursor cursor;
    private final ChainRepair repair;
    private final ChainProbe chain;
    private final WantedMatcher matcher = new WantedMatcher();
    private final UnwantedRun unwanted = new UnwantedRun();
    private final Level[] levels = new Level[2 * MAX_SEQUENCE_DEPTH + 1];
    private final ElementValue value = new ElementValue();

    private WantedTags wanted;
    private ElementSink sink;
    private Level level;
    private int depth;
    private ParseEnd parseEnd;
    private long position;
    private int lastTag;
    private boolean repaired;
    private boolean tooLong;
    /**
     * Whether a length led beyond the file: from then on that is looked for before a jump, which costs a window each
     * time.
     */
    private boolean lengthsLie;
    /** Whether pixel data began: what is wrong behind that, in a full walk, does no harm. */
    private boolean pixelsMet;

    private int elements;
    /** The last element whose header was read, at whatever level. */
    private long elementAt;
    /** Where the last sequence of defined length ended that was walked. */
    private long sequenceEnd;

    DatasetWalker(ElementCursor cursor, ChainProbe chain) {
        this.cursor = cursor;
        this.chain = chain;
        this.repair = new ChainRepair(cursor);
        for (int i = 0; i < levels.length; i++) {
            levels[i] = new Level();
        }
    }

    /** Where the walk ended: at the element that was not followed, or that the end of the file cuts. */
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

    /** Whether a wanted value was longer than {@link #MAX_VALUE_BYTES}, and passed over. */
    boolean tooLong() {
        return tooLong;
    }

    /** Whether a wanted tag stood there twice; the first one counted. */
    boolean duplicates() {
        return matcher.duplicates();
    }

    /** Prepares for a file; top-level elements may then be handed in one by one, or walked. */
    void begin(WantedTags tags, ElementSink target) {
        wanted = tags;
        sink = target;
        matcher.begin(tags, target);
        depth = 0;
        level = levels[0];
        level.beginDataset();
        matcher.enter(level, tags.node(0));
        parseEnd = null;
        position = 0;
        lastTag = 0;
        repaired = false;
        tooLong = false;
        lengthsLie = false;
        pixelsMet = false;
        elements = 0;
        elementAt = 0;
        sequenceEnd = NOWHERE;
    }

    /** Whether no wanted tag can come any more. */
    boolean done() {
        return depth == 0 && level.exhausted() && !wanted.fullWalk();
    }

    /** Hands out the element under the cursor if it is wanted at top level: for the file meta information. */
    void offerTopLevel() throws IOException {
        lastTag = cursor.tag();
        int entry = matcher.match(level, cursor.tag());
        if (entry == NONE || level.wanted.slots[entry] == NONE) {
            return;
        }
        if (cursor.length() > MAX_VALUE_BYTES) {
            tooLong = true;
        } else {
            handOutValue(level.wanted.slots[entry], valueVr(level.wanted, entry));
        }
    }

    /** Walks the data set that begins at {@code start}. */
    ParseEnd walk(long start, boolean explicit, boolean bigEndian) throws IOException {
        level.explicit = explicit;
        level.bigEndian = bigEndian;
        elementAt = start;
        long at = start;
        while (parseEnd == null) {
            if (level.kind == Level.Kind.DATASET) {
                at = passUnwanted(at);
            }
            if (depth == 0) {
                at = done() ? finish(ParseEnd.LAST_WANTED, at) : element(at);
            } else if (at >= level.end) {
                at = level.end;
                repaired |= level.undefinedLength;
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

    private long passUnwanted(long at) {
        long end = unwanted.pass(cursor, at, level, depth == 0, wanted.fullWalk());
        if (unwanted.elements() > 0) {
            elements += unwanted.elements();
            elementAt = unwanted.lastAt();
            lastTag = depth == 0 ? unwanted.lastTag() : lastTag;
        }
        return end;
    }

    private long finish(ParseEnd reason, long at) {
        parseEnd = pixelsMet ? ParseEnd.PIXEL_DATA : reason;
        position = at;
        return at;
    }

    private long element(long at) throws IOException {
        if (!cursor.read(at, level.explicit, level.bigEndian, level.end)) {
            return endOfFile(at);
        }
        int tag = cursor.tag();
        int group = Tag.group(tag);
        if (group == ITEM_GROUP) {
            return delimiter(at, tag);
        }
        if (depth == 0) {
            if (Integer.compareUnsigned(tag, Tag.FIRST_PIXEL_TAG) >= 0) {
                pixelsMet = true;
                if (!wanted.fullWalk()) {
                    return finish(ParseEnd.PIXEL_DATA, at);
                }
            }
            if (tag == 0) {
                return finish(lastTag == 0 ? ParseEnd.CUT : ParseEnd.END_OF_DATA, at);
            }
            lastTag = tag;
        } else if (group == 0) {
            return zerosInItem(at);
        }
        elementAt = at;
        if (++elements > MAX_ELEMENTS) {
            return finish(ParseEnd.BROKEN, at);
        }
        int entry = matcher.match(level, tag);
        if (entry != NONE) {
            return handOut(entry);
        }
        return level.exhausted() && !wanted.fullWalk() ? behindLastWanted(at) : skip();
    }

    /** The element under the cursor comes behind all that is wanted at this level. */
    private long behindLastWanted(long at) throws IOException {
        if (depth == 0) {
            return finish(ParseEnd.LAST_WANTED, at);
        }
        if (!level.undefinedLength) {
            return level.end;
        }
        level.wanted = null;
        return skip();
    }

    /** No element of an item has group 0: padding, or the end of what was written. */
    private long zerosInItem(long at) {
        if (level.end == ElementCursor.UNBOUNDED) {
            return finish(ParseEnd.BROKEN, at);
        }
        repaired = true;
        return level.end;
    }

    private long handOut(int entry) throws IOException {
        WantedTags.Node node = level.wanted;
        int slot = node.slots[entry];
        if (node.children[entry] != NONE && cursor.mayHoldItems()) {
            return enter(wanted.node(node.children[entry]), slot, Level.Kind.SEQUENCE);
        }
        if (slot == NONE) {
            return skipWanted();
        }
        if (cursor.vr() == Vr.SQ || cursor.undefinedLength() || node.vrs[entry] == Vr.SQ) {
            sink.value(slot, value.set(cursor.buffer(), 0, 0, Vr.SQ, level.bigEndian));
            return skipWanted();
        }
        if (cursor.end() > level.end) {
            repaired = true;
            return skipWanted();
        }
        if (cursor.length() > MAX_VALUE_BYTES) {
            tooLong = true;
            return skipWanted();
        }
        return handOutValue(slot, valueVr(node, entry));
    }

    /** The VR that the file states, or the one that the tag has where it states none that is known. */
    private int valueVr(WantedTags.Node node, int entry) {
        int vr = cursor.vr();
        return vr != Vr.UN && Vr.isKnown(vr) ? vr : node.vrs[entry];
    }

    private long handOutValue(int slot, int vr) throws IOException {
        int length = Math.toIntExact(cursor.length());
        long valueAt = cursor.valueAt();
        if (!cursor.has(valueAt, length)) {
            return finish(ParseEnd.CUT, elementAt);
        }
        // PS3.5 §6.2.2: what became UN was implicit little endian, and nobody swapped it since.
        boolean big = level.bigEndian && cursor.vr() != Vr.UN;
        sink.value(slot, value.set(cursor.buffer(), cursor.index(valueAt), length, vr, big));
        return valueAt + length;
    }

    /** Skips what may be the last wanted element: behind it nobody would notice that the file is cut. */
    private long skipWanted() throws IOException {
        boolean cut = !cursor.undefinedLength() && cursor.end() <= level.end && cursor.endsBefore(cursor.end());
        return cut ? skippedTooFar(cursor.end()) : skip();
    }

    private long skip() throws IOException {
        if (cursor.undefinedLength()) {
            boolean bytes = !cursor.mayHoldItems() || Tag.group(cursor.tag()) == Tag.group(Tag.FIRST_PIXEL_TAG);
            return enter(null, NONE, bytes ? Level.Kind.FRAGMENTS : Level.Kind.SEQUENCE);
        }
        long next = cursor.end();
        if (next > level.end) {
            repaired = true;
            return level.end;
        }
        return lengthsLie && cursor.endsBefore(next) ? skippedTooFar(next) : next;
    }

    /** Goes into the sequence under the cursor. */
    private long enter(WantedTags.Node node, int slot, Level.Kind kind) throws IOException {
        long valueAt = cursor.valueAt();
        if (!push(kind)) {
            return finish(ParseEnd.BROKEN, valueAt);
        }
        level.wanted = node;
        level.slot = slot;
        level.itemIndex = -1;
        if (cursor.vr() == Vr.UN) {
            level.explicit = false;
            level.bigEndian = false;
            level.probeItems = true;
        }
        return valueAt;
    }

    /**
     * Makes a level inside the present one, as long as the element or item under the cursor; false if that is too deep.
     */
    private boolean push(Level.Kind kind) throws IOException {
        if (depth + 1 == levels.length) {
            return false;
        }
        Level parent = level;
        level = levels[++depth];
        level.beginInside(parent, kind);
        level.undefinedLength = cursor.undefinedLength();
        if (!level.undefinedLength) {
            boundLevel(cursor.end());
        }
        return true;
    }

    /** Lets the level end where its length says, if the level around it and the file reach that far. */
    private void boundLevel(long end) throws IOException {
        if (end > level.end) {
            repaired = true;
        } else if (cursor.endsBefore(end)) {
            level.undefinedLength = true;
            repaired = true;
        } else {
            level.end = end;
        }
    }

    private void pop() {
        if (level.kind == Level.Kind.DATASET) {
            if (level.slot != NONE) {
                sink.endItem(level.slot);
            }
        } else if (!level.undefinedLength) {
            sequenceEnd = level.end;
        }
        level = levels[--depth];
    }

    /** At an item header, a sequence delimiter, or at something that has no place in a sequence. */
    private long item(long at) throws IOException {
        if (!cursor.read(at, level.explicit, level.bigEndian, level.end)) {
            return endOfFile(at);
        }
        if (++elements > MAX_ELEMENTS) {
            return finish(ParseEnd.BROKEN, at);
        }
        int tag = cursor.tag();
        if (tag == Tag.ITEM) {
            return enterItem(at);
        }
        if (tag == Tag.SEQUENCE_DELIMITATION) {
            pop();
            return at + MIN_HEADER_BYTES;
        }
        if (level.kind == Level.Kind.FRAGMENTS) {
            return finish(ParseEnd.BROKEN, at);
        }
        if (tag == 0 && level.wanted != null) {
            // The rest was never written: the file is as long as it should be, but empty.
            return finish(ParseEnd.CUT, at);
        }
        repaired = true;
        if (tag == Tag.ITEM_DELIMITATION) {
            return at + MIN_HEADER_BYTES;
        }
        if (!level.undefinedLength) {
            return level.end;
        }
        pop();
        return at;
    }

    private long enterItem(long at) throws IOException {
        level.itemIndex++;
        if (level.wanted == null && !cursor.undefinedLength() && !cursor.endsBefore(cursor.end())) {
            return skip();
        }
        Level sequence = level;
        long contentAt = cursor.valueAt();
        if (sequence.kind == Level.Kind.FRAGMENTS) {
            return finish(cursor.undefinedLength() ? ParseEnd.BROKEN : ParseEnd.CUT, at);
        }
        if (!push(Level.Kind.DATASET)) {
            return finish(ParseEnd.BROKEN, at);
        }
        matcher.enter(level, sequence.wanted);
        level.slot = sequence.slot;
        if (sequence.probeItems && cursor.has(contentAt, MIN_HEADER_BYTES)) {
            level.explicit = Vr.isKnown(cursor.vrAt(contentAt)) && chain.isExplicit(contentAt, true, false, level.end);
        }
        if (level.slot != NONE) {
            sink.beginItem(level.slot, sequence.itemIndex);
        }
        return contentAt;
    }

    /** An item or delimiter tag where elements are expected. */
    private long delimiter(long at, int tag) throws IOException {
        if (tag == Tag.ITEM_DELIMITATION && depth > 0 && level.undefinedLength) {
            pop();
            return at + MIN_HEADER_BYTES;
        }
        repaired = true;
        if (tag != Tag.ITEM && tag != Tag.ITEM_DELIMITATION && tag != Tag.SEQUENCE_DELIMITATION) {
            return depth == 0 ? finish(ParseEnd.END_OF_DATA, at) : at + MIN_HEADER_BYTES;
        }
        if (depth > 0 && level.undefinedLength && (tag == Tag.ITEM || closesSequence(tag, at))) {
            pop();
            return at;
        }
        return tag == Tag.ITEM ? strayItem(at) : at + MIN_HEADER_BYTES;
    }

    /**
     * Whether a sequence delimiter closes the sequence around this item: not if one of defined length ends before it.
     */
    private boolean closesSequence(int tag, long at) throws IOException {
        return tag == Tag.SEQUENCE_DELIMITATION
                && at != sequenceEnd
                && !(repair.leadsTo(at, elementAt, level) && (cursor.vr() == Vr.SQ || repair.holdsItems(level)));
    }

    /** An item without a sequence: skipped, lest its elements be taken for those of this level. */
    private long strayItem(long at) throws IOException {
        if (!cursor.undefinedLength()) {
            return skip();
        }
        long contentAt = cursor.valueAt();
        return push(Level.Kind.DATASET) ? contentAt : finish(ParseEnd.BROKEN, at);
    }

    /** The header at {@code at} is not wholly in the file. */
    private long endOfFile(long at) throws IOException {
        if (at > cursor.fileSize()) {
            return skippedTooFar(at);
        }
        return finish(depth == 0 && repair.onlyZerosFrom(at) ? ParseEnd.END_OF_DATA : ParseEnd.CUT, at);
    }

    /** The last value leads beyond the file: a sequence's items may lead through it, anything else is cut. */
    private long skippedTooFar(long at) throws IOException {
        lengthsLie = true;
        boolean goBack = repair.leadsTo(at, elementAt, level) && repair.holdsItems(level);
        return goBack ? enter(null, NONE, Level.Kind.SEQUENCE) : finish(ParseEnd.CUT, elementAt);
    }
}
