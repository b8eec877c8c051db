package dev.vernier.scan;

import dev.vernier.DicomFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** What tests of archives share: slices to put into them, all of one series, and a scan of the bytes that came out. */
abstract class ArchivesOfSlices {

    @TempDir
    Path temp;

    static byte[] slice(double z) {
        return DicomFile.slice(z).series("A").toBytes();
    }

    ArchiveTally scan(String name, byte[] content) throws IOException {
        return Scans.byOneThread(Files.write(temp.resolve(name), content));
    }
}
