package dev.vernier.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Keeps the wanted values of one file, for callers that want them all rather than one at a time. Slots are those of the
 * {@link WantedTags} given. Reused for file after file: its memory grows to the largest header met, up to a bound. One thread.
 *
 * <p>The first value of a slot counts: of elements within a sequence, that of the first item which has it. What a file does not have
 * is NaN, an empty text, list or array; {@link #isPresent} tells an empty value from an absent one.
 *
 * <pre>{@code
 * HeaderValues values = new HeaderValues(WantedTags.of("Modality", "PixelSpacing"));
 * values.begin();
 * parser.parse(window, values.wanted(), values);
 * double[] spacing = values.numbers(1); // y, x
 * }</pre>
 */
public final class HeaderValues implements ElementSink {

    /** Bytes kept of one file: values beyond that are left out. */
    public static final int MAX_BYTES = 64 << 20;

    private static final int INITIAL_BYTES = 4 << 10;
    private static final TagPath CHARACTER_SET = TagPath.of(Tag.SPECIFIC_CHARACTER_SET);

    private final WantedTags wanted;
    private final int slots;
    private final int characterSetSlot;
    private final boolean[] present;
    private final int[] starts;
    private final int[] lengths;
    private final int[] vrs;
    private final boolean[] bigEndian;
    private final ElementValue view = new ElementValue();
    private final double[] firstNumber = new double[1];

    private byte[] bytes = new byte[INITIAL_BYTES];
    private ByteBuffer buffer = bufferOf(bytes);
    private int size;
    private boolean incomplete;

    /** Keeps these values. */
    public HeaderValues(WantedTags tags) {
        slots = tags.size();
        wanted = tags.contains(CHARACTER_SET) ? tags : tags.and(CHARACTER_SET);
        characterSetSlot = wanted.slot(CHARACTER_SET);
        present = new boolean[wanted.size()];
        starts = new int[wanted.size()];
        lengths = new int[wanted.size()];
        vrs = new int[wanted.size()];
        bigEndian = new boolean[wanted.size()];
    }

    private static ByteBuffer bufferOf(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** What the parser must be given: the tags wanted, and SpecificCharacterSet (0008,0005), by which their text is decoded. */
    public WantedTags wanted() {
        return wanted;
    }

    /** Forgets the last file. */
    public void begin() {
        Arrays.fill(present, false);
        size = 0;
        incomplete = false;
    }

    @Override
    public void value(int slot, ElementValue value) {
        if (present[slot]) {
            return;
        }
        if (value.length() > MAX_BYTES - size) {
            incomplete = true;
            return;
        }
        reserve(value.length());
        value.copyTo(bytes, size, value.length());
        present[slot] = true;
        starts[slot] = size;
        lengths[slot] = value.length();
        vrs[slot] = value.vr();
        bigEndian[slot] = value.bigEndian();
        size += value.length();
    }

    @Override
    public void beginItem(int slot, int index) {
        if (!present[slot]) {
            present[slot] = true;
            starts[slot] = size;
            lengths[slot] = 0;
            vrs[slot] = Vr.SQ;
        }
    }

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(MAX_BYTES, Math.max(size + more, 2 * bytes.length)));
            buffer = bufferOf(bytes);
        }
    }

    /** Whether values were left out because the file has more than {@link #MAX_BYTES} of them. */
    public boolean isIncomplete() {
        return incomplete;
    }

    /** Whether the file has this element, be it empty; for a sequence of which elements are wanted, whether it has an item. */
    public boolean isPresent(int slot) {
        return present[checked(slot)];
    }

    /** The value representation, {@link Vr#UNKNOWN} where the element is absent, or implicit and not in the {@link Dictionary}. */
    public int vr(int slot) {
        return isPresent(slot) ? vrs[slot] : Vr.UNKNOWN;
    }

    /** The first number; NaN where the element is absent, empty or no number. */
    public double number(int slot) {
        return isPresent(slot) && viewOf(slot).numbers(firstNumber) > 0 ? firstNumber[0] : Double.NaN;
    }

    /** All numbers; a component that is none is NaN. */
    public double[] numbers(int slot) {
        if (!isPresent(slot)) {
            return new double[0];
        }
        double[] numbers = new double[viewOf(slot).numbers(firstNumber)];
        view.numbers(numbers);
        return numbers;
    }

    /**
     * The value as text: decoded by the file's character set and without padding; numbers of binary VRs as decimal text, tags of VR
     * AT as {@code (0028,0030)}, bytes of VR OB and UN as hexadecimal digits. Several values stay joined by backslashes.
     */
    public String text(int slot) {
        if (!isPresent(slot)) {
            return "";
        }
        if (viewOf(slot).isBinaryNumber()) {
            return view.numbersAsText(lengths[slot]);
        }
        if (vrs[slot] == Vr.AT) {
            return view.tagsAsText();
        }
        if (vrs[slot] == Vr.OB || vrs[slot] == Vr.UN) {
            return HexFormat.of().formatHex(bytes(slot));
        }
        String text = decoded(slot);
        return isFreeText(vrs[slot]) ? trimmedBehind(text) : trimmed(text);
    }

    private String decoded(int slot) {
        int from = starts[slot];
        return SpecificCharacterSet.isPlain(bytes, from, from + lengths[slot])
                ? new String(bytes, from, lengths[slot], StandardCharsets.US_ASCII)
                : SpecificCharacterSet.decode(bytes(slot), characterSet());
    }

    /** The values as texts, each without padding; LT, ST, UT and UR have but one (PS3.5 §6.2). */
    public List<String> texts(int slot) {
        String text = text(slot);
        if (text.isEmpty()) {
            return List.of();
        }
        if (isFreeText(vrs[slot])) {
            return List.of(text);
        }
        UnaryOperator<String> trim = HeaderValues::trimmed;
        return Arrays.stream(text.split("\\\\", -1)).map(trim).toList();
    }

    /** The raw bytes. */
    public byte[] bytes(int slot) {
        return isPresent(slot) ? Arrays.copyOfRange(bytes, starts[slot], starts[slot] + lengths[slot]) : new byte[0];
    }

    private int checked(int slot) {
        if (slot < 0 || slot >= slots) {
            throw new IndexOutOfBoundsException("slot " + slot + " of " + slots);
        }
        return slot;
    }

    private ElementValue viewOf(int slot) {
        return view.set(buffer, starts[slot], lengths[slot], vrs[slot], bigEndian[slot]);
    }

    private String characterSet() {
        int slot = characterSetSlot;
        return present[slot] ? new String(bytes, starts[slot], lengths[slot], StandardCharsets.US_ASCII) : "";
    }

    /** Whether a backslash is a character like any other, and leading spaces count. */
    private static boolean isFreeText(int vr) {
        return vr == Vr.LT || vr == Vr.ST || vr == Vr.UT || vr == Vr.UR;
    }

    private static String trimmed(String text) {
        int from = 0;
        while (from < text.length() && isPadding(text.charAt(from))) {
            from++;
        }
        return trimmedBehind(text.substring(from));
    }

    private static String trimmedBehind(String text) {
        int to = text.length();
        while (to > 0 && isPadding(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(0, to);
    }

    private static boolean isPadding(char c) {
        return c == ' ' || c == 0;
    }
}
