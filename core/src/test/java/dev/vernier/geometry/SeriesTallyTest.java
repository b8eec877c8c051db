package dev.vernier.geometry;

import static dev.vernier.DicomFile.slice;
import static dev.vernier.DicomFile.volume;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vernier.DicomFile;
import dev.vernier.dicom.Tag;
import dev.vernier.dicom.TagPath;
import dev.vernier.synth.DicomSyntax;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The algebra of tallies: merging is associative and commutative, and an empty tally changes nothing. */
class SeriesTallyTest {

    private static final List<TagPath> LABELS =
            List.of(TagPath.of(Tag.MODALITY), TagPath.of(Tag.MANUFACTURER), TagPath.of(Tag.PROTOCOL_NAME));
    private static final int SPLITS = 12;

    @ParameterizedTest
    @ValueSource(
            longs = {
                1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28,
                29, 30
            })
    void anySplitMergedInAnyTreeGivesTheSameAnswer(long seed) {
        Random random = new Random(seed);
        List<DicomFile> files = randomSeries(random);
        Answer expected = answer(tally(files));
        for (int i = 0; i < SPLITS; i++) {
            Collections.shuffle(files, random);
            assertEquals(expected, answer(mergedInARandomTree(files, random)), "seed " + seed + ", split " + i);
        }
    }

    @Test
    void anEmptyTallyIsTheIdentity() {
        List<DicomFile> files = randomSeries(new Random(99));
        Answer expected = answer(tally(files));

        assertEquals(expected, answer(tally(files).merge(tally(List.of()))));
        assertEquals(expected, answer(tally(List.of()).merge(tally(files))));
    }

    @Test
    void anEmptyTallyHasNoReadableFile() {
        SeriesSpacing spacing = tally(List.of()).analyse(SpacingRules.DEFAULT);

        assertEquals("no readable file", spacing.reason());
        assertEquals(Status.UNKNOWN, spacing.status());
        assertNull(tally(List.of()).folder());
        assertEquals(List.of("", "", ""), tally(List.of()).labels(3));
    }

    @Test
    void onlyTalliesOfOneSeriesCanBeMerged() {
        SeriesTally tally = new SeriesTally("1.2");

        assertThrows(IllegalArgumentException.class, () -> tally.merge(new SeriesTally("1.3")));
        assertThrows(IllegalArgumentException.class, () -> tally.merge(tally));
    }

    @Test
    void unreadableFilesAndFoldersAreMerged() {
        SeriesTally first = new SeriesTally("1.2");
        first.addUnreadable("b/c");
        SeriesTally second = new SeriesTally("1.2");
        second.addUnreadable("b/b");
        second.addUnreadable("z");
        first.merge(second);

        assertEquals(3, first.unreadableFiles());
        assertEquals("b/b", first.folder());
        assertEquals(0, first.files());
    }

    @Test
    void eachLabelIsTheOneThatMostFilesCarryAndTheSmallerOnATie() {
        List<DicomFile> files = new ArrayList<>();
        for (String maker : List.of("GE", "GE", "Siemens ", " Siemens", "ACME", "", "", "")) {
            files.add(slice(files.size()).manufacturer(maker));
        }
        files.get(0).text(Tag.PROTOCOL_NAME, "LO", "Only one file has it");

        assertEquals(List.of("CT", "GE", "Only one file has it"), tally(files).labels(3));
    }

    @Test
    void labelsAreDecodedByTheFilesCharacterSet() {
        List<DicomFile> files = List.of(slice(0).text(Tag.SPECIFIC_CHARACTER_SET, "CS", "ISO_IR 144")
                .bytes(Tag.PROTOCOL_NAME, "LO", (byte) 0xB3, (byte) 0xDE, (byte) 0xDB));

        assertEquals("\u0413\u043E\u043B", tally(files).labels(3).get(2));
    }

