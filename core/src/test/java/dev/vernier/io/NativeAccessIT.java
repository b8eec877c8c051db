package dev.vernier.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Needs the jar of core on the class path: in a folder of classes no JVM heeds the overlay. */
class NativeAccessIT {

    @Test
    void runsAgainstTheJar() throws Exception {
        Path classes = Path.of(NativeAccess.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        assertTrue(Files.isRegularFile(classes), classes::toString);
    }

    @Test
    void isAvailableOnLinuxFromJava22() {
        boolean expected = Runtime.version().feature() >= 22
                && System.getProperty("os.name").equals("Linux");
        assertEquals(expected, NativeAccess.isAvailable());
    }
}
