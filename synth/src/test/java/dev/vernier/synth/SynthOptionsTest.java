package dev.vernier.synth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SynthOptionsTest {
    @Test
    void defaults() {
        SynthOptions defaults = SynthOptions.defaults();
        assertEquals(400, defaults.series());
        assertEquals(30, defaults.slices());
        assertEquals(1, defaults.seed());
        assertEquals(Profile.RSNA_IAD, defaults.profile());
        assertTrue(defaults.threads() >= 1);
    }

    @Test
    void whatCannotBeIsRefusedByName() {
        assertRefused("series", () -> new SynthOptions(0, 30, 1, Profile.RSNA_IAD, 1));
        assertRefused("slices", () -> new SynthOptions(4, 7, 1, Profile.RSNA_IAD, 1));
        assertRefused("slices", () -> new SynthOptions(4, 1_001, 1, Profile.RSNA_IAD, 1));
        assertRefused("threads", () -> new SynthOptions(4, 30, 1, Profile.RSNA_IAD, 0));
        assertThrows(NullPointerException.class, () -> new SynthOptions(4, 30, 1, null, 1));
    }

    @Test
    void profilesHaveNames() {
        assertEquals(Profile.RSNA_IAD, Profile.fromCliName("rsna-iad"));
        assertEquals("rsna-iad", Profile.RSNA_IAD.cliName());
        assertRefused("use one of rsna-iad", () -> Profile.fromCliName("mammography"));
    }

    private static void assertRefused(String expectedInMessage, Runnable attempt) {
        String message =
                assertThrows(IllegalArgumentException.class, attempt::run).getMessage();
        assertTrue(message.contains(expectedInMessage), message);
    }
}
