package dev.vernier.index;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Sorts rows by path in little memory: what is more than fits is written to a file in sorted parts, which are merged at the end. So the
 * order of rows depends neither on threads nor on the listing, and the engine need not know of it. {@link #add} is thread-safe.
 */
final class RowSorter implements Closeable {

    private static final int MAX_READ_BYTES = 1 << 18;
    private static final int MIN_READ_BYTES = 1 << 12;

    private final Path scratch;
    private final long memoryBytes;
    private final ReentrantLock writing = new ReentrantLock();
    private final List<Long> ends = new ArrayList<>();
    private ScratchFile file;

    private List<byte[]> waiting = new ArrayList<>();
    private long waitingBytes;

    /** A row in one of the arrays that wait. */
    private record Place(byte[] bytes, int at) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return IndexRow.compare(bytes, at, other.bytes, other.at);
        }
    }

    /**
     * A sorter without rows.
     *
     * @param scratch the file for what does not fit; must not exist, and is removed at the end
     * @param memoryBytes of rows in memory; twice as much is needed for a moment
     */
    RowSorter(Path scratch, long memoryBytes) {
        this.scratch = scratch;
        this.memoryBytes = memoryBytes;
    }

    /**
     * Adds some rows. Waits while others are written, where there is no room.
     *
     * @throws IOException if the rows cannot be written
     */
    void add(byte[] rows) throws IOException {
        if (!addToWaiting(rows)) {
            return;
        }
        writing.lock();
        try {
            List<byte[]> full = takeIfFull();
            if (full != null) {
                write(sorted(full));
            }
        } finally {
            writing.unlock();
        }
    }

    private synchronized boolean addToWaiting(byte[] rows) {
        waiting.add(rows);
        waitingBytes += rows.length;
        return waitingBytes > memoryBytes;
    }

    private synchronized List<byte[]> takeIfFull() {
        return waitingBytes > memoryBytes ? take() : null;
    }

    private synchronized List<byte[]> take() {
        List<byte[]> taken = waiting;
        waiting = new ArrayList<>();
        waitingBytes = 0;
        return taken;
    }

    private static List<Place> sorted(List<byte[]> rows) {
        List<Place> places = new ArrayList<>();
        for (byte[] bytes : rows) {
            for (int at = 0; at < bytes.length; at += IndexRow.length(bytes, at)) {
                places.add(new Place(bytes, at));
            }
        }
        places.sort(null);
        return places;
    }

    private void write(List<Place> places) throws IOException {
        if (file == null) {
            file = new ScratchFile(scratch);
        }
        for (Place place : places) {
            file.append(place.bytes, place.at, IndexRow.length(place.bytes, place.at));
        }
        ends.add(file.flush());
    }

    /**
     * Hands out all rows in order, when no more are added.
     *
     * @throws IOException if they cannot be read again, or are not taken
     */
    void merge(IndexRows rows) throws IOException {
        IndexRow row = new IndexRow();
        List<Place> inMemory = sorted(take());
        if (ends.isEmpty()) {
            for (Place place : inMemory) {
                row.set(place.bytes, place.at);
                rows.add(row);
            }
            return;
        }
        write(inMemory);
        inMemory.clear();
        PriorityQueue<SortedRun> runs = runs();
        while (!runs.isEmpty()) {
            SortedRun first = runs.poll();
            row.set(first.bytes(), first.row());
            rows.add(row);
            if (first.advance()) {
                runs.add(first);
            }
        }
    }

    private PriorityQueue<SortedRun> runs() throws IOException {
        int bufferBytes = (int) Math.max(MIN_READ_BYTES, Math.min(MAX_READ_BYTES, memoryBytes / ends.size()));
        PriorityQueue<SortedRun> runs = new PriorityQueue<>();
        long start = 0;
        for (long end : ends) {
            SortedRun run = new SortedRun(file, start, end, bufferBytes);
            if (run.advance()) {
                runs.add(run);
            }
            start = end;
        }
        return runs;
    }

    /** Removes the file. */
    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
