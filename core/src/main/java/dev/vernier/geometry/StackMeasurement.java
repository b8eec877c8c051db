package dev.vernier.geometry;

import dev.vernier.stats.Mode;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Works out one stack from its image planes, slices of files and frames of a volume alike: in-plane spacing, positions,
 * passes, line (spacing.md §2, §3.3 to §3.6, §5). What z follows is for {@link ZChoice}. O(n log n); used once.
 */
final class StackMeasurement {

    private static final int AXES = 3;
    private static final double ORTHOGONAL = 1e-3;

    private final ImagePlanes planes;
    private final int[] members;
    private final SpacingRules rules;
    private final StackSpacing stack = new StackSpacing();
    private StackTolerances tolerances;
    /** Direct z by the stack's positions; NONE where it has none. */
    private StackPositions positions = StackPositions.NONE;

    private ZSource source = ZSource.POSITIONS;
    private boolean regularAsAWhole;

    private StackMeasurement(ImagePlanes planes, int[] members, SpacingRules rules) {
        this.planes = planes;
        this.members = members;
        this.rules = rules;
    }

    /** A measured stack. */
    record Measured(StackSpacing stack, StackPositions positions, ZSource source, boolean regularAsAWhole) {

        /** Whether its positions alone say how far its slices are apart. */
        boolean isEven() {
            return stack.status == Status.REGULAR || stack.status == Status.MISSING_SLICES;
        }
    }

    /**
     * Measures a stack of planes that have places of their own.
     *
     * @param members numbers of its planes, at least one
     */
    static Measured ofPlanes(ImagePlanes planes, int[] members, SpacingRules rules) {
        StackMeasurement measurement = new StackMeasurement(planes, members, rules);
        measurement.measureShapes();
        measurement.stack.ofPlanes = true;
        measurement.measurePositions();
        return measurement.result();
    }

    /** Measures planes that lie at their locations, as those of a dose grid do. */
    static Measured ofLocations(ImagePlanes planes, int[] members, SpacingRules rules) {
        StackMeasurement measurement = new StackMeasurement(planes, members, rules);
        measurement.measureShapes();
        measurement.measureLocations();
        measurement.source = ZSource.GRID_FRAME_OFFSET;
        int first = members[0];
        measurement.stack.originMm =
                new double[] {planes.position(first, 0), planes.position(first, 1), planes.position(first, 2)};
        return measurement.result();
    }

    /** Measures planes that have no place: in-plane spacing and what attributes declare. */
    static Measured withoutPlaces(ImagePlanes planes, int[] members, SpacingRules rules) {
        StackMeasurement measurement = new StackMeasurement(planes, members, rules);
        measurement.measureShapes();
        return measurement.result();
    }

    private Measured result() {
        return new Measured(stack, positions, source, regularAsAWhole);
    }

    private void measureShapes() {
        List<WeightedShape> shapes = WeightedShape.of(planes, members);
        PlaneShape first = shapes.get(0).shape();
        stack.rows = first.rows();
        stack.columns = first.columns();
        stack.imageRows = first.rows();
        stack.imageColumns = first.columns();
        stack.planes = members.length;
        stack.instances = members.length;
        stack.frames = members.length;
        boolean orthogonal = true;
        stack.segmentation = true;
        double[] smallest = null;
        for (WeightedShape weighted : shapes) {
            PlaneShape shape = weighted.shape();
            stack.segmentation &= shape.segmentation();
            stack.toPatient &= shape.toPatient();
            if (shape.hasOrientation()) {
                double[] cosines = shape.cosines();
                smallest = smallest == null || Arrays.compare(cosines, smallest) < 0 ? cosines : smallest;
                orthogonal &= isOrthogonal(cosines);
            }
        }
        if (smallest != null) {
            stack.cosines = smallest;
        }
        if (!orthogonal) {
            stack.flags.add(Flag.NOT_ORTHOGONAL);
        }
        inPlaneMode(shapes);
        stack.declaredSpacingMm = modeOf(shapes, PlaneShape::spacingBetweenSlicesMm);
        stack.declaredThicknessMm = modeOf(shapes, PlaneShape::sliceThicknessMm);
        tolerances = StackTolerances.of(stack.x, stack.y, rules);
    }

    private static boolean isOrthogonal(double[] cosines) {
        double row = Normal.norm(cosines[0], cosines[1], cosines[2]);
        double column = Normal.norm(cosines[3], cosines[4], cosines[5]);
        double dot = cosines[0] * cosines[3] + cosines[1] * cosines[4] + cosines[2] * cosines[5];
        double most = ORTHOGONAL * (1 + SpacingRules.ROUNDING);
        return Math.abs(dot) <= most && Math.abs(row - 1) <= most && Math.abs(column - 1) <= most;
    }

