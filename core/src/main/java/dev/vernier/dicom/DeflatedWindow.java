package dev.vernier.dicom;

import java.io.IOException;
import java.util.zip.Inflater;

/**
 * The data set inside a deflated file (PS3.5 annex A.5): raw, or with the header of zlib that some writers put before
 * it.
 */
final class DeflatedWindow extends InflatingWindow {

    private final Inflater raw = new Inflater(true);
    private final Inflater zlib = new Inflater(false);

    @Override
    void begin() throws IOException {
        inflater = startsWithZlibHeader() ? zlib : raw;
        inflater.reset();
    }

    /** RFC 1950 §2.2: method 8, and a check that makes the first two bytes divisible by 31. */
    private boolean startsWithZlibHeader() throws IOException {
        if (source.load(inputAt, 2) < 2) {
            return false;
        }
        int index = Math.toIntExact(inputAt - source.base());
        int first = source.buffer().get(index) & 0xFF;
        int second = source.buffer().get(index + 1) & 0xFF;
        return (first & 0x0F) == 8 && (first << 8 | second) % 31 == 0;
    }

    @Override
    void beginNext() {
        end(null);
    }

    @Override
    public void close() {
        raw.end();
        zlib.end();
    }
}
