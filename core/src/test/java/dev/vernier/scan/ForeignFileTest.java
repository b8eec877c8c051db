package dev.vernier.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.NiftiFile;
import dev.vernier.dicom.BufferWindow;
import dev.vernier.dicom.GzipWindow;
import dev.vernier.dicom.Outcome;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The name of a file is made where it decides, and not for each of a million files. */
class ForeignFileTest {

    private int asked;

    private Outcome read(byte[] content) throws IOException {
        BufferWindow file = new BufferWindow(ByteBuffer.wrap(content));
        Supplier<String> name = () -> {
            asked++;
            return "volume.nii.gz";
        };
        if (!GzipWindow.isGzip(file)) {
            return new ForeignFile().read(file, false, name);
        }
        try (GzipWindow gzip = new GzipWindow()) {
            gzip.reset(file);
            return new ForeignFile().read(gzip, true, name);
        }
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

    @Test
    void multipartEnvelopeIsNamed() throws IOException {
        String part = "--xyz\r\nContent-Type: application/dicom\r\n\r\n" + "\0".repeat(128) + "DICM";
        for (String envelope : List.of(
                part,
                "\r\n" + part,
                "--b\ncontent-length: 7\n\n".repeat(9),
                "Content-Type: multipart/related; boundary=xyz\r\n\r\n" + part)) {
            ForeignFile file = new ForeignFile();
            byte[] bytes = envelope.getBytes(StandardCharsets.ISO_8859_1);
            assertEquals(
                    Outcome.NOT_DICOM, file.read(new BufferWindow(ByteBuffer.wrap(bytes)), false, () -> "part.dcm"));
            assertTrue(file.detail().startsWith("a multipart message"), file.detail());
        }
        for (String text :
                List.of("--\nContent-Type: x\n", "-- a comment\nselect 1;\n", "--xyz", "Content-Type: text/html")) {
            ForeignFile file = new ForeignFile();
            file.read(
                    new BufferWindow(ByteBuffer.wrap(text.repeat(30).getBytes(StandardCharsets.US_ASCII))),
                    false,
                    () -> "a");
            assertEquals("", file.detail(), text);
        }
    }
}
