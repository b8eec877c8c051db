package dev.vernier.spark;

import dev.vernier.Finding;
import dev.vernier.Findings;
import dev.vernier.SeriesReport;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Findings in their order, from some that are sorted and from series that come by UID. Holds those of one series. One thread. */
final class MergedFindings implements Iterator<Finding> {

    private final Iterator<Finding> sorted;
    private final Iterator<SeriesReport> series;
    private Iterator<Finding> ofSeries = Collections.emptyIterator();
    private Finding nextSorted;
    private Finding nextOfSeries;

    MergedFindings(Iterator<Finding> sorted, Iterator<SeriesReport> series) {
        this.sorted = sorted;
        this.series = series;
        nextSorted = sorted.hasNext() ? sorted.next() : null;
        nextOfSeries = readOfSeries();
    }

    private Finding readOfSeries() {
        while (!ofSeries.hasNext() && series.hasNext()) {
            Findings findings = new Findings();
            findings.addSeries(series.next());
            ofSeries = findings.sorted().iterator();
        }
        return ofSeries.hasNext() ? ofSeries.next() : null;
    }

    @Override
    public boolean hasNext() {
        return nextSorted != null || nextOfSeries != null;
    }

    @Override
    public Finding next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        boolean takeSorted = nextOfSeries == null || nextSorted != null && nextSorted.compareTo(nextOfSeries) <= 0;
        Finding next = takeSorted ? nextSorted : nextOfSeries;
        if (takeSorted) {
            nextSorted = sorted.hasNext() ? sorted.next() : null;
        } else {
            nextOfSeries = readOfSeries();
        }
        return next;
    }
}
