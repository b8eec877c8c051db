package dev.vernier.synth;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Headers as {@link SynthDataset} writes them, in memory: each a file up to and with the length of its pixel data.
 *
 * <p>Cost: a data set is planned for each call. Thread rule: stateless.
 */
public final class SynthHeaders {
    private static final int META_LENGTH_AT = 132 + 8;

    private SynthHeaders() {}

    /** The volumes of a data set, series that are one multi-frame file each, in the order of their series. */
    public static Stream<byte[]> volumes(SynthOptions options) {
        return DatasetPlan.of(options).stream()
                .filter(SeriesPlan::volume)
                .map(plan -> volume(Acquisition.of(plan), Uid.next(plan.randomFor("volume"))));
    }

    /**
     * The slices of one series of a data set: the first that nothing is wrong with, whose x and y differ, and whose scanner writes no
     * more than it has to; in any syntax.
     *
     * @param privateBytes length of a private value of zeros before the geometry, an even number; 0 for none
     * @throws IllegalArgumentException if there is no such series, because there are too few
     */
    public static Stream<byte[]> slices(SynthOptions options, DicomSyntax syntax, int privateBytes) {
        Acquisition acquisition = DatasetPlan.of(options).stream()
                .filter(plan -> !plan.volume() && plan.planted().isEmpty() && plan.xMm() != plan.yMm())
                .map(Acquisition::of)
                .filter(plain -> !plain.verbose())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(options.series() + " series are too few"))
                .with(syntax, privateBytes);
        ClassicHeader header = new ClassicHeader(acquisition);
        DicomBytes bytes = new DicomBytes(syntax);
        return SliceStack.of(acquisition).stream().map(slice -> {
            int hole = header.write(bytes, slice);
            return stored(filled(bytes, hole, privateBytes), syntax);
        });
    }

    private static byte[] filled(DicomBytes bytes, int hole, int holeBytes) {
        byte[] header = new byte[bytes.size() + holeBytes];
        System.arraycopy(bytes.array(), 0, header, 0, hole);
        System.arraycopy(bytes.array(), hole, header, hole + holeBytes, bytes.size() - hole);
        return header;
    }

    private static byte[] volume(Acquisition acquisition, String sopInstanceUid) {
        DicomBytes bytes = new DicomBytes(acquisition.syntax());
        new EnhancedHeader(acquisition).write(bytes, sopInstanceUid);
        return bytes.toByteArray();
    }

    /** Deflates what stands behind the meta group, where the syntax asks for that. */
    private static byte[] stored(byte[] header, DicomSyntax syntax) {
        int metaBytes =
                Byte.toUnsignedInt(header[META_LENGTH_AT]) | Byte.toUnsignedInt(header[META_LENGTH_AT + 1]) << 8;
        int dataset = META_LENGTH_AT + Integer.BYTES + metaBytes;
        byte[] stored = syntax.stored(Arrays.copyOfRange(header, dataset, header.length));
        byte[] whole = Arrays.copyOf(header, dataset + stored.length);
        System.arraycopy(stored, 0, whole, dataset, stored.length);
        return whole;
    }
}
