package dev.vernier.scan;

import dev.vernier.archive.ContainerFormat;
import dev.vernier.archive.ZipEnd;
import dev.vernier.dicom.ByteWindow;
import java.io.IOException;

/**
 * Tells which format a file has that holds other files, by its start; where it begins like a program, by its end as
 * well. Stateless.
 */
final class Container {

    private Container() {}

    /**
     * The format, null if it is none that is known.
     *
     * @param start the first bytes of the window, of which there are {@code count}
     * @param gzipped whether the window is what is in a gzipped file: the end of that is far
     */
    static ContainerFormat of(ByteWindow window, byte[] start, int count, boolean gzipped) {
        ContainerFormat format = ContainerFormat.of(start, count);
        boolean askEnd = format == null && !gzipped && ContainerFormat.mayBeSelfExtracting(start, count);
        return askEnd && endsLikeZip(window) ? ContainerFormat.SELF_EXTRACTING : format;
    }

    private static boolean endsLikeZip(ByteWindow window) {
        try {
            long size = window.size();
            byte[] end = new byte[Math.toIntExact(Math.min(size, ZipEnd.END_BYTES))];
            long at = size - end.length;
            if (window.load(at, end.length) < end.length) {
                return false;
            }
            window.buffer().get(Math.toIntExact(at - window.base()), end, 0, end.length);
            return ZipEnd.isPlausible(end, end.length, size);
        } catch (IOException e) {
            return false; // of a file in an archive that is not unpacked so far
        }
    }
}
