package dev.vernier;

import dev.vernier.geometry.SeriesTally;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * A random sample of series that depends on the seed and the UIDs alone: those whose seeded hash is smallest. Neither the order of files
 * nor other series change whether one precedes another. Stateless.
 */
final class SeriesSample {

    private SeriesSample() {}

    /** A sample of {@code size} series, or all of them where size is 0 or not below their number. */
    static List<SeriesTally> of(Collection<SeriesTally> series, int size, long seed) {
        if (size == 0 || size >= series.size()) {
            return List.copyOf(series);
        }
        return series.stream()
                .sorted(Comparator.<SeriesTally>comparingLong(tally -> hash(tally.seriesUid(), seed))
                        .thenComparing(SeriesTally::seriesUid))
                .limit(size)
                .toList();
    }

    private static long hash(String uid, long seed) {
        long hash = seed * 0x9E3779B97F4A7C15L + 1;
        for (int i = 0; i < uid.length(); i++) {
            hash = mix(hash + uid.charAt(i));
        }
        return hash;
    }

    /** SplitMix64's finaliser. */
    private static long mix(long value) {
        long mixed = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
