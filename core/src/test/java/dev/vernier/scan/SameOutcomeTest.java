package dev.vernier.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.DicomFile;
import dev.vernier.NiftiFile;
import dev.vernier.SharedData;
import dev.vernier.dicom.Outcome;
import dev.vernier.dicom.Samples;
import dev.vernier.dicom.Tag;
import dev.vernier.geometry.SpacingRules;
import dev.vernier.index.HeaderIndex;
import dev.vernier.index.IndexTags;
import dev.vernier.inspect.FileInspection;
import dev.vernier.io.FileAccess;
import dev.vernier.io.ReadStrategy;
import dev.vernier.synth.DicomSyntax;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scan, index and inspect give one file one outcome, whatever tags are asked for. */
class SameOutcomeTest {

    private static final List<String> TAGS = List.of(
            "Modality",
            "PatientID,Rows,(7FDF,1010)",
            "PixelSpacing,7053xx00@ME:DS,"
                    + "PerFrameFunctionalGroupsSequence[2]/PlanePositionSequence/ImagePositionPatient",
            "PlanePositionSlideSequence/XOffsetInSlideCoordinateSystem,"
                    + "ReferencedImageSequence/ReferencedSOPInstanceUID");

    @TempDir
    private Path temp;

    private int indexes;

    private Map<String, Outcome> indexed(Path root, String tags) throws IOException {
        Map<String, Outcome> outcomes = new TreeMap<>();
        ScanOptions options = ScanOptions.ofFiles(List.of(root), 2, ReadStrategy.AUTO, false);
        Path scratch = temp.resolve("scratch" + indexes++);
        new HeaderIndex(options, IndexTags.parse(tags, null), scratch, Set.of())
                .write(row -> outcomes.put(row.path(), row.outcome()), ScanListener.NONE);
        return outcomes;
    }

    private static Map<String, Outcome> scanned(Path root, Set<String> names) throws IOException {
        Map<String, Outcome> outcomes = new TreeMap<>();
        ScanOptions options =
                new ScanOptions(List.of(root), SpacingRules.DEFAULT, List.of(), 1, ReadStrategy.AUTO, false, Set.of());
        FileAccess access = ReadStrategy.AUTO.newAccess();
        try (FileScan scan = new FileScan(options, access, ScanCache.NONE)) {
            for (String name : names) {
                outcomes.put(name, scan.scan("", access.file(root.resolve(name)), 0));
            }
        }
        return outcomes;
    }

    private static Map<String, Outcome> inspected(Path root, Set<String> names) throws IOException {
        Map<String, Outcome> outcomes = new TreeMap<>();
        for (String name : names) {
            outcomes.put(
                    name,
                    FileInspection.of(root.resolve(name), SpacingRules.DEFAULT).outcome());
        }
        return outcomes;
    }

    /** Compares the three; returns which outcomes there were. */
    private Set<Outcome> compare(Path root) throws IOException {
        Map<String, Outcome> first = indexed(root, TAGS.get(0));
        Map<String, Outcome> scanned = scanned(root, first.keySet());
        assertEquals(text(scanned), text(first), "index of " + TAGS.get(0));
        for (String tags : TAGS.subList(1, TAGS.size())) {
            assertEquals(text(scanned), text(indexed(root, tags)), "index of " + tags);
        }
        assertEquals(text(scanned), text(inspected(root, first.keySet())), "inspect");
        return scanned.isEmpty() ? EnumSet.noneOf(Outcome.class) : EnumSet.copyOf(scanned.values());
    }

