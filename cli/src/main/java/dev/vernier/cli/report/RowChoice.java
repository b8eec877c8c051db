package dev.vernier.cli.report;

import dev.vernier.SeriesReport;
import dev.vernier.geometry.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which rows a table of the page holds when there are too many. Stateless. */
final class RowChoice {

    private RowChoice() {}

    /** Whether there is something to look at. */
    static boolean isConspicuous(SeriesReport series) {
        return series.spacing().status() != Status.REGULAR
                || !series.spacing().flags().isEmpty()
                || !series.votes()
                || series.unreadable() > 0;
    }

    /** Conspicuous series first, the rest spread evenly; the result is in the order of the input. */
    static List<SeriesReport> series(List<SeriesReport> series, int limit) {
        if (series.size() <= limit) {
            return series;
        }
        var split = series.stream().collect(Collectors.partitioningBy(RowChoice::isConspicuous));
        List<SeriesReport> conspicuous = evenly(split.get(true), limit);
        List<SeriesReport> others = evenly(split.get(false), limit - conspicuous.size());
        return Stream.concat(conspicuous.stream(), others.stream())
                .sorted(Comparator.comparing(SeriesReport::seriesUid))
                .toList();
    }

    /** At most so many, spread evenly over the list. */
    static <T> List<T> evenly(List<T> all, int limit) {
        if (all.size() <= limit) {
            return all;
        }
        List<T> chosen = new ArrayList<>(limit);
        for (long i = 0; i < limit; i++) {
            chosen.add(all.get((int) (i * all.size() / limit)));
        }
        return chosen;
    }
}
