package dev.vernier.spark;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * Deals files out to the tasks that will read them: each batch goes to the one that got the fewest so far. Knows only what one task lists, so each
 * should begin with another partition. One thread.
 */
final class FileShares {

    private static final Comparator<Share> ORDER =
            Comparator.comparingLong(Share::files).thenComparing(Share::turn);

    private final PriorityQueue<Share> shares = new PriorityQueue<>(ORDER);

    private record Share(long files, int turn, int partition) {}

    /**
     * Nothing dealt out yet.
     *
     * @param first the partition that gets the first batch
     */
    FileShares(int partitions, int first) {
        IntStream.range(0, partitions).forEach(turn -> shares.add(new Share(0, turn, (first + turn) % partitions)));
    }

    /** The partition that gets a batch of so many files. */
    int deal(int files) {
        Share least = shares.remove();
        shares.add(new Share(least.files + files, least.turn, least.partition));
        return least.partition;
    }
}
