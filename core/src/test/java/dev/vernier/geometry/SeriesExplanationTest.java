package dev.vernier.geometry;

import static dev.vernier.DicomFile.slice;
import static dev.vernier.DicomFile.slices;
import static dev.vernier.DicomFile.volume;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.DicomFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an explanation says is what the analysis did. */
class SeriesExplanationTest {

    private static SeriesExplanation explain(SpacingRules rules, List<DicomFile> files) {
        return Series.tally(rules, files).explain(rules);
    }

    private static SeriesExplanation explain(DicomFile... files) {
        return explain(SpacingRules.DEFAULT, Arrays.asList(files));
    }

    private static ZReason zReason(DicomFile... files) {
        return explain(files).stacks().get(0).zReason();
    }

    @Test
    void answerIsThatOfTheAnalysis() {
        List<DicomFile> files = slices(0, 1, 2, 4, 5);
        files.add(slice(7).spacing(0.9, 0.8));
        assertEquals(Series.of(files), explain(SpacingRules.DEFAULT, files).spacing());
        assertEquals(Series.of(List.of()), explain().spacing());
        assertEquals(List.of(), explain().stacks());
    }

    @Test
    void stackThatSpeaksForTheSeriesComesFirst() {
        List<DicomFile> files = new ArrayList<>(slices(0, 3, 6, 9));
        files.addAll(List.of(slice(1).spacing(0.9, 0.8), slice(2).spacing(0.9, 0.8)));
        SeriesExplanation explanation = explain(SpacingRules.DEFAULT, files);
        assertEquals(2, explanation.stacks().size());
        StackExplanation winner = explanation.stacks().get(0);
        assertEquals(4, winner.instances());
        assertEquals(DicomFile.X, winner.x());
        assertEquals(DicomFile.Y, winner.y());
        assertEquals(0.9, explanation.stacks().get(1).y());
    }

    @Test
    void clustersAreFoundOneAfterTheOtherAndTakeUpAllGaps() {
        StackExplanation stack = explain(slices(0, 1, 2.005, 3, 5, 5.4).toArray(DicomFile[]::new))
                .stacks()
                .get(0);
        List<GapCluster> clusters = stack.clusters(10);
        assertEquals(List.of(3, 1, 1), clusters.stream().map(GapCluster::gaps).toList());
        assertEquals(0.995, clusters.get(0).fromMm(), 1e-9);
        assertEquals(1.005, clusters.get(0).toMm(), 1e-9);
        assertEquals(1, clusters.get(0).medianMm(), 1e-9);
        assertEquals(0.4, clusters.get(1).medianMm(), 1e-9, "of equals the smaller gap");
        assertEquals(1, stack.clusters(1).size());
        assertTrue(clusters.get(0).contains(1) && !clusters.get(0).contains(2));
        assertEquals(2, stack.multiple(2));
        assertEquals(0, stack.multiple(0.4));
    }

    @Test
    void positionsAndNormalAreThoseOfTheStack() {
        StackExplanation stack = explain(slice(4), slice(1), slice(4)).stacks().get(0);
        assertArrayEquals(new double[] {1, 4}, stack.positionsMm());
        assertArrayEquals(new double[] {0, 0, 1}, stack.normal());
        assertArrayEquals(new double[] {-10, 20, 1}, stack.firstPositionMm());
        assertEquals(2, stack.repeats());
    }

    @Test
    void stackWithoutPositionsHasNoGapsAndNoNormal() {
        StackExplanation stack = explain(
                        DicomFile.ofClass(DicomFile.CT).spacing(0.7, 0.5).thickness(3))
                .stacks()
                .get(0);
        assertEquals(List.of(), stack.clusters(5));
        assertEquals(0, stack.multiple(2));
        assertEquals(0, stack.normal().length);
        assertEquals(0, stack.firstPositionMm().length);
        assertEquals(3, stack.z());
    }

    @Test
    void instancesThatStateAnInPlaneSpacingAreCounted() {
        StackExplanation stack = explain(slice(1), slice(2).without(0x00280030), slice(3))
                .stacks()
                .get(0);
        assertEquals(3, stack.instances());
        assertEquals(2, stack.inPlaneVotes());
        assertEquals(3, explain(volume(0, 1, 2)).stacks().get(0).inPlaneVotes());
    }

    @Test
    void localizersThatDoNotCountAreCounted() {
        DicomFile localizer = slice(9).imageType("ORIGINAL\\PRIMARY\\LOCALIZER");
        assertEquals(1, explain(slice(1), slice(2), localizer).localizersLeftOut());
        assertEquals(0, explain(localizer).localizersLeftOut());
    }

    @Test
    void eachWayToZSaysWhyItWasTaken() {
        assertEquals(ZReason.SLICE_POSITIONS, zReason(slice(1), slice(3).spacingBetweenSlices(9)));
        assertEquals(
                ZReason.PLAUSIBLE_SPACING,
                zReason(slice(1).spacingBetweenSlices(2).thickness(1)));
        assertEquals(
                ZReason.THICKNESS_INSTEAD,
                zReason(slice(1).spacingBetweenSlices(24).thickness(1)));
        assertEquals(ZReason.UNKNOWN, zReason(slice(1)));
        assertEquals(ZReason.FRAME_POSITIONS, zReason(volume(0, 2, 4)));
        assertEquals(ZReason.DECLARED_FOR_VOLUME, zReason(volume(0, 2, 4).spacingBetweenSlices(2)));
        assertEquals(ZReason.DECLARED_CONTRADICTED, zReason(volume(0, 2, 4).spacingBetweenSlices(3)));
        assertEquals(ZReason.VOLUME_THICKNESS, zReason(volume(2, 2).thickness(5)));
        assertEquals(
                ZReason.MOSAIC, zReason(slice(1).imageType("ORIGINAL\\MOSAIC").spacingBetweenSlices(3)));
        assertEquals(
                ZReason.PHASES,
                zReason(DicomFile.ofClass(DicomFile.NM).frames(4).spacing(3, 2).thickness(6)));
        assertEquals(
                ZReason.GRID_OFFSETS,
                zReason(DicomFile.ofClass(DicomFile.RT_DOSE)
                        .spacing(3, 2)
                        .frames(3)
                        .numbers(0x3004000C, "DS", 0, 2.5, 5)));
    }

    @ParameterizedTest
    @EnumSource(
            value = ZRule.class,
            names = {"POSITIONS", "SPACING_BETWEEN_SLICES", "SLICE_THICKNESS"})
    void ruleThatWasAskedForIsTheReason(ZRule rule) {
        List<DicomFile> files = List.of(
                slice(1).spacingBetweenSlices(3).thickness(4),
                slice(3).spacingBetweenSlices(3).thickness(4));
        SpacingRules rules = SpacingRules.DEFAULT.withZRule(rule);
        StackExplanation stack = explain(rules, files).stacks().get(0);
        assertEquals(ZReason.ASKED_FOR, stack.zReason());
        assertEquals(rule.label(), stack.zSource().label());
        assertArrayEquals(
                new double[] {2, 3, 4},
                new double[] {stack.measuredSpacingMm(), stack.declaredSpacingMm(), stack.declaredThicknessMm()});
    }
}
