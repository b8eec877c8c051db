package dev.vernier.geometry;

import dev.vernier.dicom.ElementValue;
import dev.vernier.dicom.SpecificCharacterSet;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The raw text of one file's labels (modality, manufacturer, …), kept as bytes so that a file whose labels were seen before costs
 * a hash and no String. Reused, one thread.
 */
final class LabelBytes {

    /** Longest label that is kept; LO holds 64 characters. */
    private static final int MAX_BYTES = 1024;

    private final byte[][] texts;
    private final int[] lengths;
    private final long[] hashes;
    private final byte[] characterSet = new byte[128];
    private int characterSetLength;

    LabelBytes(int count) {
        texts = new byte[count][MAX_BYTES];
        lengths = new int[count];
        hashes = new long[count];
    }

    void clear() {
        Arrays.fill(lengths, 0);
        Arrays.fill(hashes, 0);
        characterSetLength = 0;
    }

    void characterSet(ElementValue value) {
        characterSetLength = value.copyTrimmed(characterSet, 0);
    }

    /** Keeps one label's text; a number of a binary VR is kept as its decimal text. */
    void set(int label, ElementValue value) {
        hashes[label] = value.trimmedHash();
        if (value.isBinaryNumber()) {
            byte[] text = value.numbersAsText().getBytes(StandardCharsets.US_ASCII);
            lengths[label] = Math.min(text.length, MAX_BYTES);
            System.arraycopy(text, 0, texts[label], 0, lengths[label]);
        } else {
            lengths[label] = value.copyTrimmed(texts[label], 0);
        }
    }

    /** Equal labels in equal character sets, equal hash. */
    long hash() {
        long hash = characterSetLength;
        for (int i = 0; i < characterSetLength; i++) {
            hash = hash * 31 + characterSet[i];
        }
        for (long label : hashes) {
            hash = (hash ^ label) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 31;
        }
        return hash;
    }

    /** The labels as text, empty where the file has none. */
    String[] decode() {
        String terms = new String(characterSet, 0, characterSetLength, StandardCharsets.US_ASCII);
        String[] labels = new String[texts.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = SpecificCharacterSet.decode(Arrays.copyOf(texts[i], lengths[i]), terms)
                    .strip();
        }
        return labels;
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeShort(characterSetLength);
        out.write(characterSet, 0, characterSetLength);
        for (int i = 0; i < texts.length; i++) {
            out.writeLong(hashes[i]);
            out.writeShort(lengths[i]);
            out.write(texts[i], 0, lengths[i]);
        }
    }

    void readFrom(ByteBuffer in) {
        characterSetLength = readInto(characterSet, in);
        for (int i = 0; i < texts.length; i++) {
            hashes[i] = in.getLong();
            lengths[i] = readInto(texts[i], in);
        }
    }

    private static int readInto(byte[] text, ByteBuffer in) {
        int length = in.getShort();
        RecordFields.require(length >= 0 && length <= text.length);
        in.get(text, 0, length);
        return length;
    }
}
