package dev.vernier.scan;

import dev.vernier.archive.ContainerFormat;
import dev.vernier.dicom.ByteWindow;
import dev.vernier.dicom.Outcome;
import dev.vernier.dicom.ParseEnd;
import dev.vernier.nifti.NiftiHeader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Tells what a file is that is no DICOM, by its content: a NIfTI header is read, gzipped or not; of a few others it is
 * said why they are not. Reused, one thread.
 */
final class ForeignFile {

    private static final String ANALYZE =
            "an Analyze 7.5 header, which states no unit and no orientation: convert it to NIfTI";
    /** Names that tell what a file should be, where its content does not. */
    private static final List<String> GZIPPED_IMAGES = List.of(".nii.gz", ".dcm.gz");

    private final NiftiHeader header = new NiftiHeader();
    private final byte[] start = new byte[NiftiHeader.MAX_BYTES];

    private String detail = "";
    private boolean ofPair;

    /**
     * Looks at a file.
     *
     * @param window its bytes; of a gzipped one, those that are in it
     * @param name of the file, asked for only where the content tells nothing
     * @return NIFTI with the header filled in, TRUNCATED or MALFORMED if it would be NIfTI, else NOT_DICOM
     */
    Outcome read(ByteWindow window, boolean gzipped, Supplier<String> name) throws IOException {
        int count = copy(window);
        ParseEnd cause = window.prematureEnd();
        NiftiHeader.Kind kind = header.read(ByteBuffer.wrap(start, 0, count));
        window.confirm();
        detail = "";
        ofPair = header.isOfPair();
        return switch (kind) {
            case WHOLE -> Outcome.NIFTI;
            case BROKEN -> at(Outcome.MALFORMED);
            case CUT -> at(cause == ParseEnd.BROKEN ? Outcome.MALFORMED : Outcome.TRUNCATED);
            case ANALYZE -> notDicom(ANALYZE);
            case OTHER ->
                cause != null && shouldBeImage(name.get())
                        ? unread(cause, count)
                        : notDicom(container(window, count, gzipped));
        };
    }

    private int copy(ByteWindow window) throws IOException {
        int count = Math.min(window.load(0, start.length), start.length);
        if (count > 0) {
            window.buffer().get(Math.toIntExact(-window.base()), start, 0, count);
        }
        return Math.max(count, 0);
    }

    private static boolean shouldBeImage(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return GZIPPED_IMAGES.stream().anyMatch(lower::endsWith);
    }

    /** Archives are opened where they are roots, and not below; on a cluster not even there. */
    private String container(ByteWindow window, int count, boolean gzipped) {
        ContainerFormat format = Container.of(window, start, count, gzipped);
        return format == null ? Envelope.of(start, count) : format.notOpened(gzipped);
    }

    /** A file that cannot be inflated, or not to its end, so that its name alone tells what it should be. */
    private Outcome unread(ParseEnd cause, int inflated) {
        if (cause == ParseEnd.BROKEN) {
            return at(Outcome.MALFORMED);
        }
        return inflated < Integer.BYTES ? at(Outcome.TRUNCATED) : notDicom("");
    }

    private Outcome at(Outcome outcome) {
        detail = "at byte " + header.position();
        return outcome;
    }

    private Outcome notDicom(String why) {
        detail = why;
        return Outcome.NOT_DICOM;
    }

    /** What was read last, where it was NIFTI. */
    NiftiHeader header() {
        return header;
    }

    /** Whether the file is the header of a pair: see {@link NiftiHeader#isOfPair}. */
    boolean isOfPair() {
        return ofPair;
    }

    /** Where it is broken, or why it is not read; mostly empty. */
    String detail() {
        return detail;
    }
}