    private static String text(Map<String, Outcome> outcomes) {
        return String.join(
                "\n", outcomes.entrySet().stream().map(Map.Entry::toString).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dicom", "bugs/cases", "attack"})
    void filesOfTheSharedData(String folder) throws IOException {
        Path root = SharedData.path(folder);
        assertTrue(compare(root).contains(Outcome.OK));
    }

    private static List<byte[]> corpus() {
        List<byte[]> corpus = new ArrayList<>(Samples.all().values());
        corpus.add(DicomFile.slice(3).toBytes());
        corpus.add(DicomFile.slice(3).syntax(DicomSyntax.IMPLICIT_LITTLE_ENDIAN).toBytes());
        corpus.add(DicomFile.slice(3).syntax(DicomSyntax.DEFLATED_LITTLE_ENDIAN).toBytes());
        corpus.add(DicomFile.slice(3).without(Tag.SERIES_INSTANCE_UID).toBytes());
        corpus.add(DicomFile.volume(0, 2, 4)
                .bytes(0x70531010, "OB", new byte[20])
                .bytes(0x7FDF1010, "OB", new byte[20])
                .toBytes());
        corpus.add(NiftiFile.one().toBytes());
        corpus.add(NiftiFile.two().toGzip());
        return corpus;
    }

    @Test
    void filesThatAreCut() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("cut"));
        int made = 0;
        for (byte[] file : corpus()) {
            for (int length = 0; length < file.length; length += 1 + file.length / 60) {
                Files.write(folder.resolve("f" + made++), Arrays.copyOf(file, length));
            }
        }
        Set<Outcome> outcomes = compare(folder);
        assertTrue(
                outcomes.containsAll(Set.of(Outcome.OK, Outcome.TRUNCATED, Outcome.NO_GEOMETRY)), outcomes::toString);
    }

    @Test
    void filesThatAreMutated() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("mutants"));
        SplittableRandom random = new SplittableRandom(7);
        List<byte[]> corpus = corpus();
        for (int made = 0; made < 1_500; made++) {
            byte[] file = corpus.get(made % corpus.size()).clone();
            for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
                file[random.nextInt(Math.min(file.length, 1_500))] =
                        (byte) random.nextInt(random.nextBoolean() ? 4 : 256);
            }
            Files.write(folder.resolve("f" + made), file);
        }
        Set<Outcome> outcomes = compare(folder);
        assertTrue(
                outcomes.containsAll(EnumSet.of(
                        Outcome.OK, Outcome.TRUNCATED, Outcome.NO_GEOMETRY, Outcome.NO_SERIES, Outcome.NOT_DICOM)),
                outcomes::toString);
    }

    @Test
    void deflatedFileWithAnImplicitMetaHeaderAndAWrongGroupLength() throws IOException {
        byte[] meta = Samples.implicit()
                .element(0x00020000, "UL", 4711)
                .element(0x00020002, "UI", Samples.CT)
                .element(0x00020010, "UI", "1.2.840.10008.1.2.1.99")
                .toByteArray();
        byte[] dataset = Samples.classic(DicomSyntax.EXPLICIT_LITTLE_ENDIAN).toByteArray();
        byte[] preamble = new byte[132];
        System.arraycopy(new byte[] {'D', 'I', 'C', 'M'}, 0, preamble, 128, 4);
        Path folder = Files.createDirectory(temp.resolve("deflated"));
        Files.write(folder.resolve("a"), Samples.concat(preamble, meta, Samples.deflate(dataset, true)));
        assertEquals(Set.of(Outcome.OK), compare(folder));
    }

    @Test
    void rowsAndColumnsOfSeveralValuesAreTheFirst() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("several"));
        DicomFile.slice(3)
                .numbers(Tag.ROWS, "US", 40, 0, 1, 2, 3, 4, 5)
                .numbers(Tag.COLUMNS, "US", 30, 31)
                .write(folder.resolve("a"));
        assertEquals(Set.of(Outcome.OK), compare(folder));
    }

    @Test
    void fileOfPreambleAndMagicAndNothingElseIsTruncated() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("magic"));
        Files.write(folder.resolve("a"), Arrays.copyOf(DicomFile.slice(3).toBytes(), 132));
        assertEquals(Set.of(Outcome.TRUNCATED), compare(folder));
    }
}
