package dev.vernier.cli;

import dev.vernier.geometry.SpacingRules;
import picocli.CommandLine.Option;

/** How equal is equal. */
public final class ToleranceOptions {

    @Option(
            names = "--in-plane-tolerance",
            paramLabel = "FRACTION",
            converter = NumberConverters.Tolerance.class,
            description = "x and y that differ by no more than this fraction are one value. Default: 0.0001.")
    private Double inPlane;

    @Option(
            names = "--stack-tolerance",
            paramLabel = "FRACTION",
            converter = NumberConverters.Tolerance.class,
            description =
                    "Images whose x and y differ by no more than this fraction may be of one stack. Default: 0.001.")
    private Double agreement;

    @Option(
            names = "--orientation-tolerance",
            paramLabel = "COSINE",
            converter = NumberConverters.Tolerance.class,
            description =
                    "Images whose direction cosines differ by no more than this may be of one stack. Default: 0.002.")
    private Double orientation;

    @Option(
            names = "--position-tolerance",
            paramLabel = "MM",
            converter = NumberConverters.Tolerance.class,
            description =
                    "Slices closer than this lie at one position. Default: 0.001; less where x or y is below 0.1 mm, in"
                            + " proportion.")
    private Double positionMm;

    @Option(
            names = "--gap-tolerance",
            paramLabel = "FRACTION",
            converter = NumberConverters.Tolerance.class,
            description = "Gaps between slices that differ by no more than this fraction are one gap. Default: 0.01.")
    private Double gap;

    @Option(
            names = "--gap-tolerance-mm",
            paramLabel = "MM",
            converter = NumberConverters.Tolerance.class,
            description =
                    "Gaps that differ by no more than this are one gap too. Default: 0.01; less where x or y is below 0.1"
                            + " mm, in proportion.")
    private Double gapMm;

    @Option(
            names = "--mismatch-tolerance",
            paramLabel = "FRACTION",
            converter = NumberConverters.Tolerance.class,
            description = "SpacingBetweenSlices may differ from the positions by this fraction. Default: 0.01.")
    private Double mismatch;

    @Option(
            names = "--tilt-tolerance",
            paramLabel = "COSINE",
            converter = NumberConverters.Tolerance.class,
            description = "Slices are TILTED if 1 - |cos| of the angle between step and normal exceeds this. Default:"
                    + " 0.001.")
    private Double tilt;

    /** The default rules with these tolerances. */
    public SpacingRules rules() {
        SpacingRules rules = SpacingRules.DEFAULT;
        return new SpacingRules(
                rules.zRule(),
                rules.detectorSpacing(),
                or(inPlane, rules.inPlaneRelative()),
                or(agreement, rules.agreementRelative()),
                or(orientation, rules.cosineAbsolute()),
                or(positionMm, rules.positionMm()),
                or(gap, rules.gapRelative()),
                or(gapMm, rules.gapMm()),
                or(mismatch, rules.mismatchRelative()),
                or(tilt, rules.tiltOneMinusCosine()));
    }

    private static double or(Double given, double otherwise) {
        return given == null ? otherwise : given;
    }
}
