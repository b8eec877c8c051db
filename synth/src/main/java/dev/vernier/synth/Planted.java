package dev.vernier.synth;

import java.util.Set;

/**
 * A difficulty that is put into a series on purpose; {@code truth.csv} names them in its column {@code planted}.
 *
 * <p>Thread rule: immutable.
 */
public enum Planted {
    /** One or two slices have another PixelSpacing; x and y are still those of the others. */
    OUTLIER_SLICES(0.03, true),
    /** One or two inner slices are left out. */
    MISSING_SLICES(0.03, true),
    /** Every third slice has no PixelSpacing. */
    MISSING_PIXEL_SPACING(0.03, true),
    /** No slice has PixelSpacing, all have ImagerPixelSpacing: x and y are unknown, and the series does not vote. */
    NO_PIXEL_SPACING(0.03, true),
    /** Each position is there twice, with distinct SOPInstanceUIDs: a time series. */
    REPEATED_POSITIONS(0.03, true),
    /** One slice only: z is its SliceThickness. */
    SINGLE_SLICE(0.03, true),
    /** Some files are there twice, under two names. */
    DUPLICATES(0.03, false),
    /** SliceThickness is not the distance of the slices. */
    WRONG_SLICE_THICKNESS(0.05, false),
    /** SpacingBetweenSlices (0018,0088) is far off. */
    SPACING_BETWEEN_SLICES_WRONG(0.05, false),
    /** The series' folder holds files that are no DICOM. */
    JUNK(0.04, false);

    private static final int EACH_AT_LEAST_ONCE_SERIES = 40;

    private final double share;
    private final boolean decidesTruth;

    Planted(double share, boolean decidesTruth) {
        this.share = share;
        this.decidesTruth = decidesTruth;
    }

    /** Whether the truth depends on it: a series has one such at most, so that its truth stays well defined. */
    boolean decidesTruth() {
        return decidesTruth;
    }

    /** How many of so many series have it: at least one where there are 40 or more. */
    int quota(int series) {
        int fewest = series >= EACH_AT_LEAST_ONCE_SERIES ? 1 : 0;
        return Math.max(fewest, (int) Math.round(share * series));
    }

    /** Whether a series may have it beside those it has. */
    boolean fits(Set<Planted> others, boolean volume) {
        if (others.contains(this)) {
            return false;
        }
        if (decidesTruth) {
            // Of these, a multi-frame file can only lack frames.
            return (!volume || this == MISSING_SLICES) && others.stream().noneMatch(Planted::decidesTruth);
        }
        // The thickness of a single slice is its truth.
        return this != WRONG_SLICE_THICKNESS || !others.contains(SINGLE_SLICE);
    }
}
