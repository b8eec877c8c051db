package dev.vernier.spark.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MedianNeedTest {

    @Test
    void theFirstWindowIsThatOfMostHeaders() {
        assertEquals(8 << 10, new MedianNeed().windowBytes());
    }

    @Test
    void headersOfOneLengthAreReadInOneSmallWindow() {
        MedianNeed need = new MedianNeed();
        need.add(2_900);
        assertEquals(8 << 10, need.windowBytes(), "one file says little");
        for (int i = 0; i < 100; i++) {
            need.add(2_900 + i % 20);
        }
        assertEquals(3_072, need.windowBytes());
    }

    @Test
    void aWindowCoversNineInTen() {
        MedianNeed need = new MedianNeed();
        for (int i = 0; i < 640; i++) {
            need.add(1_000 + 20 * (i % 64));
        }
        int covered = 0;
        for (int i = 0; i < 64; i++) {
            covered += 1_000 + 20 * i <= need.windowBytes() ? 1 : 0;
        }
        assertTrue(covered >= 58, covered + " of 64");
    }

    @Test
    void someLongHeadersDoNotMakeEveryReadLong() {
        MedianNeed need = new MedianNeed();
        for (int i = 0; i < 640; i++) {
            need.add(i % 5 == 0 ? 300_000 : 3_000);
        }
        assertTrue(need.windowBytes() <= 4 * 3_000 + 64 + 512, "window: " + need.windowBytes());
    }

    @Test
    void whatIsNoHeaderTeachesNothing() {
        MedianNeed need = new MedianNeed();
        need.add(0);
        assertEquals(8 << 10, need.windowBytes());
    }
}
