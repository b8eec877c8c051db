package dev.vernier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vernier.scan.ScanProgress;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How far a scan is, in words. */
class ScanTextTest {

    private static String progress(long files, long expected, long series, long problems, long seconds) {
        return ScanText.progress(
                new ScanProgress(files, expected, series, problems, TimeUnit.SECONDS.toNanos(seconds)));
    }

    @Test
    void filesTheirPaceAndSeriesAreToldAlways() {
        assertEquals("scanning: 0 files, 0 files/s, 0 series", progress(0, 0, 0, 0, 0));
        assertEquals("scanning: 120,000 files, 40,000 files/s, 75 series", progress(120_000, 0, 75, 0, 3));
    }

    @Test
    void problemsAreToldWhereThereAreAny() {
        assertEquals("scanning: 100 files, 50 files/s, 2 series, 1,003 problems", progress(100, 0, 2, 1_003, 2));
    }

    @Test
    void timeLeftIsToldWhereATotalIsKnown() {
        assertEquals("scanning: 200 files, 50 files/s, 2 series, 0:12 left", progress(200, 800, 2, 0, 4));
        assertEquals("scanning: 200 files, 50 files/s, 2 series, 20:00 left", progress(200, 60_200, 2, 0, 4));
        assertEquals("scanning: 200 files, 50 files/s, 2 series, 2 h 05 min left", progress(200, 375_200, 2, 0, 4));
        assertEquals("scanning: 200 files, 50 files/s, 2 series, 3 problems, 0:01 left", progress(200, 250, 2, 3, 4));
    }

    @Test
    void noTimeLeftIsToldAtTheEndNorBeforeTheFirstFile() {
        assertEquals("scanning: 200 files, 50 files/s, 2 series", progress(200, 200, 2, 0, 4));
        assertEquals("scanning: 200 files, 50 files/s, 2 series", progress(200, 201, 2, 0, 4));
        assertEquals("scanning: 0 files, 0 files/s, 0 series", progress(0, 200, 0, 0, 4));
    }
}
