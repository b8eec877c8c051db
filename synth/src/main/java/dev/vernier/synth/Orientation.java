package dev.vernier.synth;

import java.util.List;

/**
 * How a stack lies in the patient: ImageOrientationPatient and the normal that follows from it.
 *
 * <p>The normal is computed from the cosines as they are written, with 6 decimals, since that is all a reader has.
 * Thread rule: immutable. Source: PS3.3 §C.7.6.2.1.1.
 *
 * @param text the six cosines as ImageOrientationPatient holds them
 * @param row the direction in which x grows, not scaled
 * @param column the direction in which y grows, not scaled
 * @param normal row × column, of length 1
 * @param oblique whether it lies along no axis of the patient
 */
record Orientation(String text, Direction row, Direction column, Direction normal, boolean oblique) {

    /** A direction, or a place in mm, in the patient's coordinates. */
    record Direction(double x, double y, double z) {
        Direction plus(Direction other, double scale) {
            return new Direction(x + scale * other.x, y + scale * other.y, z + scale * other.z);
        }

        Direction cross(Direction other) {
            return new Direction(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
        }

        Direction normalised() {
            double length = Math.sqrt(x * x + y * y + z * z);
            return new Direction(x / length, y / length, z / length);
        }

        double dot(Direction other) {
            return x * other.x + y * other.y + z * other.z;
        }
    }

    private static final List<String> AXIAL = List.of(
            "1\\0\\0\\0\\1\\0",
            "1.000000\\0.000000\\0.000000\\0.000000\\1.000000\\0.000000",
            "1\\-0\\0\\-0\\1\\0",
            "1\\2.051034e-10\\0\\-2.051034e-10\\1\\0");
    private static final String SAGITTAL = "0\\1\\0\\0\\0\\-1";
    private static final String CORONAL = "1\\0\\0\\0\\0\\-1";
    private static final int MOST_TILT_DEGREES = 40;

    /** Three of fourteen series lie other than axially, in three different ways. */
    static Orientation of(SeriesPlan plan) {
        SeededRandom random = plan.randomFor("orientation");
        return switch (plan.number() % 14) {
            case 3 -> parse(SAGITTAL, false);
            case 7 -> parse(CORONAL, false);
            case 11 -> parse(obliqueText(random), true);
            default -> parse(random.pick(AXIAL), false);
        };
    }

    private static Orientation parse(String text, boolean oblique) {
        String[] cosines = text.split("\\\\");
        Direction row = direction(cosines, 0);
        Direction column = direction(cosines, 3);
        return new Orientation(text, row, column, row.cross(column).normalised(), oblique);
    }

    private static Direction direction(String[] cosines, int from) {
        return new Direction(
                Double.parseDouble(cosines[from]),
                Double.parseDouble(cosines[from + 1]),
                Double.parseDouble(cosines[from + 2]));
    }

    /** Axial, turned about x and then about y. */
    private static String obliqueText(SeededRandom random) {
        double aboutX = StrictMath.toRadians(random.between(3, MOST_TILT_DEGREES));
        double aboutY = StrictMath.toRadians(random.between(-MOST_TILT_DEGREES, -3));
        double sinX = StrictMath.sin(aboutX);
        double cosX = StrictMath.cos(aboutX);
        double sinY = StrictMath.sin(aboutY);
        double cosY = StrictMath.cos(aboutY);
        double[] cosines = {cosY, 0, -sinY, sinX * sinY, cosX, sinX * cosY};
        StringBuilder text = new StringBuilder();
        for (double cosine : cosines) {
            text.append(text.isEmpty() ? "" : "\\").append(DecimalText.fixed(cosine, 6));
        }
        return text.toString();
    }
}
