package dev.vernier.geometry;

import java.io.Serializable;
import java.util.Objects;

/**
 * The rules and tolerances by which spacings are found. Immutable.
 *
 * @param zRule where z comes from
 * @param detectorSpacing whether ImagerPixelSpacing and NominalScannedPixelSpacing may stand in for a missing
 *     PixelSpacing
 * @param inPlaneRelative values of x and y that differ by no more than this fraction are one value
 * @param agreementRelative images whose x and y differ by no more than this fraction may be of one stack
 * @param cosineAbsolute images whose direction cosines differ by no more than this may be of one stack
 * @param positionMm positions closer than this are one position; where x or y is below 0.1 mm it shrinks in proportion
 * @param gapRelative width of a cluster of gaps as a fraction of the gap
 * @param gapMm least width of a cluster of gaps; it shrinks likewise
 * @param mismatchRelative SpacingBetweenSlices may differ from the positions by this fraction
 * @param tiltOneMinusCosine a step whose 1 - |cos| against the normal exceeds this is a tilt
 */
public record SpacingRules(
        ZRule zRule,
        boolean detectorSpacing,
        double inPlaneRelative,
        double agreementRelative,
        double cosineAbsolute,
        double positionMm,
        double gapRelative,
        double gapMm,
        double mismatchRelative,
        double tiltOneMinusCosine)
        implements Serializable {

    /** The documented defaults. */
    public static final SpacingRules DEFAULT =
            new SpacingRules(ZRule.AUTO, false, 1e-4, 1e-3, 2e-3, 1e-3, 0.01, 0.01, 0.01, 1e-3);

    /**
     * Checks that every tolerance is a finite number that is not negative.
     *
     * @throws IllegalArgumentException naming the one that is not
     */
    public SpacingRules {
        Objects.requireNonNull(zRule, "zRule");
        requireTolerance("inPlaneRelative", inPlaneRelative);
        requireTolerance("agreementRelative", agreementRelative);
        requireTolerance("cosineAbsolute", cosineAbsolute);
        requireTolerance("positionMm", positionMm);
        requireTolerance("gapRelative", gapRelative);
        requireTolerance("gapMm", gapMm);
        requireTolerance("mismatchRelative", mismatchRelative);
        requireTolerance("tiltOneMinusCosine", tiltOneMinusCosine);
    }

    /** Below this spacing, in millimetres, absolute tolerances shrink with it: a micro-CT is judged as a head CT is. */
    private static final double FULL_TOLERANCE_SPACING_MM = 0.1;

    /**
     * Limits are this fraction wider: a decimal that lies on one is within it, also where its binary form is not (3 x
     * 0.7 < 2.1).
     */
    static final double ROUNDING = 1e-9;

    /**
     * The part of an absolute tolerance that holds for a stack.
     *
     * @param smallerSpacingMm the smaller of its x and y, 1 where they are unknown
     */
    static double shareOfTolerance(double smallerSpacingMm) {
        return Math.min(1, smallerSpacingMm / FULL_TOLERANCE_SPACING_MM);
    }

    private static void requireTolerance(String name, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " must be a number from 0 up, not " + value);
        }
    }

    /** The same rules with another source of z. */
    public SpacingRules withZRule(ZRule rule) {
        return new SpacingRules(
                rule,
                detectorSpacing,
                inPlaneRelative,
                agreementRelative,
                cosineAbsolute,
                positionMm,
                gapRelative,
                gapMm,
                mismatchRelative,
                tiltOneMinusCosine);
    }

    /** The same rules with spacings at the detector allowed or not. */
    public SpacingRules withDetectorSpacing(boolean allowed) {
        return new SpacingRules(
                zRule,
                allowed,
                inPlaneRelative,
                agreementRelative,
                cosineAbsolute,
                positionMm,
                gapRelative,
                gapMm,
                mismatchRelative,
                tiltOneMinusCosine);
    }
}
