package dev.vernier.oracle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A DICOM reader that is not ours. */
interface Oracle {

    /** Its name in the table of disagreements. */
    String name();

    /** The version whose disagreements the table lists. */
    String knownVersion();

    /**
     * The version that is installed; skips the test, saying what to install, where there is none.
     *
     * @param scratch a folder for temporary files
     */
    String installedVersion(Path scratch) throws IOException, InterruptedException;

    /** Whether it decodes text by SpecificCharacterSet (0008,0005), rather than giving its bytes. */
    boolean decodesText();

    /** Reads many files, by one process unless that dies. */
    Map<Path, Reading> read(List<Path> files, Path scratch) throws IOException, InterruptedException;
}
