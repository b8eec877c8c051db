package dev.vernier.geometry;

/** Something about a series that a user should know. */
public enum Flag {
    /** The sform of a NIfTI file has other spacings than its pixdim, by more than the tolerance. */
    AFFINE_MISMATCH("the sform's spacings differ from pixdim, which counts"),
    /** SpacingBetweenSlices differs from the positions by more than the tolerance. */
    DECLARED_MISMATCH("SpacingBetweenSlices differs from the positions"),
    /** z comes from an attribute where positions should have given it. */
    ESTIMATED("z is read from an attribute, not measured from positions"),
    /** x and y are distances at the detector, not in the patient. */
    IMAGER_SPACING("x and y are distances at the detector"),
    /** An axis is shorter than 1e-5 mm or longer than 1e4 mm: shown as it is, and without a vote. */
    IMPLAUSIBLE("a spacing is below 0.00001 mm or above 10000 mm: the series does not vote"),
    /** In-plane spacing, size or orientation differ between the stacks of the series. */
    MIXED_GEOMETRY("in-plane spacing, size or orientation differ within the series"),
    /** The series holds several acquisitions of one region on grids that are shifted against each other. */
    MULTIPLE_PASSES("several acquisitions of one region lie on shifted grids: z is that of each"),
    /** Row and column direction are not perpendicular, or not of length one. */
    NOT_ORTHOGONAL("the row and column directions are not perpendicular unit vectors"),
    /** Files with one SOPInstanceUID differ in geometry. */
    REPEATED_INSTANCE("files with the same SOPInstanceUID differ in geometry"),
    /** More than one image lies at the same position: the series has a fourth dimension. */
    REPEATED_POSITIONS("several images lie at one position"),
    /** An image lies beside the straight line of its stack, by more than a pixel. */
    SHIFTED_SLICES("an image lies beside the line of the others, by more than a pixel"),
    /** The stack's step is not along its normal. */
    TILTED("slices are stacked at an angle to their normal"),
    /** A NIfTI file does not say what its lengths are measured in. */
    UNIT_ASSUMED("the file names no unit of length: millimetres are assumed");

    private final String meaning;

    Flag(String meaning) {
        this.meaning = meaning;
    }

    /** One clause for readers of a report. */
    public String meaning() {
        return meaning;
    }
}
