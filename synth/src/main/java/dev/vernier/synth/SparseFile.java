package dev.vernier.synth;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;

/**
 * Writes a file's header and leaves the rest a hole: a data set of some gigabytes takes some megabytes of disk.
 *
 * <p>Costs four system calls where nothing is left out of the header: open, write, set the length, close. A {@link
 * RandomAccessFile} is used because only it sets a length without writing a byte at the end, which would take a block.
 */
final class SparseFile {
    private SparseFile() {}

    /**
     * Writes {@code header}, with a hole of {@code holeBytes} at {@code holeOffset}, and {@code tailBytes} after it;
     * all that is not written reads as 0.
     */
    static void write(File file, DicomBytes header, int holeOffset, int holeBytes, long tailBytes) throws IOException {
        try (RandomAccessFile out = new RandomAccessFile(file, "rw")) {
            out.write(header.array(), 0, holeOffset);
            if (holeOffset < header.size()) {
                out.seek((long) holeOffset + holeBytes);
                out.write(header.array(), holeOffset, header.size() - holeOffset);
            }
            if (tailBytes > 0) {
                out.setLength(out.getFilePointer() + tailBytes);
            }
        }
    }
}
