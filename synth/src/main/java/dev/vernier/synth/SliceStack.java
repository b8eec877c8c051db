package dev.vernier.synth;

import dev.vernier.synth.Orientation.Direction;
import java.util.ArrayList;
import java.util.List;

/**
 * Lays the slices of a series in space.
 *
 * <p>Neighbours are {@code zMm} apart along the normal. Positions are written with 6 to 10 decimals, in some series
 * with the noise of 32-bit numbers; either way the error of a gap stays below 2e-5 mm, so that it rounds to the true
 * spacing with 4 decimals (spacing.md, section 3.4). Thread rule: one thread at a time.
 */
final class SliceStack {
    /** Below this, in mm, a 32-bit number is exact to 8e-6 mm. */
    private static final double FLOAT_SAFE_MM = 250;

    private final Acquisition acquisition;
    private final SeriesPlan plan;
    private final Direction firstCorner;
    private final int decimals;
    private final boolean floatNoise;

    private SliceStack(Acquisition acquisition) {
        this.acquisition = acquisition;
        this.plan = acquisition.plan();
        SeededRandom random = plan.randomFor("stack");
        this.decimals = random.pick(List.of(6, 8, 10));
        double halfLengthMm = plan.zMm() * plan.stack().positions() / 2;
        Direction centre = new Direction(
                random.between(-20_000, 20_000) / 1e3,
                random.between(-20_000, 20_000) / 1e3,
                random.between(-20_000, 20_000) / 1e3);
        Orientation orientation = acquisition.orientation();
        this.firstCorner = centre.plus(orientation.row(), -plan.xMm() * (acquisition.columns() - 1) / 2)
                .plus(orientation.column(), -plan.yMm() * (acquisition.rows() - 1) / 2)
                .plus(orientation.normal(), -halfLengthMm);
        boolean wanted = random.chance(0.25);
        this.floatNoise = wanted && !orientation.oblique() && halfLengthMm + 20 < FLOAT_SAFE_MM;
    }

    /** All slices there are, in the order of acquisition. */
    static List<Slice> of(Acquisition acquisition) {
        return new SliceStack(acquisition).slices();
    }

    private List<Slice> slices() {
        SeededRandom random = plan.randomFor("slices");
        StackPlan stack = plan.stack();
        boolean downwards = random.chance(0.4);
        int passes = plan.has(Planted.REPEATED_POSITIONS) ? 2 : 1;
        List<Slice> slices = new ArrayList<>();
        for (int pass = 1; pass <= passes; pass++) {
            for (int step = 0; step < stack.positions(); step++) {
                int place = downwards ? stack.positions() - 1 - step : step;
                if (!stack.absent().contains(place)) {
                    slices.add(slice(place, pass, slices.size() + 1, Uid.next(random)));
                }
            }
        }
        return slices;
    }

    private Slice slice(int place, int pass, int instanceNumber, String sopInstanceUid) {
        Direction corner = firstCorner.plus(acquisition.orientation().normal(), place * plan.zMm());
        double alongNormalMm = corner.dot(acquisition.orientation().normal());
        return new Slice(
                place,
                pass,
                instanceNumber,
                sopInstanceUid,
                coordinate(corner.x()) + "\\" + coordinate(corner.y()) + "\\" + coordinate(corner.z()),
                DecimalText.fixed(alongNormalMm, 3),
                pixelSpacing(place));
    }

    private String pixelSpacing(int place) {
        boolean missing = plan.has(Planted.MISSING_PIXEL_SPACING) && place % 3 == 2;
        if (missing || plan.has(Planted.NO_PIXEL_SPACING)) {
            return null;
        }
        boolean outlier = plan.stack().outliers().contains(place);
        return outlier ? acquisition.outlierPixelSpacing() : acquisition.pixelSpacing();
    }

    private String coordinate(double mm) {
        double value = floatNoise ? (float) mm : mm;
        return decimals == 6 ? DecimalText.fixed(value, decimals) : DecimalText.plain(value, decimals);
    }
}
