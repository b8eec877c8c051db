package dev.vernier.geometry;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * The spacing of one series, and what there is to say about it. Immutable. Lengths in millimetres; NaN where unknown.
 *
 * @param files files read, those cut short or broken not among them
 * @param instances distinct SOPInstanceUIDs
 * @param frames frames of all images
 * @param rows height of an image in pixels, 0 if there is no image
 * @param columns width of an image in pixels, 0 if there is no image
 * @param slices distinct positions of the winning stack, -1 where there are none to count
 * @param x distance of columns
 * @param y distance of rows
 * @param z distance of slices along the normal
 * @param xySource the attribute that gave x and y
 * @param zSource the rule that gave z
 * @param status how evenly the slices lie
 * @param flags what else a user should know, in alphabetical order
 * @param reason why x, y, z or the status is unknown; empty if all are known
 * @param votes whether all three axes are known and the series counts in its domain
 * @param stacks number of stacks the series was split into
 * @param repeats most images at one position, over all volumes that share their positions
 * @param passes acquisitions of one region that the winning stack holds on grids of their own, 1 if it is one
 * @param extentMm from the first to the last slice position
 * @param tiltDegrees angle between step and normal where TILTED is flagged
 * @param declaredSpacingMm what SpacingBetweenSlices says
 * @param declaredThicknessMm what SliceThickness says
 * @param measuredSpacingMm what the positions say, whatever z was taken from
 * @param plane the plane of the body that the images lie nearest to
 * @param obliquityDegrees angle between the normal and the axis of that plane
 * @param patientAxes which axis of the array lies along which axis of the patient
 * @param imageRows height in pixels of one image: of a mosaic the height of an image in it, of others {@code rows}
 * @param imageColumns width in pixels of one image, likewise
 */
public record SeriesSpacing(
        long files,
        int instances,
        long frames,
        int rows,
        int columns,
        int slices,
        double x,
        double y,
        double z,
        XySource xySource,
        ZSource zSource,
        Status status,
        Set<Flag> flags,
        String reason,
        boolean votes,
        int stacks,
        int repeats,
        int passes,
        double extentMm,
        double tiltDegrees,
        double declaredSpacingMm,
        double declaredThicknessMm,
        double measuredSpacingMm,
        AnatomicalPlane plane,
        double obliquityDegrees,
        PatientAxes patientAxes,
        int imageRows,
        int imageColumns) {

    /** Keeps its own copy of the flags, in their order. */
    public SeriesSpacing {
        Set<Flag> ordered = EnumSet.noneOf(Flag.class);
        ordered.addAll(flags);
        flags = Collections.unmodifiableSet(ordered);
    }
}
