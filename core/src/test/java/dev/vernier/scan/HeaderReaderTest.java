package dev.vernier.scan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.DicomFile;
import dev.vernier.dicom.ElementSink;
import dev.vernier.dicom.ElementValue;
import dev.vernier.dicom.Outcome;
import dev.vernier.dicom.WantedTags;
import dev.vernier.io.ReadStrategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The reader of any tags, as callers outside the scan use it. */
class HeaderReaderTest {

    private static final WantedTags WANTED =
            WantedTags.of("PixelSpacing", "(5200,9230)/PlanePositionSequence/ImagePositionPatient");

    @TempDir
    private Path folder;

    /** Keeps the spacing, and the last frame's position. */
    private static final class Numbers implements ElementSink {
        private final double[] spacing = new double[2];
        private final double[] position = new double[3];
        private int frames;

        @Override
        public void value(int slot, ElementValue value) {
            value.numbers(slot == 0 ? spacing : position);
            frames += slot == 1 ? 1 : 0;
        }
    }

    @ParameterizedTest
    @EnumSource(ReadStrategy.class)
    void oneReaderReadsFileAfterFile(ReadStrategy strategy) throws IOException {
        Path slice = DicomFile.slice(3).write(folder.resolve("slice"));
        Path volume = DicomFile.volume(1, 2, 5).write(folder.resolve("volume"));
        try (HeaderReader reader = new HeaderReader(strategy)) {
            for (int i = 0; i < 3; i++) {
                Numbers numbers = new Numbers();
                assertEquals(Outcome.OK, reader.read(slice, WANTED, numbers));
                assertArrayEquals(new double[] {DicomFile.Y, DicomFile.X}, numbers.spacing);
                assertEquals(0, numbers.frames, "an element of another level is not meant");

                Numbers ofFrames = new Numbers();
                assertEquals(Outcome.OK, reader.read(volume, WANTED, ofFrames));
                assertEquals(3, ofFrames.frames);
                assertEquals(5, ofFrames.position[2]);
                assertEquals("", reader.detail());
            }
            assertEquals(6, reader.filesOpened());
            assertTrue(reader.reads() >= 6);
            assertTrue(reader.bytesRead() > 0);
        }
    }

    @ParameterizedTest
    @EnumSource(ReadStrategy.class)
    void whatAFileDoesWrongIsAnOutcomeWithADetail(ReadStrategy strategy) throws IOException {
        byte[] whole = DicomFile.slice(3).toBytes();
        Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, whole.length - 41));
        try (HeaderReader reader = new HeaderReader(strategy)) {
            assertEquals(Outcome.UNREADABLE, reader.read(folder.resolve("missing"), WANTED, new Numbers()));
            assertEquals("no such file", reader.detail());
            assertEquals(Outcome.TRUNCATED, reader.read(cut, WANTED, new Numbers()));
            assertTrue(reader.detail().startsWith("at byte "), reader.detail());
            assertEquals(Outcome.EMPTY, reader.read(Files.createFile(folder.resolve("empty")), WANTED, new Numbers()));
            assertEquals("", reader.detail());
        }
    }

    @Test
    void linksAreFollowedUnlessTheReaderIsToldNotTo() throws IOException {
        Path slice = DicomFile.slice(3).write(folder.resolve("slice"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), slice);
        try (HeaderReader following = new HeaderReader(ReadStrategy.AUTO);
                HeaderReader strict = new HeaderReader(ReadStrategy.AUTO, false)) {
            assertEquals(Outcome.OK, following.read(link, WANTED, new Numbers()));
            assertEquals(Outcome.UNREADABLE, strict.read(link, WANTED, new Numbers()));
        }
    }
}
