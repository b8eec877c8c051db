package dev.vernier.geometry;

/** Why z was taken from where it was taken (spacing.md §3.5, §3.6, §4). */
public enum ZReason {
    UNKNOWN("z is unknown"),
    ASKED_FOR("the rule that was asked for, whatever the others say"),
    SLICE_POSITIONS("slices are measured by their positions; what attributes say is only compared"),
    SLICE_LOCATIONS("no slice has a position, so that SliceLocation is measured instead"),
    PLAUSIBLE_SPACING("fewer than two positions to measure; SpacingBetweenSlices is plausible beside SliceThickness"),
    THICKNESS_INSTEAD(
            "fewer than two positions to measure; SpacingBetweenSlices is missing, or is not between a quarter of"
                    + " SliceThickness and three times it"),
    DECLARED_FOR_VOLUME("it states z for the whole volume, and the positions of the frames do not contradict it"),
    DECLARED_CONTRADICTED("SpacingBetweenSlices contradicts the positions of the frames, and these win"),
    FRAME_POSITIONS("the volume states no SpacingBetweenSlices, so the positions of its frames are measured"),
    VOLUME_THICKNESS("neither SpacingBetweenSlices nor two positions of frames"),
    GRID_OFFSETS("the offsets of a dose grid are its positions"),
    NIFTI_PIXDIM("it is all that a NIfTI file states"),
    RECONSTRUCTION("the frames are a reconstruction, for which the standard defines SpacingBetweenSlices"),
    MOSAIC("one file is a mosaic of slices, and only SpacingBetweenSlices speaks of their distance"),
    PHASES("frames without functional groups may be phases, so that only attributes speak");

    private final String meaning;

    ZReason(String meaning) {
        this.meaning = meaning;
    }

    /** One clause for readers of an explanation. */
    public String meaning() {
        return meaning;
    }
}
