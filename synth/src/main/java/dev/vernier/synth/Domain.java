package dev.vernier.synth;

import java.util.List;

/**
 * A group of series that were acquired alike.
 *
 * @param label the name in the catalog
 * @param sharePercent of all series
 * @param ct whether DICOM's own modality is CT, else it is MR
 * @param inPlane the spacings along x and along y
 * @param slice the spacings along z
 * @param protocols protocol names, as technicians type them
 */
record Domain(String label, int sharePercent, boolean ct, Axis inPlane, Axis slice, List<String> protocols) {

    /**
     * The spacings of one axis, in mm: the median to be hit exactly, and the values that lie below and above.
     *
     * <p>All have at most 6 decimals, so that their decimal text is their value; those along z have at most 4, which is
     * what a spacing found from positions is rounded to (spacing.md, section 3).
     */
    record Axis(double medianMm, List<Double> belowMm, List<Double> aboveMm) {}

    /** DICOM's own Modality (0008,0060). */
    String modality() {
        return ct ? "CT" : "MR";
    }
}
