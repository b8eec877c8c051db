package dev.vernier.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vernier.NiftiFile;
import dev.vernier.dicom.BufferWindow;
import dev.vernier.dicom.Outcome;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The name of a file is made where it decides, and not for each of a million files. */
class ForeignFileTest {

    private int asked;

    private Outcome read(byte[] content) throws IOException {
        return new ForeignFile().read(new BufferWindow(ByteBuffer.wrap(content)), () -> {
            asked++;
            return "volume.nii.gz";
        });
    }

    @Test
    void theNameIsAskedForOnlyWhereTheContentTellsNothing() throws IOException {
        byte[] words = "no header of anything, ".repeat(30).getBytes(StandardCharsets.US_ASCII);

        assertEquals(Outcome.NOT_DICOM, read(words));
        assertEquals(Outcome.NIFTI, read(NiftiFile.one().toBytes()));
        assertEquals(Outcome.NIFTI, read(NiftiFile.two().toGzip()));
        assertEquals(0, asked);
        assertEquals(Outcome.TRUNCATED, read(Arrays.copyOf(NiftiFile.gzip(words), 11)));
        assertEquals(1, asked);
    }
}
