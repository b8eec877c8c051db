package dev.vernier.geometry;

import dev.vernier.geometry.StackMeasurement.Measured;
import java.util.ArrayList;
import java.util.List;

/**
 * Works out the stacks of a volume: a file of several frames, files of one concatenation, a mosaic (spacing.md §3.8,
 * §4). Stateless.
 */
final class VolumeSpacing {

    private VolumeSpacing() {}

    /**
     * The stacks of a volume, the one that speaks for it first.
     *
     * @param members numbers of its planes, at least one
     * @param instances files that it is made of
     */
    static List<StackSpacing> stacks(
            ImagePlanes planes, VolumeHeader header, int[] members, int instances, SpacingRules rules) {
        List<StackSpacing> stacks = new ArrayList<>();
        if (header.kind() == VolumeKind.FRAMES) {
            for (Measured measured : SliceStacks.ofFrames(planes, members, rules)) {
                stacks.add(frames(measured, rules));
            }
            stacks.sort(StackOrder.BEST_FIRST);
        } else if (header.kind() == VolumeKind.DOSE_GRID) {
            stacks.add(doseGrid(StackMeasurement.ofLocations(planes, members, rules), rules));
        } else {
            stacks.add(withoutPlaces(StackMeasurement.withoutPlaces(planes, members, rules), header, rules));
        }
        for (StackSpacing stack : stacks) {
            stack.volume = true;
            stack.toPatient &= header.toPatient();
        }
        StackSpacing winner = stacks.get(0);
        winner.instances = instances;
        winner.frames = header.frames();
        return stacks;
    }

    private static StackSpacing frames(Measured measured, SpacingRules rules) {
        StackSpacing stack = measured.stack();
        stack.volume = true;
        stack.whyNoPositions = VolumeKind.FRAMES.whyNoPositions();
        ZChoice.apply(measured, rules);
        if (stack.segmentation) {
            stack.allowGapsOfSegmentation();
        }
        return stack;
    }

    /** RT Dose: differences of GridFrameOffsetVector (PS3.3 §C.8.8.3.2), and nothing in their place. */
    private static StackSpacing doseGrid(Measured measured, SpacingRules rules) {
        measured.stack().volume = true;
        measured.stack().whyNoPositions = VolumeKind.DOSE_GRID.whyNoPositions();
        ZChoice.doseGrid(measured, rules);
        return measured.stack();
    }

    private static StackSpacing withoutPlaces(Measured measured, VolumeHeader header, SpacingRules rules) {
        StackSpacing stack = measured.stack();
        stack.volume = true;
        stack.slices = header.slices();
        stack.whyNoPositions = header.kind().whyNoPositions();
        switch (header.kind()) {
            case NM_RECONSTRUCTION -> ZChoice.reconstruction(measured, rules);
            case ATTRIBUTES_ONLY -> ZChoice.attributesOnly(measured, rules);
            case NIFTI -> nifti(stack, header, rules);
            default -> stack.whyNoZ = header.kind().whyNoPositions();
        }
        return stack;
    }

    /** A mosaic: one file is a volume, and its position is not a slice's. */
    static StackSpacing mosaic(ImagePlanes planes, int plane, SpacingRules rules) {
        Measured measured = StackMeasurement.withoutPlaces(planes, new int[] {plane}, rules);
        StackSpacing stack = measured.stack();
        stack.volume = true;
        stack.whyNoPositions = "the position of a mosaic is not a slice's";
        int images = planes.shapeOf(plane).mosaicImages();
        if (images > 0) {
            int side = (int) Math.ceil(Math.sqrt(images));
            stack.slices = images;
            stack.imageRows = stack.rows / side;
            stack.imageColumns = stack.columns / side;
        }
        ZChoice.mosaic(measured, rules);
        return stack;
    }

    /**
     * The grid is regular by definition, so the status follows from the number of slices. x, y and z are pixdim's,
     * whatever rule is asked for.
     */
    private static void nifti(StackSpacing stack, VolumeHeader header, SpacingRules rules) {
        VolumeHeader.Nifti nifti = header.nifti();
        stack.flags.remove(Flag.NOT_ORTHOGONAL); // said of DICOM's attribute
        stack.maxRepeats = nifti.moments();
        if (nifti.moments() > 1) {
            stack.flags.add(Flag.REPEATED_POSITIONS);
        }
        if (!nifti.unitStated()) {
            stack.flags.add(Flag.UNIT_ASSUMED);
        }
        if (nifti.affineDifference() > rules.mismatchRelative() * (1 + SpacingRules.ROUNDING)) {
            stack.flags.add(Flag.AFFINE_MISMATCH);
        }
        double z = stack.declaredSpacingMm;
        stack.declaredSpacingMm = Double.NaN;
        if (Double.isNaN(z)) {
            stack.whyNoZ = nifti.thirdAxis() ? "pixdim[3] is no length" : "the image has two dimensions or fewer";
            stack.whyNoPositions = stack.whyNoZ;
        } else {
            stack.z = z;
            stack.zSource = ZSource.NIFTI_PIXDIM;
            stack.zReason = ZReason.NIFTI_PIXDIM;
            stack.extentMm = (stack.slices - 1) * z;
            stack.status = Status.REGULAR;
        }
        if (stack.slices == 1) {
            stack.status = Status.SINGLE_SLICE;
        }
    }
}