    @Test
    void theSameBytesInTwoCharacterSetsAreTwoLabels() {
        List<DicomFile> files = List.of(
                slice(0).text(Tag.SPECIFIC_CHARACTER_SET, "CS", "ISO_IR 144")
                        .bytes(Tag.PROTOCOL_NAME, "LO", (byte) 0xB3, (byte) 0xDE),
                slice(1).text(Tag.SPECIFIC_CHARACTER_SET, "CS", "ISO_IR 100")
                        .bytes(Tag.PROTOCOL_NAME, "LO", (byte) 0xB3, (byte) 0xDE),
                slice(2).text(Tag.SPECIFIC_CHARACTER_SET, "CS", "ISO_IR 100")
                        .bytes(Tag.PROTOCOL_NAME, "LO", (byte) 0xB3, (byte) 0xDE));

        assertEquals("\u00B3\u00DE", tally(files).labels(3).get(2));
    }

    @Test
    void anElementThatGeometryReadsCanBeALabelToo() {
        List<TagPath> labels =
                List.of(TagPath.of(Tag.ROWS), TagPath.of(Tag.SLICE_THICKNESS), TagPath.of(Tag.IMAGE_TYPE));
        DicomFile file = slice(0).thickness(2.5).imageType("ORIGINAL\\PRIMARY");
        SeriesTally tally = Series.tally(SpacingRules.DEFAULT, labels, List.of(file));

        assertEquals(List.of("40", "2.5", "ORIGINAL\\PRIMARY"), tally.labels(3));
        assertEquals(DicomFile.ROWS, tally.analyse(SpacingRules.DEFAULT).rows());
    }

