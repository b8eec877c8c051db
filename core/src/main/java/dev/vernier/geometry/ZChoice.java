package dev.vernier.geometry;

/** Chooses z among positions and attributes by the rule asked for, and says which it took (spacing.md §3.5, §3.6, §4). Stateless. */
final class ZChoice {

    /** SpacingBetweenSlices is believed against SliceThickness from a quarter of it ... */
    private static final double MIN_SPACING_TO_THICKNESS = 0.25;
    /** ... to three times it. */
    private static final double MAX_SPACING_TO_THICKNESS = 3;

    private ZChoice() {}

    /** Sets z, its source, the reason for it, and the flags ESTIMATED and DECLARED_MISMATCH. */
    static void apply(StackSpacing stack, SlicePositions positions, SpacingRules rules) {
        compare(stack, positions, rules);
        switch (rules.zRule()) {
            case POSITIONS -> fromPositions(stack, positions, ZReason.ASKED_FOR);
            case SPACING_BETWEEN_SLICES -> fromSpacing(stack, ZReason.ASKED_FOR);
            case SLICE_THICKNESS -> fromThickness(stack, ZReason.ASKED_FOR, "no SliceThickness");
            case AUTO -> {
                if (stack.volume) {
                    volume(stack, positions);
                } else {
                    slices(stack, positions);
                }
            }
        }
    }

    private static void compare(StackSpacing stack, SlicePositions positions, SpacingRules rules) {
        stack.measuredSpacingMm = positions.zMm();
        double difference = Math.abs(stack.declaredSpacingMm - positions.zMm());
        if (difference > rules.mismatchRelative() * positions.zMm() * (1 + SpacingRules.ROUNDING)) {
            stack.flags.add(Flag.DECLARED_MISMATCH);
        }
    }

    private static void slices(StackSpacing stack, SlicePositions positions) {
        if (positions.hasZ()) {
            fromPositions(stack, positions, ZReason.SLICE_POSITIONS);
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

    private static void volume(StackSpacing stack, SlicePositions positions) {
        boolean declared = !Double.isNaN(stack.declaredSpacingMm);
        if (declared && !stack.flags.contains(Flag.DECLARED_MISMATCH)) {
            fromSpacing(stack, ZReason.DECLARED_FOR_VOLUME);
        } else if (positions.hasZ()) {
            fromPositions(stack, positions, declared ? ZReason.DECLARED_CONTRADICTED : ZReason.FRAME_POSITIONS);
        } else {
            fromThickness(
                    stack,
                    ZReason.VOLUME_THICKNESS,
                    "fewer than two frame positions, and neither SpacingBetweenSlices nor SliceThickness");
            estimated(stack);
        }
    }

    /** For RT Dose, whose offsets are what positions are for others. */
    static void doseGrid(StackSpacing stack, SlicePositions offsets, SpacingRules rules) {
        if (rules.zRule() == ZRule.AUTO || rules.zRule() == ZRule.POSITIONS) {
            compare(stack, offsets, rules);
            ZReason reason = rules.zRule() == ZRule.AUTO ? ZReason.GRID_OFFSETS : ZReason.ASKED_FOR;
            set(
                    stack,
                    offsets.zMm(),
                    ZSource.GRID_FRAME_OFFSET,
                    reason,
                    "fewer than two offsets in GridFrameOffsetVector");
        } else {
            apply(stack, offsets, rules);
        }
    }

    /** For a mosaic: SpacingBetweenSlices is all there is, and is no estimate. */
    static void mosaic(StackSpacing stack, SpacingRules rules) {
        if (rules.zRule() == ZRule.AUTO) {
            fromSpacing(stack, ZReason.MOSAIC);
        } else {
            apply(stack, SlicePositions.NONE, rules);
        }
    }

    /** For a volume whose frames may be anything: attributes only, and said to be so. */
    static void attributesOnly(StackSpacing stack, SpacingRules rules) {
        if (rules.zRule() != ZRule.AUTO) {
            apply(stack, SlicePositions.NONE, rules);
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

    private static void fromPositions(StackSpacing stack, SlicePositions positions, ZReason reason) {
        set(stack, positions.zMm(), ZSource.POSITIONS, reason, "fewer than two slice positions");
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
