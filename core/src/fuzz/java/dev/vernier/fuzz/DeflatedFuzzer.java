package dev.vernier.fuzz;

import dev.vernier.dicom.HeaderParser;
import dev.vernier.synth.DicomBytes;
import dev.vernier.synth.DicomSyntax;
import java.util.Arrays;
import java.util.zip.Deflater;

/**
 * A deflated data set behind a sound meta header: the parser answers, within its bound of inflated bytes, and says the same
 * whether the file comes whole or in small pieces. The input's last byte chooses whether the bytes before it are the
 * deflated stream, or are to be deflated: raw, or with a zlib header.
 */
public final class DeflatedFuzzer {

    private static final byte[] META = new DicomBytes(DicomSyntax.EXPLICIT_LITTLE_ENDIAN)
            .fileMeta("1.2.840.10008.5.1.4.1.1.4", "1.2.826.77.1", DicomSyntax.DEFLATED_LITTLE_ENDIAN.uid())
            .toByteArray();
    private static final HeaderParser REUSED = new HeaderParser();
    private static final HeaderParser REUSED_FOR_PIECES = new HeaderParser();

    private DeflatedFuzzer() {}

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length == 0) {
            return;
        }
        int choice = data[data.length - 1];
        byte[] before = Arrays.copyOf(data, data.length - 1);
        byte[] stream = (choice & 3) == 0 ? before : deflated(before, (choice & 3) != 1);
        byte[] file = Arrays.copyOf(META, META.length + stream.length);
        System.arraycopy(stream, 0, file, META.length, stream.length);
        Walk whole = Walk.of(REUSED, new TinyWindow(file, Integer.MAX_VALUE), Walk.WANTED);
        Walk pieces = Walk.of(REUSED_FOR_PIECES, new TinyWindow(file, 1 + (choice >> 2 & 63)), Walk.WANTED);
        if (!whole.equals(pieces)) {
            throw new AssertionError(" whole: " + whole + "\npieces: " + pieces);
        }
    }

    /** The data set, deflated: raw, as PS3.5 A.5 asks, or behind a zlib header. */
    static byte[] deflated(byte[] dataset, boolean raw) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, raw);
        try {
            deflater.setInput(dataset);
            deflater.finish();
            byte[] bytes = new byte[64 + dataset.length + dataset.length / 8];
            return Arrays.copyOf(bytes, deflater.deflate(bytes));
        } finally {
            deflater.end();
        }
    }
}
