package dev.vernier.geometry;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Tells whether the stacks of a series differ in size, in-plane spacing or orientation. What a stack does not know
 * cannot differ.
 */
final class MixedGeometry {

    private MixedGeometry() {}

    static boolean isMixed(List<StackSpacing> stacks, SpacingRules rules) {
        if (differs(stacks, s -> s.rows, 0, 0) || differs(stacks, s -> s.columns, 0, 0)) {
            return true;
        }
        double relative = rules.agreementRelative() * (1 + SpacingRules.ROUNDING);
        if (differs(stacks, s -> s.y, relative, 0) || differs(stacks, s -> s.x, relative, 0)) {
            return true;
        }
        for (int i = 0; i < Plane.COSINES; i++) {
            int cosine = i;
            if (differs(stacks, s -> s.cosines[cosine], 0, rules.cosineAbsolute() * (1 + SpacingRules.ROUNDING))) {
                return true;
            }
        }
        return false;
    }

    private static boolean differs(
            List<StackSpacing> stacks, ToDoubleFunction<StackSpacing> quantity, double relative, double absolute) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (StackSpacing stack : stacks) {
            double value = quantity.applyAsDouble(stack);
            if (!Double.isNaN(value)) {
                min = Math.min(min, value);
                max = Math.max(max, value);
            }
        }
        return max - min > Math.max(relative * min, absolute);
    }
}
