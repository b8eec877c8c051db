package dev.vernier.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DescriptorsTest {

    @Test
    void threadsAreAsManyAsWantedWhereTheLimitIsHigh() {
        assertEquals(64, Descriptors.enoughFor(64, 1_048_576, 30));
        assertEquals(64, Descriptors.enoughFor(64, Long.MAX_VALUE, 30));
    }

    @Test
    void threadsAreFewerWhereEachCouldNotHoldAFolderAndAFile() {
        assertEquals(11, Descriptors.enoughFor(64, 64, 12));
        assertEquals(3, Descriptors.enoughFor(3, 64, 12));
    }

    @Test
    void oneOrTwoThreadsReadWhateverTheLimit() {
        assertEquals(2, Descriptors.enoughFor(64, 16, 12));
        assertEquals(2, Descriptors.enoughFor(64, 16, 20));
        assertEquals(1, Descriptors.enoughFor(1));
    }

    @Test
    void thisProcessIsAsked() {
        int threads = Descriptors.enoughFor(Integer.MAX_VALUE);
        assertTrue(threads >= 2, () -> threads + " threads");
    }
}
