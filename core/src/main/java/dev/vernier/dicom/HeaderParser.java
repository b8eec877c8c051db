package dev.vernier.dicom;

import java.io.IOException;

/**
 * Reads the wanted elements of one DICOM file after another (PS3.5 §7, PS3.10 §7). Answers every input with an
 * {@link Outcome}; throws only what the window throws. Reusable, no allocation per file; one thread.
 *
 * <p>The encoding is taken from the first elements of the data set, not from the transfer syntax alone, which is
 * known to lie.
 */
public final class HeaderParser implements AutoCloseable {

    private static final short META_GROUP = 0x0002;
    /** The standard has some 20 of them. */
    private static final int MAX_META_ELEMENTS = 10_000;

    private static final int MAX_UID_BYTES = 1 << 10;

    private final ElementCursor cursor = new ElementCursor();
    private final ChainProbe chain = new ChainProbe(cursor);
    private final DatasetStart start = new DatasetStart(cursor, chain);
    private final DatasetWalker walker = new DatasetWalker(cursor, chain);
    private final ElementValue metaValue = new ElementValue();
    private DeflatedWindow inflater;

    private ParseEnd end;
    private long position;
    private long firstElementAt;
    private long datasetAt;
    private boolean inflated;
    private TransferSyntax syntax;

    /**
     * Parses one file.
     *
     * @return OK where the wanted tags were passed, or the data ended between two elements: whether that means a whole
     *     file is for the caller to judge by {@link #end()} and {@link #lastTag()}; else EMPTY, NOT_DICOM, TRUNCATED or
     *     MALFORMED
     * @throws IOException if the window cannot be loaded
     */
    public Outcome parse(ByteWindow window, WantedTags wanted, ElementSink sink) throws IOException {
        end = null;
        inflated = false;
        firstElementAt = 0;
        datasetAt = 0;
        syntax = TransferSyntax.EXPLICIT_LITTLE_ENDIAN;
        cursor.reset(window);
        walker.begin(wanted, sink);
        Outcome outcome = read(window);
        window.confirm();
        return outcome;
    }

    private Outcome read(ByteWindow window) throws IOException {
        position = start.locate();
        if (position == DatasetStart.EMPTY || position == DatasetStart.NOT_DICOM) {
            Outcome outcome = position == DatasetStart.EMPTY ? Outcome.EMPTY : Outcome.NOT_DICOM;
            position = 0;
            return outcome;
        }
        firstElementAt = position;
        boolean stated = readMeta();
        if (end == null) {
            datasetAt = position;
            readDataset(window, stated);
        }
        blame(window);
        return switch (end) {
            case LAST_WANTED, PIXEL_DATA, END_OF_DATA -> Outcome.OK;
            case CUT -> Outcome.TRUNCATED;
            case BROKEN -> Outcome.MALFORMED;
        };
    }

    /** Why the last walk ended; null where the file was EMPTY or NOT_DICOM. */
    public ParseEnd end() {
        return end;
    }

    /**
     * Where the last walk ended, an offset in the file, or in the inflated data set of a deflated one: the element that
     * was not followed; where the file is cut, the element that it ends in.
     */
    public long position() {
        return position;
    }

    /**
     * How much of the file, from its start, the last parse had to look at without a gap: what lies behind the first
     * large value that was jumped over does not count. 0 where the file was EMPTY or NOT_DICOM.
     */
    public long filePosition() {
        if (end == null) {
            return 0;
        }
        return inflated ? inflater.inputPosition() : cursor.contiguousEnd(position);
    }

    /** Where the first element is: behind preamble and DICM, behind DICM alone, or at 0. */
    public long firstElementAt() {
        return firstElementAt;
    }

    /**
     * Where in the file the data set begins, compressed or not; 0 where the walk did not come so far, or where there is
     * nothing before it.
     */
    public long datasetAt() {
        return datasetAt;
    }

    /**
     * Whether the data set had to be inflated, so that offsets behind {@link #datasetAt()} are those in the inflated
     * one.
     */
    public boolean inflated() {
        return inflated;
    }

    /**
     * For a sink that is being called: where the value that is handed out begins, or the item; an offset as {@link
     * #position()} is.
     */
    public long valueAt() {
        return cursor.valueAt();
    }

    /** The last top-level tag whose header was read, 0 if none. */
    public int lastTag() {
        return walker.lastTag();
    }

    /** Encoding of the data set, as found. */
    public TransferSyntax transferSyntax() {
        return syntax;
    }

    /** Whether something was wrong that could be repaired: lengths beyond their parent, stray or missing delimiters. */
    public boolean repaired() {
        return walker.repaired();
    }

    /** Whether a wanted value was longer than a megabyte, and therefore not handed out. */
    public boolean tooLong() {
        return walker.tooLong();
    }

