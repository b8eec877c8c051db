package dev.vernier.geometry;

/**
 * Which axis of the stored array lies along which axis of the patient: 0 for x (along a row), 1 for y (along a column),
 * 2 for z (along the normal). It is the order that is left after MONAI's {@code Orientationd("RAS")}, TorchIO's {@code
 * ToCanonical} or nibabel's {@code as_closest_canonical} (spacing.md §5). Immutable.
 *
 * @param rightLeft the axis of the array along right to left
 * @param anteriorPosterior the axis of the array along front to back
 * @param superiorInferior the axis of the array along head to feet
 */
public record PatientAxes(int rightLeft, int anteriorPosterior, int superiorInferior) {

    /** Stands where images have no orientation to the patient. */
    public static final PatientAxes UNKNOWN = new PatientAxes(-1, -1, -1);

    private static final int AXES = 3;
    private static final String NAMES = "xyz";
    /** Cosines this near to each other are a tie, which the first of x, y, z wins. */
    private static final double TIE = 1e-9;

    /** Whether the images have an orientation to the patient. */
    public boolean isKnown() {
        return rightLeft >= 0;
    }

    /** The array's axes in the order of the patient's, as in {@code zxy}; empty where they are unknown. */
    public String label() {
        return isKnown()
                ? "" + NAMES.charAt(rightLeft) + NAMES.charAt(anteriorPosterior) + NAMES.charAt(superiorInferior)
                : "";
    }

    /**
     * The axes of a {@link #label}.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static PatientAxes parse(String label) {
        if (label.isEmpty()) {
            return UNKNOWN;
        }
        boolean each = label.length() == AXES && NAMES.chars().allMatch(axis -> label.indexOf(axis) >= 0);
        if (!each) {
            throw new IllegalArgumentException("no order of the axes x, y, z: " + label);
        }
        return new PatientAxes(
                NAMES.indexOf(label.charAt(0)), NAMES.indexOf(label.charAt(1)), NAMES.indexOf(label.charAt(2)));
    }

    /**
     * Three numbers of the array's axes x, y, z in the order of the patient's: R/L, A/P, S/I. The axes must be known.
     */
    public double[] toPatient(double x, double y, double z) {
        double[] xyz = {x, y, z};
        return new double[] {xyz[rightLeft], xyz[anteriorPosterior], xyz[superiorInferior]};
    }

    /** Three numbers in the order R/L, A/P, S/I in the order of the array's axes x, y, z: undoes {@link #toPatient}. */
    public double[] toArray(double rightToLeft, double frontToBack, double headToFeet) {
        double[] xyz = new double[AXES];
        xyz[rightLeft] = rightToLeft;
        xyz[anteriorPosterior] = frontToBack;
        xyz[superiorInferior] = headToFeet;
        return xyz;
    }

    /**
     * The axes of an orientation: the array's axis with the largest cosine chooses first, and each takes the nearest
     * that is free.
     *
     * @param cosines row direction, then column direction, usable
     */
    static PatientAxes of(double[] cosines) {
        double[][] directions = directions(cosines);
        int[] arrayAxisOf = {-1, -1, -1};
        boolean[] placed = new boolean[AXES];
        for (int turn = 0; turn < AXES; turn++) {
            int axis = surest(directions, placed);
            placed[axis] = true;
            arrayAxisOf[nearestFree(directions[axis], arrayAxisOf)] = axis;
        }
        return new PatientAxes(arrayAxisOf[0], arrayAxisOf[1], arrayAxisOf[2]);
    }

    /** Absolute cosines of the array's axes with the patient's. */
    private static double[][] directions(double[] cosines) {
        Normal normal = Normal.of(cosines);
        double row = Normal.norm(cosines[0], cosines[1], cosines[2]);
        double column = Normal.norm(cosines[3], cosines[4], cosines[5]);
        double[][] directions = new double[AXES][AXES];
        for (int i = 0; i < AXES; i++) {
            directions[0][i] = Math.abs(cosines[i] / row);
            directions[1][i] = Math.abs(cosines[AXES + i] / column);
        }
        directions[2] = new double[] {Math.abs(normal.x()), Math.abs(normal.y()), Math.abs(normal.z())};
        return directions;
    }

    private static int surest(double[][] directions, boolean[] placed) {
        int surest = -1;
        for (int axis = 0; axis < AXES; axis++) {
            if (!placed[axis] && (surest < 0 || largest(directions[axis]) > largest(directions[surest]) + TIE)) {
                surest = axis;
            }
        }
        return surest;
    }

    private static double largest(double[] direction) {
        return Math.max(direction[0], Math.max(direction[1], direction[2]));
    }

    private static int nearestFree(double[] direction, int[] arrayAxisOf) {
        int nearest = -1;
        for (int i = 0; i < AXES; i++) {
            if (arrayAxisOf[i] < 0 && (nearest < 0 || direction[i] > direction[nearest] + TIE)) {
                nearest = i;
            }
        }
        return nearest;
    }
}