    @Test
    void aLabelBehindThePixelSpacingIsReadAsWell() {
        List<TagPath> labels = List.of(TagPath.parse("(0040,0254)"));
        SeriesTally tally =
                Series.tally(SpacingRules.DEFAULT, labels, List.of(slice(0).text(0x00400254, "LO", "CT HEAD")));

        assertEquals(List.of("CT HEAD"), tally.labels(1));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void talliesThatWereWrittenAndReadAnswerAndMergeLikeTheOriginals(long seed) throws IOException {
        Random random = new Random(seed);
        List<DicomFile> files = randomSeries(random);
        Answer expected = answer(tally(files));
        assertEquals(expected, answer(readBack(tally(files))));
        int split = random.nextInt(files.size() + 1);
        SeriesTally first = readBack(tally(files.subList(0, split)));
        SeriesTally second = tally(files.subList(split, files.size()));
        assertEquals(expected, answer(readBack(readBack(second).merge(first))));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void filesThatWereWrittenAndReadCountLikeTheOriginals(long seed) {
        List<DicomFile> files = randomSeries(new Random(seed));

        assertEquals(answer(tally(files)), answer(Series.tallyOfRecords(SpacingRules.DEFAULT, LABELS, files)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void bytesThatAreNoTallyAreRefusedOrAreAnotherTally(long seed) throws IOException {
        Random random = new Random(seed);
        byte[] record = bytes(tally(randomSeries(random)));
        for (int i = 0; i < 500; i++) {
            byte[] broken =
                    Arrays.copyOf(record, random.nextInt(4) == 0 ? random.nextInt(record.length) : record.length);
            for (int changes = random.nextInt(4); broken.length > 0 && changes >= 0; changes--) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt();
            }
            try {
                SeriesTally.readFrom(ByteBuffer.wrap(broken), LABELS.size()).labels(LABELS.size());
            } catch (IllegalArgumentException e) {
                // Refused.
            }
        }
        for (int length = 0; length < record.length; length++) {
            ByteBuffer cut = ByteBuffer.wrap(record, 0, length);
            assertThrows(IllegalArgumentException.class, () -> SeriesTally.readFrom(cut, LABELS.size()));
        }
    }

    private static byte[] bytes(SeriesTally tally) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        tally.writeTo(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static SeriesTally readBack(SeriesTally tally) throws IOException {
        return SeriesTally.readFrom(ByteBuffer.wrap(bytes(tally)), LABELS.size());
    }

    /** Everything a tally answers. */
    private record Answer(SeriesSpacing spacing, List<String> labels, long files, long unreadable, String folder) {}

    private static Answer answer(SeriesTally tally) {
        return new Answer(
                tally.analyse(SpacingRules.DEFAULT),
                tally.labels(LABELS.size()),
                tally.files(),
                tally.unreadableFiles(),
                tally.folder());
    }

    private static SeriesTally tally(List<DicomFile> files) {
        return Series.tally(SpacingRules.DEFAULT, LABELS, files);
    }

    private static SeriesTally mergedInARandomTree(List<DicomFile> files, Random random) {
        List<SeriesTally> parts = new ArrayList<>();
        for (int from = 0; from < files.size(); ) {
            int to = Math.min(files.size(), from + random.nextInt(7));
            parts.add(tally(files.subList(from, to)));
            from = to;
        }
        while (parts.size() > 1) {
            SeriesTally left = parts.remove(random.nextInt(parts.size()));
            SeriesTally right = parts.remove(random.nextInt(parts.size()));
            parts.add(left.merge(right));
        }
        return parts.get(0);
    }

    /** A few dozen files with everything that makes ties and conflicts: few values, many repeats. */
    private static List<DicomFile> randomSeries(Random random) {
        List<DicomFile> files = new ArrayList<>();
        int count = 5 + random.nextInt(40);
        boolean volumes = random.nextInt(3) > 0;
        boolean onlyVolumes = volumes && random.nextInt(3) == 0;
        for (int i = 0; i < count; i++) {
            DicomFile file =
                    onlyVolumes || volumes && random.nextInt(4) == 0 ? randomVolume(random) : randomSlice(random);
            file.manufacturer(pick(random, "GE", "ge", "Siemens", "", "Philips"));
            if (random.nextInt(3) == 0) {
                file.text(Tag.PROTOCOL_NAME, "LO", pick(random, "head", "Head", "neck"));
            }
            if (random.nextInt(4) == 0) {
                file.sop("1.7." + random.nextInt(5));
            }
            if (random.nextInt(6) == 0) {
                file.imageType("ORIGINAL\\" + pick(random, "LOCALIZER", "PRIMARY", "MOSAIC"));
            }
            if (random.nextInt(9) == 0) {
                file.text(
                        Tag.SOP_CLASS_UID,
                        "UI",
                        pick(random, DicomFile.STRUCTURED_REPORT, DicomFile.SEGMENTATION, DicomFile.NM));
            }
            file.syntax(random.nextBoolean() ? DicomSyntax.EXPLICIT_LITTLE_ENDIAN : DicomSyntax.IMPLICIT_LITTLE_ENDIAN);
            files.add(file);
            if (random.nextInt(8) == 0) {
                files.add(file);
            }
        }
        return files;
    }

    private static DicomFile randomSlice(Random random) {
        DicomFile file = slice(random.nextInt(12) * 1.5 + random.nextInt(3) * 0.0004);
        if (random.nextInt(4) == 0) {
            file.spacing(pick(random, 0.5, 0.50003, 0.6), pick(random, 0.4, 0.40003));
        }
        if (random.nextInt(6) == 0) {
            file.orientation(pick(random, 1.0, 0.9995, 0.999), 0, 0, 0, 1, pick(random, 0.0, 0.0006, -0.0006));
        }
        if (random.nextInt(8) == 0) {
            file.size(32 + random.nextInt(2), 32);
        }
        for (int tag : new int[] {Tag.PIXEL_SPACING, Tag.IMAGE_POSITION_PATIENT, Tag.IMAGE_ORIENTATION_PATIENT}) {
            if (random.nextInt(12) == 0) {
                file.without(tag);
            }
        }
        if (random.nextInt(3) == 0) {
            file.thickness(pick(random, 1.5, 3.0, 5.0)).spacingBetweenSlices(pick(random, 1.5, 1.51, 24.0));
        }
        return file;
    }

    private static DicomFile randomVolume(Random random) {
        double gap = pick(random, 1.5, 3.0);
        double from = random.nextInt(3) * 1.5;
        DicomFile file = volume(from, from + gap, from + 2 * gap, from + pick(random, 2, 3, 4) * gap);
        if (random.nextInt(3) == 0) {
            file.spacingBetweenSlices(pick(random, 1.5, 3.0, 3.01));
        }
        if (random.nextInt(5) == 0) {
            file.size(10 + random.nextInt(3), 10 + random.nextInt(3));
        }
        return file;
    }

    @SafeVarargs
    private static <T> T pick(Random random, T... values) {
        return values[random.nextInt(values.length)];
    }
}
