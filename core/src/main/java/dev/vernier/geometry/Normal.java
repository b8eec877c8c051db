package dev.vernier.geometry;

/** The normal of an image plane: row direction x column direction, of length one. Immutable. */
record Normal(double x, double y, double z) {

    /** Below this sine the row and column directions do not span a plane. */
    private static final double MIN_SINE = 1e-3;

    /** Whether six direction cosines are finite and span a plane. */
    static boolean isUsable(double[] cosines) {
        double row = norm(cosines[0], cosines[1], cosines[2]);
        double column = norm(cosines[3], cosines[4], cosines[5]);
        double cross = norm(crossX(cosines), crossY(cosines), crossZ(cosines));
        double scale = row * column;
        return scale > 0 && scale < Double.POSITIVE_INFINITY && cross > MIN_SINE * scale;
    }

    /** The normal of a usable orientation. */
    static Normal of(double[] cosines) {
        double x = crossX(cosines);
        double y = crossY(cosines);
        double z = crossZ(cosines);
        double length = norm(x, y, z);
        return new Normal(x / length, y / length, z / length);
    }

    /** Distance of a position along this normal. */
    double along(double positionX, double positionY, double positionZ) {
        return positionX * x + positionY * y + positionZ * z;
    }

    private static double crossX(double[] c) {
        return c[1] * c[5] - c[2] * c[4];
    }

    private static double crossY(double[] c) {
        return c[2] * c[3] - c[0] * c[5];
    }

    private static double crossZ(double[] c) {
        return c[0] * c[4] - c[1] * c[3];
    }

    static double norm(double x, double y, double z) {
        return Math.sqrt(x * x + y * y + z * z);
    }
}
