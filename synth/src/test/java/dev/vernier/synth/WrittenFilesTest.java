package dev.vernier.synth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files on disk, read by {@link DicomWalk}: are they valid, and is what was planted there? */
class WrittenFilesTest {
    private static final int PIXEL_SPACING = 0x00280030;
    private static final int IMAGE_POSITION = 0x00200032;

    /** A seed whose volumes include one with a wrong SpacingBetweenSlices and one with a gap. */
    private static final long WITH_PLANTED_VOLUMES = 24;

    @TempDir
    static Path folder;

    private static final Map<Path, List<DicomWalk.Element>> HEADERS = new HashMap<>();
    private static List<SeriesPlan> plans;

    @BeforeAll
    static void write() throws IOException {
        SynthOptions options = TestData.options(60, WITH_PLANTED_VOLUMES, 2);
        TestData.write(folder, options);
        plans = DatasetPlan.of(options);
        for (Path file : TestData.dicomFiles(folder)) {
            HEADERS.put(file, DicomWalk.read(file));
        }
    }

    @Test
    void valuesKeepToTheirVr() {
        for (List<DicomWalk.Element> header : HEADERS.values()) {
            for (DicomWalk.Element element : header) {
                for (String value : element.text().split("\\\\", -1)) {
                    switch (element.vr()) {
                        case "DS" -> assertTrue(value.length() <= 16 && isDecimal(value), element.toString() + value);
                        case "IS" -> assertTrue(value.trim().matches("[+-]?\\d{1,12}"), value);
                        case "UI" -> assertTrue(isUid(value), value);
                        case "CS", "SH" -> assertTrue(value.length() <= 16, value);
                        case "LO", "PN" -> assertTrue(value.length() <= 64, value);
                        case "DA" -> assertTrue(value.matches("\\d{8}"), value);
                        case "TM" -> assertTrue(value.trim().matches("\\d{6}\\.\\d{6}"), value);
                        default -> {}
                    }
                }
            }
        }
    }

    @Test
    void headersAreOfARealisticSize() {
        Map<Boolean, Integer> syntaxes = new HashMap<>();
        int typical = 0;
        for (List<DicomWalk.Element> header : HEADERS.values()) {
            assertTrue(header.size() > 90, header.size() + " elements");
            long bytes = header.stream()
                    .mapToLong(element -> 8 + element.value().length)
                    .sum();
            typical += bytes > 2_000 && bytes < 9_000 ? 1 : 0;
            boolean explicit = DicomWalk.text(header, 0x00020010).equals("1.2.840.10008.1.2.1");
            syntaxes.merge(explicit, 1, Integer::sum);
        }
        assertTrue(typical > HEADERS.size() * 6 / 10, typical + " of " + HEADERS.size());
        assertTrue(syntaxes.get(true) > 5 * syntaxes.get(false) && syntaxes.get(false) > 0, syntaxes.toString());
    }

    @Test
    void namesAndPlacesAgreeWithTheHeaders() {
        Map<String, Path> fileByInstance = new HashMap<>();
        HEADERS.forEach((file, header) -> {
            String instance = TestData.sopInstanceUid(file);
            assertEquals(instance, DicomWalk.text(header, 0x00080018));
            assertEquals(instance, DicomWalk.text(header, 0x00020003));
            assertEquals(DicomWalk.text(header, 0x00080016), DicomWalk.text(header, 0x00020002));
            assertEquals(file.getParent().getFileName().toString(), DicomWalk.text(header, 0x0020000E));
            Path other = fileByInstance.put(instance, file);
            if (other != null) {
                assertTrue(plan(file).has(Planted.DUPLICATES), file.toString());
                assertSameBytes(file, other);
            }
        });
    }

    @Test
    void trapsForReadersOfBareTagsAreThere() {
        HEADERS.forEach((file, header) -> {
            assertTrue(nestedBeforeOwn(header, 0x0020000E), "nested SeriesInstanceUID in " + file);
            assertTrue(nestedBeforeOwn(header, PIXEL_SPACING), "nested PixelSpacing in " + file);
        });
    }

    @Test
    void largePrivateValuesLieBeforeTheSpacing() {
        Set<Path> series = new HashSet<>();
        HEADERS.forEach((file, header) -> {
            for (DicomWalk.Element element : header) {
                if (element.value().length >= 10_000 && element.tag() < PIXEL_SPACING) {
                    series.add(file.getParent());
                    assertEquals(0, element.value()[element.value().length / 2], "a hole");
                }
            }
        });
        assertTrue(series.size() >= 8 && series.size() <= 14, series.size() + " of 60");
    }

    @Test
    void slicesCarryWhatWasPlanted() throws IOException {
        for (SeriesPlan plan : plans) {
            List<List<DicomWalk.Element>> headers = new ArrayList<>();
            HEADERS.forEach((file, header) -> {
                if (plan(file) == plan && !file.getFileName().toString().startsWith("Copy")) {
                    headers.add(header);
                }
            });
            long files = TestData.dicomFiles(folder).stream()
                    .filter(file -> plan(file) == plan)
                    .count();
            assertEquals(plan.has(Planted.DUPLICATES), files > headers.size());
            assertEquals(plan.has(Planted.JUNK), Files.exists(seriesFolder(plan).resolve("Thumbs.db")));
            if (plan.volume()) {
                assertEquals(1, headers.size());
                assertVolume(plan, headers.get(0));
            } else {
                assertSlices(plan, headers);
            }
        }
    }

