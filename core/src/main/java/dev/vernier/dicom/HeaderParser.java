package dev.vernier.dicom;

import java.io.IOException;

/**
 * Reads the wanted elements of one DICOM file after another (PS3.5 §7, PS3.10 §7). Answers every input with an
 * {@link Outcome}; throws only what the window throws. Reusable, no allocation per file; one thread.
 *
 * <p>The encoding is taken from the first element of the data set, not from the transfer syntax, which is known to lie.
 */
public final class HeaderParser implements AutoCloseable {

    private final ElementCursor cursor = new ElementCursor();
    private final DatasetStart start = new DatasetStart(cursor);
    private final DatasetWalker walker = new DatasetWalker(cursor);
    private final ElementValue metaValue = new ElementValue();
    private InflatingWindow inflating;

    private ParseEnd end;
    private long position;
    private TransferSyntax syntax;

    /**
     * Parses one file.
     *
     * @return OK where the wanted tags were passed, or the data ended between two elements: whether that means a whole file is
     *     for the caller to judge by {@link #end()} and {@link #lastTag()}; else EMPTY, NOT_DICOM, TRUNCATED or MALFORMED
     * @throws IOException if the window cannot be loaded
     */
    public Outcome parse(ByteWindow window, WantedTags wanted, ElementSink sink) throws IOException {
        cursor.reset(window);
        walker.begin(wanted, sink);
        end = null;
        syntax = TransferSyntax.EXPLICIT_LITTLE_ENDIAN;
        position = start.locate();
        if (position == DatasetStart.EMPTY || position == DatasetStart.NOT_DICOM) {
            Outcome outcome = position == DatasetStart.EMPTY ? Outcome.EMPTY : Outcome.NOT_DICOM;
            position = 0;
            return outcome;
        }
        boolean stated = readMeta();
        if (end == null) {
            readDataset(window, stated);
        }
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

    /** Where the last walk ended: an offset in the file, or in the inflated data set of a deflated one. */
    public long position() {
        return position;
    }

    /** How much of the file, from its start, the last parse had to look at. */
    public long filePosition() {
        return inflating != null && syntax == TransferSyntax.DEFLATED_EXPLICIT_LITTLE_ENDIAN
                ? inflating.inputPosition()
                : position;
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

    /** Whether a wanted tag stood there twice; the first one counted. */
    public boolean duplicates() {
        return walker.duplicates();
    }

    /**
     * Reads the file meta information (PS3.10 §7.1), by its group number and not by its stated length, which is often wrong.
     *
     * @return whether there was a transfer syntax
     */
    private boolean readMeta() throws IOException {
        boolean stated = false;
        long groupEnd = -1;
        while (true) {
            if (!cursor.has(position, 8)) {
                end = ParseEnd.CUT;
                return stated;
            }
            int index = cursor.index(position);
            boolean metaGroup = cursor.buffer().getShort(index) == 0x0002;
            boolean deflatedData = syntax == TransferSyntax.DEFLATED_EXPLICIT_LITTLE_ENDIAN && position == groupEnd;
            if (!metaGroup || deflatedData) {
                return stated;
            }
            if (!cursor.read(position, true, false, ElementCursor.UNBOUNDED)
                    || !cursor.has(cursor.valueAt(), (int) Math.min(cursor.length(), DatasetWalker.MAX_VALUE_BYTES))) {
                end = ParseEnd.CUT;
                return stated;
            }
            if (cursor.undefinedLength()) {
                end = ParseEnd.BROKEN;
                return stated;
            }
            long next = cursor.valueAt() + cursor.length();
            if (cursor.tag() == Tag.FILE_META_GROUP_LENGTH && cursor.length() == Integer.BYTES) {
                long length = Integer.toUnsignedLong(cursor.buffer().getInt(cursor.index(cursor.valueAt())));
                groupEnd = next + length;
            } else if (cursor.tag() == Tag.TRANSFER_SYNTAX_UID && cursor.length() <= DatasetWalker.MAX_VALUE_BYTES) {
                syntax = TransferSyntax.of(metaValue.set(
                        cursor.buffer(), cursor.index(cursor.valueAt()), (int) cursor.length(), Vr.UI, false));
                stated = true;
            }
            walker.offerTopLevel();
            position = next;
        }
    }

    private void readDataset(ByteWindow window, boolean stated) throws IOException {
        boolean deflated = syntax == TransferSyntax.DEFLATED_EXPLICIT_LITTLE_ENDIAN;
        if (deflated && !start.plausibleAt(position)) {
            inflate(window);
            return;
        }
        boolean big = start.isBigEndian(position, syntax == TransferSyntax.EXPLICIT_BIG_ENDIAN);
        boolean statedExplicit = stated && syntax != TransferSyntax.IMPLICIT_LITTLE_ENDIAN;
        boolean explicit = start.isExplicit(position, statedExplicit, big);
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
        if (inflating == null) {
            inflating = new InflatingWindow();
        }
        inflating.reset(window, position);
        cursor.reset(inflating);
        boolean big = start.isBigEndian(0, false);
        end = walker.walk(0, start.isExplicit(0, true, big), big);
        position = walker.position();
        if (inflating.failed() && end != ParseEnd.LAST_WANTED && end != ParseEnd.PIXEL_DATA) {
            end = ParseEnd.BROKEN;
        }
    }

    /** Frees the native memory of the inflater. */
    @Override
    public void close() {
        if (inflating != null) {
            inflating.close();
        }
    }
}
