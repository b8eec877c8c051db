package dev.vernier.index;

import dev.vernier.scan.ScanListener;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Tells a listener how many rows were taken: at the beginning, now and then, and with the last one. One thread. */
final class WatchedRows implements IndexRows {

    private static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final IndexRows rows;
    private final long expected;
    private final ScanListener listener;
    private long taken;
    private long toldNanos;

    WatchedRows(IndexRows rows, long expected, ScanListener listener) {
        this.rows = rows;
        this.expected = expected;
        this.listener = listener;
        tell(System.nanoTime());
    }

    @Override
    public void add(IndexRow row) throws IOException {
        rows.add(row);
        taken++;
        long nanos = System.nanoTime();
        if (nanos - toldNanos >= INTERVAL_NANOS || taken == expected) {
            tell(nanos);
        }
    }

    private void tell(long nanos) {
        toldNanos = nanos;
        listener.writing(taken, expected);
    }
}