    private static void assertSlices(SeriesPlan plan, List<List<DicomWalk.Element>> headers) {
        int present = plan.stack().positions() - plan.stack().absent().size();
        assertEquals(plan.has(Planted.REPEATED_POSITIONS) ? 2 * present : present, headers.size());
        Set<String> positions = new HashSet<>();
        Map<String, Integer> spacings = new HashMap<>();
        for (List<DicomWalk.Element> header : headers) {
            positions.add(DicomWalk.text(header, IMAGE_POSITION));
            spacings.merge(String.valueOf(DicomWalk.text(header, PIXEL_SPACING)), 1, Integer::sum);
            double thicknessMm = Double.parseDouble(DicomWalk.text(header, 0x00180050));
            assertEquals(plan.has(Planted.WRONG_SLICE_THICKNESS), thicknessMm != plan.zMm());
            String stated = DicomWalk.text(header, 0x00180088);
            if (plan.has(Planted.SPACING_BETWEEN_SLICES_WRONG)) {
                assertTrue(Double.parseDouble(stated) > 3 * plan.zMm());
            } else if (plan.has(Planted.SINGLE_SLICE)) {
                assertNull(stated);
            } else {
                assertTrue(stated == null || Double.parseDouble(stated) == plan.zMm());
            }
            assertEquals(plan.has(Planted.NO_PIXEL_SPACING), DicomWalk.text(header, 0x00181164) != null);
        }
        assertEquals(present, positions.size());
        assertEquals(
                plan.has(Planted.NO_PIXEL_SPACING) || plan.has(Planted.MISSING_PIXEL_SPACING),
                spacings.containsKey("null"));
        int kinds = plan.has(Planted.OUTLIER_SLICES) || plan.has(Planted.MISSING_PIXEL_SPACING) ? 2 : 1;
        assertEquals(kinds, spacings.size(), spacings.toString());
    }

    private static void assertVolume(SeriesPlan plan, List<DicomWalk.Element> header) {
        int present = plan.stack().positions() - plan.stack().absent().size();
        assertEquals(String.valueOf(present), DicomWalk.text(header, 0x00280008));
        assertEquals(present, inGroups(header, 0x00209113, IMAGE_POSITION).size());
        List<Double> thicknesses = inGroups(header, 0x00289110, 0x00180050);
        assertTrue(thicknesses.size() == 1 || thicknesses.size() == present, thicknesses.toString());
        for (double thicknessMm : thicknesses) {
            assertEquals(plan.has(Planted.WRONG_SLICE_THICKNESS), thicknessMm != plan.zMm());
        }
        List<Double> stated = inGroups(header, 0x00289110, 0x00180088);
        assertTrue(stated.size() == thicknesses.size() || stated.isEmpty(), stated.toString());
        assertTrue(!stated.isEmpty() || !plan.has(Planted.SPACING_BETWEEN_SLICES_WRONG), plan.toString());
        for (double distanceMm : stated) {
            boolean right = distanceMm == plan.zMm();
            boolean farOff = distanceMm > 3 * plan.zMm();
            assertTrue(plan.has(Planted.SPACING_BETWEEN_SLICES_WRONG) ? farOff : right, plan.toString());
        }
        for (double rowSpacingMm : inGroups(header, 0x00289110, PIXEL_SPACING)) {
            assertEquals(plan.yMm(), rowSpacingMm);
        }
    }

    /** The first number of each such element that is directly in a functional group. */
    private static List<Double> inGroups(List<DicomWalk.Element> header, int group, int tag) {
        return header.stream()
                .filter(element -> element.tag() == tag
                        && element.path().size() == 2
                        && element.path().get(1) == group)
                .map(element -> Double.valueOf(element.text().trim().split("\\\\")[0]))
                .toList();
    }

    /** Whether a reader that takes the first element of this tag would take another's. */
    private static boolean nestedBeforeOwn(List<DicomWalk.Element> header, int tag) {
        for (DicomWalk.Element element : header) {
            if (element.tag() == tag) {
                return !element.path().isEmpty();
            }
        }
        return false;
    }

    private static void assertSameBytes(Path one, Path other) {
        try {
            assertNotEquals(one, other);
            assertEquals(-1, Files.mismatch(one, other));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isDecimal(String value) {
        return value.isBlank() || value.trim().matches("[+-]?\\d+(\\.\\d+)?([eE][+-]\\d+)?");
    }

    private static boolean isUid(String value) {
        String uid = value.replace("\0", "");
        return uid.length() <= 64 && uid.matches("(0|[1-9]\\d*)(\\.(0|[1-9]\\d*))+");
    }

    private static SeriesPlan plan(Path file) {
        String uid = file.getParent().getFileName().toString();
        return plans.stream().filter(plan -> plan.uid().equals(uid)).findFirst().orElseThrow();
    }

    private static Path seriesFolder(SeriesPlan plan) {
        return folder.resolve("series").resolve(plan.uid());
    }
}
