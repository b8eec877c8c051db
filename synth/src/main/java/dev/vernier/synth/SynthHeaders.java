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
     * The first slice of the first series of a data set that nothing is wrong with; in any syntax.
     *
     * @param privateBytes length of a private value of zeros before the geometry, an even number; 0 for none
     */
    public static byte[] slice(SynthOptions options, DicomSyntax syntax, int privateBytes) {
        SeriesPlan plan = DatasetPlan.of(options).stream()
                .filter(series -> !series.volume() && series.planted().isEmpty())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Too few series: every one has something planted"));
        Acquisition acquisition = Acquisition.of(plan).with(syntax, privateBytes);
        DicomBytes bytes = new DicomBytes(syntax);
        int hole = new ClassicHeader(acquisition)
                .write(bytes, SliceStack.of(acquisition).get(0));
        byte[] header = new byte[bytes.size() + privateBytes];
        System.arraycopy(bytes.array(), 0, header, 0, hole);
        System.arraycopy(bytes.array(), hole, header, hole + privateBytes, bytes.size() - hole);
        return stored(header, syntax);
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