    /** Whether a wanted tag stood there twice; the first one counted. */
    public boolean duplicates() {
        return walker.duplicates();
    }

    /**
     * Reads the file meta information (PS3.10 §7.1), by its group number and not by its stated length, which is often
     * wrong.
     *
     * @return whether there was a transfer syntax
     */
    private boolean readMeta() throws IOException {
        boolean stated = false;
        long groupEnd = 0;
        long previous = position;
        for (int elements = 0; end == null; elements++) {
            if (walker.done()) {
                end = ParseEnd.LAST_WANTED;
            } else if (!cursor.has(position, ElementCursor.SHORT_HEADER)) {
                position = position > cursor.fileSize() ? previous : position;
                end = ParseEnd.CUT;
            } else if (!isMetaElement(groupEnd)) {
                return stated;
            } else if (!cursor.read(position, true, false, ElementCursor.UNBOUNDED)) {
                end = ParseEnd.CUT;
            } else if (cursor.undefinedLength() || elements == MAX_META_ELEMENTS) {
                end = ParseEnd.BROKEN;
            } else {
                previous = position;
                position = cursor.end();
                if (cursor.tag() == Tag.FILE_META_GROUP_LENGTH && cursor.length() == Integer.BYTES) {
                    groupEnd = position + metaGroupLength();
                } else if (cursor.tag() == Tag.TRANSFER_SYNTAX_UID && !stated) {
                    stated = readTransferSyntax();
                }
                walker.offerTopLevel();
            }
        }
        return stated;
    }

    /**
     * Whether the group goes on here. Deflated data may begin with the bytes of its number, but hardly with a VR as
     * well.
     */
    private boolean isMetaElement(long groupEnd) throws IOException {
        if (cursor.buffer().getShort(cursor.index(position)) != META_GROUP) {
            return false;
        }
        boolean deflated = syntax == TransferSyntax.DEFLATED_EXPLICIT_LITTLE_ENDIAN;
        return !deflated || position < groupEnd || start.hasKnownVr(position);
    }

    private long metaGroupLength() throws IOException {
        long valueAt = cursor.valueAt();
        return cursor.has(valueAt, Integer.BYTES)
                ? Integer.toUnsignedLong(cursor.buffer().getInt(cursor.index(valueAt)))
                : 0;
    }

    private boolean readTransferSyntax() throws IOException {
        long length = cursor.length();
        if (length > MAX_UID_BYTES || !cursor.has(cursor.valueAt(), Math.toIntExact(length))) {
            return false;
        }
        int index = cursor.index(cursor.valueAt());
        syntax = TransferSyntax.of(metaValue.set(cursor.buffer(), index, Math.toIntExact(length), Vr.UI, false));
        return true;
    }

    private void readDataset(ByteWindow window, boolean stated) throws IOException {
        boolean deflated = syntax == TransferSyntax.DEFLATED_EXPLICIT_LITTLE_ENDIAN;
        if (deflated && !start.plausibleAt(position)) {
            inflate(window);
            return;
        }
        boolean big = start.isBigEndian(position, syntax == TransferSyntax.EXPLICIT_BIG_ENDIAN);
        boolean statedExplicit = syntax != TransferSyntax.IMPLICIT_LITTLE_ENDIAN;
        boolean explicit = start.isExplicit(position, stated, statedExplicit, big);
        big &= explicit;
        syntax = found(explicit, big);
        end = walker.walk(position, explicit, big);
        position = walker.position();
    }

    private static TransferSyntax found(boolean explicit, boolean big) {
        if (!explicit) {
            return TransferSyntax.IMPLICIT_LITTLE_ENDIAN;
        }
        return big ? TransferSyntax.EXPLICIT_BIG_ENDIAN : TransferSyntax.EXPLICIT_LITTLE_ENDIAN;
    }

    private void inflate(ByteWindow window) throws IOException {
        if (inflater == null) {
            inflater = new DeflatedWindow();
        }
        inflated = true;
        inflater.reset(window, position);
        cursor.reset(inflater);
        boolean big = start.isBigEndian(0, false);
        boolean explicit = start.isExplicit(0, true, true, big);
        end = walker.walk(0, explicit, big);
        position = walker.position();
        blame(inflater);
    }

    /** Where the walk ran out of data, what they come from may say why. */
    private void blame(ByteWindow window) {
        boolean outOfData = end == ParseEnd.CUT || end == ParseEnd.END_OF_DATA;
        if (outOfData && window.prematureEnd() != null) {
            end = window.prematureEnd();
        }
    }

    /** Frees the native memory of the inflater. */
    @Override
    public void close() {
        if (inflater != null) {
            inflater.close();
        }
    }
}
