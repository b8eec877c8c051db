package dev.vernier.synth;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A small strict DICOM reader that shares nothing with the writer: it fails on anything the standard forbids.
 *
 * <p>Little endian only; in implicit VR it takes for sequences what has an undefined length or is in {@link
 * #SEQUENCES}.
 */
final class DicomWalk {
    /** An element; {@code path} holds the tags of the sequences around it. */
    record Element(List<Integer> path, int tag, String vr, long lengthBytes, byte[] value) {
        String text() {
            return new String(value, StandardCharsets.ISO_8859_1);
        }
    }

    private static final Set<String> LONG_VRS =
            Set.of("OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT", "UV");
    private static final Set<Integer> SEQUENCES = Set.of(
            0x00081032,
            0x00081110,
            0x00081111,
            0x00081115,
            0x0008114A,
            0x00081140,
            0x00082112,
            0x00400008,
            0x00400275,
            0x0040A170,
            0x00209111,
            0x00209113,
            0x00209116,
            0x00209221,
            0x00209222,
            0x00211050,
            0x00289110,
            0x00289132,
            0x00289145,
            0x52009229,
            0x52009230);
    private static final int PIXEL_DATA = 0x7FE00010;
    private static final int WINDOW_BYTES = 1 << 20;

    private final ByteBuffer bytes;
    private final long fileBytes;
    private final List<Element> elements = new ArrayList<>();
    private boolean explicit = true;

    private DicomWalk(ByteBuffer bytes, long fileBytes) {
        this.bytes = bytes.order(ByteOrder.LITTLE_ENDIAN);
        this.fileBytes = fileBytes;
    }

    /** Every element of a file, meta group and nested ones too, pixel data without its value. */
    static List<Element> read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer window = ByteBuffer.allocate((int) Math.min(WINDOW_BYTES, channel.size()));
            while (window.hasRemaining() && channel.read(window) >= 0) {
                // reads on
            }
            return new DicomWalk(window.flip(), Files.size(file)).file();
        }
    }

    /** The value of the only element with this tag at the top level, without padding; null where there is none. */
    static String text(List<Element> elements, int tag) {
        List<Element> found = elements.stream()
                .filter(element -> element.path.isEmpty() && element.tag == tag)
                .toList();
        require(found.size() <= 1, "tag twice");
        return found.isEmpty() ? null : found.get(0).text().replace('\0', ' ').trim();
    }

    private List<Element> file() {
        for (int i = 0; i < 128; i++) {
            require(bytes.get() == 0, "preamble");
        }
        require(bytes.getInt() == 0x4D434944, "DICM");
        Element groupLength = element(List.of());
        require(groupLength.tag == 0x00020000 && groupLength.value.length == 4, "group length");
        int metaBytes = ByteBuffer.wrap(groupLength.value)
                .order(ByteOrder.LITTLE_ENDIAN)
                .getInt();
        int datasetStart = bytes.position() + metaBytes;
        dataset(List.of(), datasetStart);
        require(bytes.position() == datasetStart, "end of the meta group");
        require(elements.stream().allMatch(element -> element.tag >>> 16 == 2), "group 2");
        explicit = text(elements, 0x00020010).equals("1.2.840.10008.1.2.1");
        require(explicit || text(elements, 0x00020010).equals("1.2.840.10008.1.2"), "transfer syntax");
        dataset(List.of(), fileBytes);
        return elements;
    }

    /** Elements up to the end or, where that is unknown (-1), to the item's delimiter. */
    private void dataset(List<Integer> path, long end) {
        long last = -1;
        while (end < 0 || bytes.position() < end) {
            Element element = element(path);
            if (element.tag == 0xFFFEE00D) {
                require(end < 0 && element.lengthBytes == 0, "delimiter");
                return;
            }
            require(Integer.toUnsignedLong(element.tag) > last, "ascending tags");
            last = Integer.toUnsignedLong(element.tag);
            if (element.tag == PIXEL_DATA) {
                require(bytes.position() + element.lengthBytes == fileBytes, "pixel data ends the file");
                return;
            }
        }
        require(bytes.position() == end, "end of the dataset");
    }

    private Element element(List<Integer> path) {
        int tag = Short.toUnsignedInt(bytes.getShort()) << 16 | Short.toUnsignedInt(bytes.getShort());
        String vr = "";
        long length;
        if (!explicit || tag >>> 16 == 0xFFFE) {
            length = Integer.toUnsignedLong(bytes.getInt());
        } else {
            vr = "" + (char) bytes.get() + (char) bytes.get();
            require(vr.matches("[A-Z]{2}"), "VR " + vr);
            if (LONG_VRS.contains(vr)) {
                require(bytes.getShort() == 0, "reserved bytes");
                length = Integer.toUnsignedLong(bytes.getInt());
            } else {
                length = Short.toUnsignedInt(bytes.getShort());
            }
        }
        boolean undefined = length == 0xFFFFFFFFL;
        require(undefined || length % 2 == 0, "even length");
        boolean sequence = vr.equals("SQ") || undefined || !explicit && SEQUENCES.contains(tag);
        byte[] value = new byte[0];
        if (!sequence && tag != PIXEL_DATA) {
            value = new byte[(int) length];
            bytes.get(value);
        }
        Element element = new Element(path, tag, vr, length, value);
        elements.add(element);
        if (sequence && tag >>> 16 != 0xFFFE) {
            items(path, tag, undefined ? -1 : bytes.position() + length);
        }
        return element;
    }

    private void items(List<Integer> path, int tag, long end) {
        List<Integer> inner = new ArrayList<>(path);
        inner.add(tag);
        while (end < 0 || bytes.position() < end) {
            int delimiter = Short.toUnsignedInt(bytes.getShort()) << 16 | Short.toUnsignedInt(bytes.getShort());
            long length = Integer.toUnsignedLong(bytes.getInt());
            if (delimiter == 0xFFFEE0DD) {
                require(end < 0 && length == 0, "sequence delimiter");
                return;
            }
            require(delimiter == 0xFFFEE000, "item");
            dataset(inner, length == 0xFFFFFFFFL ? -1 : bytes.position() + length);
        }
        require(bytes.position() == end, "end of the sequence");
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError("invalid DICOM: " + what);
        }
    }
}
