package dev.vernier.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.SeriesReport;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowChoiceTest {

    private final List<SeriesReport> all = ManySeries.report(1_000).series();

    @Test
    void everythingIsKeptBelowTheLimit() {
        assertSame(all, RowChoice.series(all, 1_000));
    }

    @Test
    void conspicuousSeriesAreKeptBeforeOthers() {
        List<SeriesReport> chosen = RowChoice.series(all, 300);
        assertEquals(300, chosen.size());
        assertEquals(
                all.stream().filter(RowChoice::isConspicuous).toList(),
                chosen.stream().filter(RowChoice::isConspicuous).toList());
        assertEquals(chosen, all.stream().filter(chosen::contains).toList());
    }

    @Test
    void tooManyConspicuousSeriesAreTakenEvenly() {
        List<SeriesReport> chosen = RowChoice.series(all, 20);
        assertEquals(20, chosen.size());
        assertTrue(chosen.stream().allMatch(RowChoice::isConspicuous));
    }

    @Test
    void evenChoiceSpansTheList() {
        assertEquals(List.of(0, 2, 5, 7), RowChoice.evenly(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9), 4));
    }
}
