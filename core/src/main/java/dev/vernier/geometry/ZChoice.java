package dev.vernier.geometry;

import dev.vernier.geometry.StackMeasurement.Measured;

/**
 * Chooses z among positions and attributes by the rule asked for, and says which it took (spacing.md §3.5, §3.6, §4).
 * Stateless.
 */
final class ZChoice {

    /** SpacingBetweenSlices is believed against SliceThickness from a quarter of it ... */
    private static final double MIN_SPACING_TO_THICKNESS = 0.25;
    /** ... to three times it. */
    private static final double MAX_SPACING_TO_THICKNESS = 3;

    private ZChoice() {}

    /** Sets z, its source, the reason for it, and the flags ESTIMATED and DECLARED_MISMATCH. */
    static void apply(Measured measured, SpacingRules rules) {
        StackSpacing stack = measured.stack();
        compare(stack, measured.positions(), rules);
        switch (rules.zRule()) {
            case POSITIONS -> fromPositions(measured, ZReason.ASKED_FOR);
            case SPACING_BETWEEN_SLICES -> fromSpacing(stack, ZReason.ASKED_FOR);
            case SLICE_THICKNESS -> fromThickness(stack, ZReason.ASKED_FOR, "no SliceThickness");
            case AUTO -> {
                if (stack.volume) {
                    volume(measured);
                } else {
                    slices(measured);
                }
            }
        }
    }

    private static void compare(StackSpacing stack, StackPositions positions, SpacingRules rules) {
        stack.measuredSpacingMm = positions.zMm();
        double difference = Math.abs(stack.declaredSpacingMm - positions.zMm());
        if (difference > rules.mismatchRelative() * positions.zMm() * (1 + SpacingRules.ROUNDING)) {
            stack.flags.add(Flag.DECLARED_MISMATCH);
        }
    }

    private static void slices(Measured measured) {
        StackSpacing stack = measured.stack();
        if (measured.positions().hasZ()) {
            boolean located = measured.source() == ZSource.SLICE_LOCATION;
            fromPositions(measured, located ? ZReason.SLICE_LOCATIONS : ZReason.SLICE_POSITIONS);
            return;
        }
        if (spacingIsPlausible(stack)) {
            fromSpacing(stack, ZReason.PLAUSIBLE_SPACING);
        } else {
            fromThickness(
                    stack,
                    ZReason.THICKNESS_INSTEAD,
                    "fewer than two slice positions, and neither SpacingBetweenSlices nor SliceThickness");
        }
        estimated(stack);
    }

    private static void volume(Measured measured) {
        StackSpacing stack = measured.stack();
        boolean declared = !Double.isNaN(stack.declaredSpacingMm);
        if (declared && !stack.flags.contains(Flag.DECLARED_MISMATCH)) {
            fromSpacing(stack, ZReason.DECLARED_FOR_VOLUME);
        } else if (measured.positions().hasZ()) {
            fromPositions(measured, declared ? ZReason.DECLARED_CONTRADICTED : ZReason.FRAME_POSITIONS);
        } else {
            fromThickness(
                    stack,
                    ZReason.VOLUME_THICKNESS,
                    "fewer than two frame positions, and neither SpacingBetweenSlices nor SliceThickness");
            estimated(stack);
        }
    }

    /** For RT Dose, whose offsets are what positions are for others. */
    static void doseGrid(Measured measured, SpacingRules rules) {
        if (rules.zRule() == ZRule.AUTO || rules.zRule() == ZRule.POSITIONS) {
            compare(measured.stack(), measured.positions(), rules);
            ZReason reason = rules.zRule() == ZRule.AUTO ? ZReason.GRID_OFFSETS : ZReason.ASKED_FOR;
            set(
                    measured.stack(),
                    measured.positions().zMm(),
                    ZSource.GRID_FRAME_OFFSET,
                    reason,
                    "fewer than two offsets in GridFrameOffsetVector");
        } else {
            apply(measured, rules);
        }
    }

    /** For a mosaic: SpacingBetweenSlices is all there is, and is no estimate. */
    static void mosaic(Measured measured, SpacingRules rules) {
        if (rules.zRule() == ZRule.AUTO) {
            fromSpacing(measured.stack(), ZReason.MOSAIC);
        } else {
            apply(measured, rules);
        }
    }

    /**
     * For reconstructed NM: SpacingBetweenSlices, which the standard defines for it, else SliceThickness as an
     * estimate.
     */
    static void reconstruction(Measured measured, SpacingRules rules) {
        StackSpacing stack = measured.stack();
        if (rules.zRule() != ZRule.AUTO) {
            apply(measured, rules);
        } else if (Double.isNaN(stack.declaredSpacingMm)) {
            fromThickness(stack, ZReason.VOLUME_THICKNESS, "neither SpacingBetweenSlices nor SliceThickness");
            estimated(stack);
        } else {
            fromSpacing(stack, ZReason.RECONSTRUCTION);
        }
    }

    /** For a volume whose frames may be anything: attributes only, and said to be so. */
    static void attributesOnly(Measured measured, SpacingRules rules) {
        StackSpacing stack = measured.stack();
        if (rules.zRule() != ZRule.AUTO) {
            apply(measured, rules);
            return;
        }
        if (Double.isNaN(stack.declaredSpacingMm)) {
            fromThickness(stack, ZReason.PHASES, "neither SpacingBetweenSlices nor SliceThickness");
        } else {
            fromSpacing(stack, ZReason.PHASES);
        }
        estimated(stack);
    }

    private static boolean spacingIsPlausible(StackSpacing stack) {
        double spacing = stack.declaredSpacingMm;
        double thickness = stack.declaredThicknessMm;
        return !Double.isNaN(spacing)
                && (Double.isNaN(thickness)
                        || spacing >= MIN_SPACING_TO_THICKNESS * thickness * (1 - SpacingRules.ROUNDING)
                                && spacing <= MAX_SPACING_TO_THICKNESS * thickness * (1 + SpacingRules.ROUNDING));
    }

    private static void fromPositions(Measured measured, ZReason reason) {
        StackSpacing stack = measured.stack();
        set(stack, measured.positions().zMm(), measured.source(), reason, "fewer than two slice positions");
        if (measured.source() == ZSource.SLICE_LOCATION || !stack.hasOrientation()) {
            estimated(stack); // the direction of the stack is a guess
        }
    }

    private static void fromSpacing(StackSpacing stack, ZReason reason) {
        set(stack, stack.declaredSpacingMm, ZSource.SPACING_BETWEEN_SLICES, reason, "no SpacingBetweenSlices");
    }

    private static void fromThickness(StackSpacing stack, ZReason reason, String whyUnknown) {
        set(stack, stack.declaredThicknessMm, ZSource.SLICE_THICKNESS, reason, whyUnknown);
    }

    private static void set(StackSpacing stack, double z, ZSource source, ZReason reason, String whyUnknown) {
        stack.z = z;
        boolean known = !Double.isNaN(z);
        stack.zSource = known ? source : ZSource.UNKNOWN;
        stack.zReason = known ? reason : ZReason.UNKNOWN;
        stack.whyNoZ = known ? "" : whyUnknown;
    }

    private static void estimated(StackSpacing stack) {
        if (stack.zSource != ZSource.UNKNOWN) {
            stack.flags.add(Flag.ESTIMATED);
        }
    }
}
