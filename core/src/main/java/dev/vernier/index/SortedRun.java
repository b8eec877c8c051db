package dev.vernier.index;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Reads rows that lie in order in a part of a file, through a buffer that grows to the longest of them. One thread. */
final class SortedRun implements Comparable<SortedRun> {

    private final ScratchFile file;
    private final long end;
    private long position;
    private byte[] buffer;
    private int row;
    private int next;
    private int filled;

    SortedRun(ScratchFile file, long start, long end, int bufferBytes) {
        this.file = file;
        this.position = start;
        this.end = end;
        this.buffer = new byte[bufferBytes];
    }

    /** Moves to the next row, if there is one. */
    boolean advance() throws IOException {
        row = next;
        if (!has(Integer.BYTES)) {
            return false;
        }
        int length = IndexRow.length(buffer, row);
        has(length);
        next = row + length;
        return true;
    }

    /** Has so many bytes of the present row in the buffer; false at the end. */
    private boolean has(int bytes) throws IOException {
        if (filled - row >= bytes) {
            return true;
        }
        if (row == filled && position == end) {
            return false;
        }
        byte[] target = bytes > buffer.length ? new byte[bytes] : buffer;
        System.arraycopy(buffer, row, target, 0, filled - row);
        buffer = target;
        filled -= row;
        row = 0;
        while (filled < bytes) {
            int most = (int) Math.min(buffer.length - filled, end - position);
            int read = most == 0 ? -1 : file.read(ByteBuffer.wrap(buffer, filled, most), position);
            if (read < 0) {
                throw new EOFException("the rows that wait to be sorted were cut short");
            }
            position += read;
            filled += read;
        }
        return true;
    }

    byte[] bytes() {
        return buffer;
    }

    int row() {
        return row;
    }

    @Override
    public int compareTo(SortedRun other) {
        return IndexRow.compare(buffer, row, other.buffer, other.row);
    }
}
