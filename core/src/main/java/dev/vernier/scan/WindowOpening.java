package dev.vernier.scan;

import dev.vernier.dicom.ByteWindow;
import java.io.IOException;

/** Opens one file. */
@FunctionalInterface
public interface WindowOpening {

    /**
     * Its bytes; whoever opened them closes them, once they are parsed.
     *
     * @throws IOException if the file system refuses
     */
    ByteWindow open() throws IOException;
}
