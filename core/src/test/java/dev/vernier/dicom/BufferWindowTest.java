package dev.vernier.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vernier.synth.DicomSyntax;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BufferWindowTest {

    private static final HeaderValues VALUES = new HeaderValues(WantedTags.of("SOPClassUID", "Rows", "PixelSpacing"));

    @Test
    void everySampleReadsAsThroughAnyOtherWindow() throws IOException {
        try (HeaderParser parser = new HeaderParser()) {
            for (Map.Entry<String, byte[]> sample : Samples.all().entrySet()) {
                String expected = read(parser, MemoryWindow.of(sample.getValue()));
                assertEquals(
                        expected, read(parser, new BufferWindow(ByteBuffer.wrap(sample.getValue()))), sample.getKey());
            }
        }
    }

    @Test
    void onlyTheBytesBetweenPositionAndLimitCount() throws IOException {
        byte[] file = Samples.classic(DicomSyntax.EXPLICIT_LITTLE_ENDIAN).toFile();
        ByteBuffer larger = ByteBuffer.allocateDirect(file.length + 100);
        larger.position(60).put(file).flip().position(60);
        try (HeaderParser parser = new HeaderParser()) {
            assertEquals(read(parser, MemoryWindow.of(file)), read(parser, new BufferWindow(larger)));
            assertArrayEquals(new double[] {0.5, 0.25}, VALUES.numbers(2));
            larger.limit(60 + 300);
            BufferWindow cut = new BufferWindow(larger);
            assertEquals(300, cut.size());
            assertEquals(Outcome.TRUNCATED, parser.parse(cut, VALUES.wanted(), VALUES));
        }
    }

    private static String read(HeaderParser parser, ByteWindow window) throws IOException {
        VALUES.begin();
        Outcome outcome = parser.parse(window, VALUES.wanted(), VALUES);
        return outcome + " at " + parser.position() + ": " + VALUES.text(0) + " " + VALUES.text(1) + " "
                + VALUES.text(2);
    }
}
