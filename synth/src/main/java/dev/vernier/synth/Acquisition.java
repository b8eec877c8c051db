package dev.vernier.synth;

import java.util.Comparator;
import java.util.List;

/**
 * How a series was acquired: all that its slices share and that the truth does not depend on.
 *
 * @param largePrivateBytes length of a private value before group 0028 of slice files, or 0
 * @param largePrivateGroup the private group that holds it
 * @param verbose whether the scanner writes all it knows, which about doubles the header
 * @param undefinedLengths whether sequences are delimited, else their length is stated
 * @param dateTime when, as {@code yyyyMMdd} and seconds after midnight
 */
record Acquisition(
        SeriesPlan plan,
        Scanner scanner,
        String model,
        String protocol,
        DicomSyntax syntax,
        Orientation orientation,
        DecimalStyle style,
        int rows,
        int columns,
        boolean verbose,
        boolean undefinedLengths,
        int largePrivateBytes,
        int largePrivateGroup,
        DateTime dateTime,
        String studyUid,
        String frameOfReferenceUid) {

    record DateTime(String date, int seconds) {
        /** As a TM value, some seconds later. */
        String time(double laterSeconds) {
            int micros = (int) Math.round(laterSeconds * 1e6 % 1e6);
            int whole = (seconds + (int) laterSeconds) % 86_400;
            return twoDigits(whole / 3600) + twoDigits(whole / 60 % 60) + twoDigits(whole % 60) + "."
                    + String.valueOf(1_000_000 + micros % 1_000_000).substring(1);
        }

        private static String twoDigits(int value) {
            return value < 10 ? "0" + value : String.valueOf(value);
        }
    }

    private static final List<Integer> MATRIX_SIZES = List.of(256, 288, 320, 384, 448, 512, 560, 640, 768, 896, 1024);
    private static final int LARGE_VALUE_EVERY = 5;
    private static final int IMPLICIT_EVERY = 9;

    static Acquisition of(SeriesPlan plan) {
        SeededRandom random = plan.randomFor("acquisition");
        boolean ct = plan.domain().ct();
        Scanner scanner = random.pick(List.of(Scanner.values()));
        int fieldOfViewMm = random.between(180, 250);
        boolean large = plan.number() % LARGE_VALUE_EVERY == 2;
        return new Acquisition(
                plan,
                scanner,
                random.pick(scanner.models(ct)),
                random.pick(plan.domain().protocols()),
                plan.number() % IMPLICIT_EVERY == 4
                        ? DicomSyntax.IMPLICIT_LITTLE_ENDIAN
                        : DicomSyntax.EXPLICIT_LITTLE_ENDIAN,
                Orientation.of(plan),
                DecimalStyle.of(plan),
                matrixSize(fieldOfViewMm, plan.yMm()),
                matrixSize(fieldOfViewMm, plan.xMm()),
                random.chance(0.5),
                random.chance(0.5),
                large ? 2 * random.between(5_000, 100_000) : 0,
                random.chance(0.5) ? 0x0019 : 0x0021,
                new DateTime(
                        String.valueOf(20_000_000
                                + 10_000 * random.between(8, 24)
                                + 100 * random.between(1, 12)
                                + random.between(1, 28)),
                        random.between(7 * 3600, 21 * 3600)),
                Uid.next(random),
                Uid.next(random));
    }

    /** The same acquisition in another syntax, and with a private value of so many bytes, 0 for none, in group 0019. */
    Acquisition with(DicomSyntax otherSyntax, int privateBytes) {
        return new Acquisition(
                plan,
                scanner,
                model,
                protocol,
                otherSyntax,
                orientation,
                style,
                rows,
                columns,
                verbose,
                undefinedLengths,
                privateBytes,
                0x0019,
                dateTime,
                studyUid,
                frameOfReferenceUid);
    }

    /** PixelSpacing: row spacing (y) first, column spacing (x) second; PS3.3 §10.7.1.3. */
    String pixelSpacing() {
        return style.text(plan.yMm()) + "\\" + style.text(plan.xMm());
    }

    /** PixelSpacing of a slice that does not belong to the stack. */
    String outlierPixelSpacing() {
        return DecimalText.plain(plan.yMm() * 1.25, 6) + "\\" + DecimalText.plain(plan.xMm() * 1.25, 6);
    }

    /** SliceThickness: the true distance of the slices, unless planted otherwise. */
    String sliceThickness() {
        double factor = plan.number() % 2 == 0 ? 0.5 : 1.5;
        double thicknessMm = plan.has(Planted.WRONG_SLICE_THICKNESS) ? plan.zMm() * factor : plan.zMm();
        return style.text(thicknessMm);
    }

    /** SpacingBetweenSlices where it is right. */
    String sliceDistance() {
        return style.text(plan.zMm());
    }

    /** SpacingBetweenSlices where it is planted to be wrong: more than 3 times any true one. */
    String wrongSliceDistance() {
        return plan.number() % 3 == 0 ? "30" : "24";
    }

    private static int matrixSize(int fieldOfViewMm, double spacingMm) {
        return MATRIX_SIZES.stream()
                .min(Comparator.comparingDouble(size -> Math.abs(size * spacingMm - fieldOfViewMm)))
                .orElseThrow();
    }
}
