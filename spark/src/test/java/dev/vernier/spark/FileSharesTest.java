package dev.vernier.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FileSharesTest {

    @Test
    void batchesOfOneSizeAreDealtInTurn() {
        FileShares shares = new FileShares(4, 2);

        int[] dealt = IntStream.range(0, 9).map(batch -> shares.deal(1_024)).toArray();

        assertEquals("[2, 3, 0, 1, 2, 3, 0, 1, 2]", Arrays.toString(dealt));
    }

    @Test
    void noPartitionGetsMoreThanABatchAboveAnother() {
        FileShares shares = new FileShares(13, 5);
        long[] files = new long[13];
        Random random = new Random(3);
        for (int batch = 0; batch < 1_000; batch++) {
            int size = random.nextInt(10) == 0 ? 1_024 : 1 + random.nextInt(20);
            files[shares.deal(size)] += size;
        }

        long least = Arrays.stream(files).min().orElseThrow();
        long most = Arrays.stream(files).max().orElseThrow();
        assertTrue(most - least <= 1_024, least + " to " + most);
    }
}
