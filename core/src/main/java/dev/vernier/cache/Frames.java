package dev.vernier.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Finds frames in a file of unknown state by nothing but their own marks and checksums. No length, offset or pointer that the file holds
 * outside of them is followed, so that no damage can lead astray: this, and not Chronicle Map's own recovery, which follows them in
 * mapped memory, is what a cache is recovered, verified and rebuilt by. Stateless.
 */
final class Frames {

    private static final int BUFFER_BYTES = 1 << 20;
    private static final byte FIRST = (byte) (Frame.MAGIC >>> 56);

    private Frames() {}

    /** Hears of each frame. */
    @FunctionalInterface
    interface Visitor {
        void visit(Frame frame) throws IOException;
    }

    /** Visits all frames of a file whose checksums are right, in the order in which they lie there. */
    static void visit(Path file, Visitor visitor) throws IOException {
        byte[] window = new byte[BUFFER_BYTES];
        int valid = 0;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            for (boolean more = true; more; ) {
                int read = channel.read(ByteBuffer.wrap(window, valid, window.length - valid));
                more = read >= 0;
                valid += Math.max(read, 0);
                // What may be the beginning of a frame that is not wholly here yet is kept.
                int end = more ? valid - Frame.HEADER_BYTES - Frame.MAX_PAYLOAD_BYTES : valid;
                int next = visit(window, end, valid, visitor);
                System.arraycopy(window, next, window, 0, valid - next);
                valid -= next;
            }
        }
    }

    /** Visits the frames that begin before {@code end}, and returns where to go on. */
    private static int visit(byte[] window, int end, int valid, Visitor visitor) throws IOException {
        int at = 0;
        while (at < end) {
            Frame frame = window[at] == FIRST ? Frame.at(window, at, valid) : null;
            if (frame == null) {
                at++;
            } else {
                visitor.visit(frame);
                at += Frame.HEADER_BYTES + frame.payload().length;
            }
        }
        return at;
    }
}
