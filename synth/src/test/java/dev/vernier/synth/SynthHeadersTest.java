package dev.vernier.synth;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SynthHeadersTest {
    private static final SynthOptions OPTIONS = new SynthOptions(100, 8, 1, Profile.RSNA_IAD, 2);

    @Test
    void volumesAreThoseOfTheDataSet(@TempDir Path temp) throws IOException {
        SynthDataset.write(temp.resolve("set"), OPTIONS, files -> {});
        List<byte[]> volumes = SynthHeaders.volumes(OPTIONS).toList();
        assertTrue(volumes.size() > 1);
        for (byte[] volume : volumes) {
            try (Stream<Path> files = Files.walk(temp.resolve("set").resolve("series"))) {
                assertTrue(files.filter(Files::isRegularFile).anyMatch(file -> startsWith(file, volume)));
            }
        }
    }

    private static boolean startsWith(Path file, byte[] header) {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(header, in.readNBytes(header.length));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aSliceSaysTheSameInEverySyntax() {
        for (DicomSyntax syntax : DicomSyntax.values()) {
            String header = latin1(slice(syntax, 0));
            assertTrue(header.startsWith("DICM", 128));
            assertTrue(header.contains(syntax.uid()));
            assertEquals(!syntax.deflated(), header.contains("ORIGINAL\\PRIMARY"), syntax.name());
        }
        assertArrayEquals(slice(DicomSyntax.EXPLICIT_LITTLE_ENDIAN, 0), slice(DicomSyntax.EXPLICIT_LITTLE_ENDIAN, 0));
    }

    @Test
    void aPrivateValueOfZerosStandsBeforeTheGeometry() {
        byte[] header = slice(DicomSyntax.EXPLICIT_LITTLE_ENDIAN, 0);
        byte[] longer = slice(DicomSyntax.EXPLICIT_LITTLE_ENDIAN, 100_000);
        assertEquals(header.length + 12 + 100_000, longer.length);
        int at = latin1(longer).indexOf(latin1(new byte[] {0x19, 0, (byte) 0xFE, 0x10, 'O', 'B'}));
        assertTrue(at > 0);
        assertTrue(latin1(longer).indexOf(latin1(new byte[] {0x20, 0, 0x32, 0, 'D', 'S'})) > at);
        assertArrayEquals(new byte[100_000], Arrays.copyOfRange(longer, at + 12, at + 12 + 100_000));
    }

    @Test
    void tooFewSeriesAreRefused() {
        SynthOptions one = new SynthOptions(1, 8, 1, Profile.RSNA_IAD, 1);
        assertThrows(
                IllegalArgumentException.class, () -> SynthHeaders.slices(one, DicomSyntax.EXPLICIT_LITTLE_ENDIAN, 0));
    }

    private static byte[] slice(DicomSyntax syntax, int privateBytes) {
        return SynthHeaders.slices(OPTIONS, syntax, privateBytes).findFirst().orElseThrow();
    }

    private static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