    private void inPlaneMode(List<WeightedShape> shapes) {
        List<WeightedShape> voting = shapes.stream()
                .filter(weighted -> weighted.shape().hasSpacing())
                .toList();
        if (voting.isEmpty()) {
            return;
        }
        double[] yx = new double[2 * voting.size()];
        long[] votes = new long[voting.size()];
        for (int i = 0; i < votes.length; i++) {
            PlaneShape shape = voting.get(i).shape();
            yx[2 * i] = shape.y();
            yx[2 * i + 1] = shape.x();
            votes[i] = voting.get(i).planes();
            stack.inPlaneVotes += (int) votes[i];
            if (shape.xySource().isAtDetector()) {
                stack.flags.add(Flag.IMAGER_SPACING); // always, also where PixelSpacing outvotes it
            }
        }
        PlaneShape mode = voting.get(Mode.ofTuples(yx, 2, votes, rules.inPlaneRelative() * (1 + SpacingRules.ROUNDING)))
                .shape();
        stack.y = mode.y();
        stack.x = mode.x();
        stack.xySource = sourceOf(mode, voting);
    }

    /** Of planes that say the same, one may say it by PixelSpacing: the best source counts. */
    private static XySource sourceOf(PlaneShape mode, List<WeightedShape> voting) {
        XySource best = mode.xySource();
        for (WeightedShape weighted : voting) {
            PlaneShape shape = weighted.shape();
            if (shape.y() == mode.y()
                    && shape.x() == mode.x()
                    && shape.xySource().compareTo(best) < 0) {
                best = shape.xySource();
            }
        }
        return best;
    }

    /** The most frequent of the values that are known, NaN if none is. */
    private double modeOf(List<WeightedShape> shapes, ToDoubleFunction<PlaneShape> attribute) {
        double[] known = new double[shapes.size()];
        long[] weights = new long[shapes.size()];
        int count = 0;
        for (WeightedShape weighted : shapes) {
            double value = attribute.applyAsDouble(weighted.shape());
            if (!Double.isNaN(value)) {
                known[count] = value;
                weights[count++] = weighted.planes();
            }
        }
        return Mode.of(
                Arrays.copyOf(known, count),
                Arrays.copyOf(weights, count),
                rules.inPlaneRelative() * (1 + SpacingRules.ROUNDING));
    }

    private void measurePositions() {
        int[] placed = withPosition();
        if (placed.length == 0) {
            measureLocations();
            source = ZSource.SLICE_LOCATION;
            return;
        }
        double[] xyz = new double[AXES * placed.length];
        for (int i = 0; i < placed.length; i++) {
            for (int axis = 0; axis < AXES; axis++) {
                xyz[AXES * i + axis] = planes.position(placed[i], axis);
            }
        }
        Normal normal = stack.hasOrientation() ? Normal.of(stack.cosines) : StraightLine.through(xyz, tolerances);
        if (normal == null) {
            stack.whyNoPositions = "no ImageOrientationPatient";
            return;
        }
        double[] alongMm = along(xyz, placed.length, normal);
        measure(placed, alongMm);
        stack.originMm = origin(xyz, alongMm);
        stack.describe(
                StackLine.of(
                        xyz, alongMm, normal, positions.passes(), tolerances.besideMm(), rules.tiltOneMinusCosine()),
                rules);
    }

    // Each loop in a method of its own: the compiler is done with small ones sooner, and need not do them again when a
    // neighbour surprises it. On two cores it competes with the scan.

    private int[] withPosition() {
        int[] placed = new int[members.length];
        int count = 0;
        for (int plane : members) {
            if (planes.hasPosition(plane)) {
                placed[count++] = plane;
            }
        }
        return Arrays.copyOf(placed, count);
    }

    private static double[] along(double[] xyz, int count, Normal normal) {
        double[] along = new double[count];
        for (int i = 0; i < count; i++) {
            along[i] = normal.along(xyz[AXES * i], xyz[AXES * i + 1], xyz[AXES * i + 2]);
        }
        return along;
    }

    /** Where the first position is; of several images there the one whose x, y, z are smallest. */
    private double[] origin(double[] xyz, double[] alongMm) {
        int first = -1;
        for (int i = 0; i < alongMm.length; i++) {
            boolean here = Double.compare(alongMm[i], stack.positionsMm[0]) == 0;
            if (here
                    && (first < 0
                            || Arrays.compare(xyz, AXES * i, AXES * i + AXES, xyz, AXES * first, AXES * first + AXES)
                                    < 0)) {
                first = i;
            }
        }
        return Arrays.copyOfRange(xyz, AXES * first, AXES * first + AXES);
    }

    private void measureLocations() {
        stack.whyNoPositions = "no ImagePositionPatient";
        int[] placed = new int[members.length];
        double[] alongMm = new double[members.length];
        int count = 0;
        for (int plane : members) {
            if (!Double.isNaN(planes.location(plane))) {
                alongMm[count] = planes.location(plane);
                placed[count++] = plane;
            }
        }
        if (count > 0) {
            measure(Arrays.copyOf(placed, count), Arrays.copyOf(alongMm, count));
        }
    }

    private void measure(int[] placed, double[] alongMm) {
        Passes passes = new Passes(alongMm, stack.declaredSpacingMm, stack.declaredThicknessMm, tolerances);
        // Frames that show nothing are left out of a segmentation: its gaps are no sign of passes.
        boolean gapsAllowed = stack.segmentation && passes.whole().status() == Status.MISSING_SLICES;
        regularAsAWhole = gapsAllowed || passes.whole().status() == Status.REGULAR;
        positions = gapsAllowed
                ? passes.whole()
                : passes.apart(List.of(
                        image -> planes.temporalPosition(placed[image]), image -> planes.acquisition(placed[image])));
        stack.describe(positions);
    }
}
