package dev.vernier.geometry;

/** Chooses z among positions and attributes by the rule asked for, and says which it took. Stateless. */
final class ZChoice {

    /** SpacingBetweenSlices is believed against SliceThickness from a quarter of it ... */
    private static final double MIN_SPACING_TO_THICKNESS = 0.25;
    /** ... to three times it. */
    private static final double MAX_SPACING_TO_THICKNESS = 3;

    private ZChoice() {}

    /** Sets z, its source, the reason if unknown, and the flags ESTIMATED and DECLARED_MISMATCH. */
    static void apply(StackSpacing stack, SlicePositions positions, SpacingRules rules) {
        if (contradicts(stack.declaredSpacingMm, positions, rules)) {
            stack.flags.add(Flag.DECLARED_MISMATCH);
        }
        switch (rules.zRule()) {
            case POSITIONS -> fromPositions(stack, positions);
            case SPACING_BETWEEN_SLICES -> fromSpacing(stack);
            case SLICE_THICKNESS -> fromThickness(stack);
            case AUTO -> {
                if (stack.volume) {
                    volume(stack, positions);
                } else {
                    slices(stack, positions);
                }
            }
        }
    }

    private static boolean contradicts(double spacingMm, SlicePositions positions, SpacingRules rules) {
        return positions.hasZ() && Math.abs(spacingMm - positions.zMm()) > rules.mismatchRelative() * positions.zMm();
    }

    private static void slices(StackSpacing stack, SlicePositions positions) {
        if (positions.hasZ()) {
            fromPositions(stack, positions);
            return;
        }
        if (spacingIsPlausible(stack)) {
            fromSpacing(stack);
        } else {
            fromThickness(stack);
        }
        estimated(stack);
    }

    private static void volume(StackSpacing stack, SlicePositions positions) {
        boolean declared = !Double.isNaN(stack.declaredSpacingMm);
        if (declared && !stack.flags.contains(Flag.DECLARED_MISMATCH)) {
            fromSpacing(stack);
        } else if (positions.hasZ()) {
            fromPositions(stack, positions);
        } else {
            fromThickness(stack);
            estimated(stack);
        }
    }

    /** For a volume whose frames may be anything: attributes only, and said to be so. */
    static void attributesOnly(StackSpacing stack, SpacingRules rules) {
        if (rules.zRule() != ZRule.AUTO) {
            apply(stack, SlicePositions.NONE, rules);
            return;
        }
        if (Double.isNaN(stack.declaredSpacingMm)) {
            fromThickness(stack);
        } else {
            fromSpacing(stack);
        }
        estimated(stack);
    }

    private static boolean spacingIsPlausible(StackSpacing stack) {
        double spacing = stack.declaredSpacingMm;
        double thickness = stack.declaredThicknessMm;
        return !Double.isNaN(spacing)
                && (Double.isNaN(thickness)
                        || spacing >= MIN_SPACING_TO_THICKNESS * thickness
                                && spacing <= MAX_SPACING_TO_THICKNESS * thickness);
    }

    private static void fromPositions(StackSpacing stack, SlicePositions positions) {
        set(stack, positions.zMm(), ZSource.POSITIONS, "fewer than two slice positions");
    }

    static void fromSpacing(StackSpacing stack) {
        set(stack, stack.declaredSpacingMm, ZSource.SPACING_BETWEEN_SLICES, "no SpacingBetweenSlices");
    }

    private static void fromThickness(StackSpacing stack) {
        set(
                stack,
                stack.declaredThicknessMm,
                ZSource.SLICE_THICKNESS,
                "fewer than two slice positions, and neither SpacingBetweenSlices nor SliceThickness");
    }

    private static void set(StackSpacing stack, double z, ZSource source, String reasonIfUnknown) {
        stack.z = z;
        boolean known = !Double.isNaN(z);
        stack.zSource = known ? source : ZSource.UNKNOWN;
        stack.reason = known ? "" : reasonIfUnknown;
    }

    private static void estimated(StackSpacing stack) {
        if (stack.zSource != ZSource.UNKNOWN) {
            stack.flags.add(Flag.ESTIMATED);
        }
    }
}
