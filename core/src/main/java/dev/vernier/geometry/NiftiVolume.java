package dev.vernier.geometry;

import dev.vernier.nifti.NiftiHeader;
import java.util.Arrays;

/** Makes a volume of a NIfTI header (spacing.md §7): x, y and z are pixdim's, whatever rule is asked for. Stateless. */
final class NiftiVolume {

    private static final int X = 0;
    private static final int Y = 1;
    private static final int Z = 2;

    private NiftiVolume() {}

    static StackSpacing of(NiftiHeader header, SpacingRules rules) {
        StackSpacing stack = new StackSpacing();
        stack.volume = true;
        stack.instances = 1;
        stack.columns = header.size(X);
        stack.rows = header.size(Y);
        stack.slices = header.size(Z);
        stack.frames = (int) Math.min((long) stack.slices * header.moments(), Integer.MAX_VALUE);
        stack.maxRepeats = header.moments();
        Arrays.fill(stack.cosines, Double.NaN);
        if (header.moments() > 1) {
            stack.flags.add(Flag.REPEATED_POSITIONS);
        }
        if (!header.isUnitStated()) {
            stack.flags.add(Flag.UNIT_ASSUMED);
        }
        if (affineDiffers(header, rules)) {
            stack.flags.add(Flag.AFFINE_MISMATCH);
        }
        inPlane(stack, header);
        along(stack, header);
        return stack;
    }

    private static void inPlane(StackSpacing stack, NiftiHeader header) {
        if (!Double.isNaN(header.spacingMm(X)) && !Double.isNaN(header.spacingMm(Y))) {
            stack.x = header.spacingMm(X);
            stack.y = header.spacingMm(Y);
            stack.xySource = XySource.NIFTI_PIXDIM;
            stack.inPlaneVotes = 1;
        }
    }

    /** The grid is regular by definition, so the status follows from the number of slices. */
    private static void along(StackSpacing stack, NiftiHeader header) {
        double z = header.spacingMm(Z);
        if (Double.isNaN(z)) {
            stack.whyNoZ = header.dimensions() > Z ? "pixdim[3] is no length" : "the image has two dimensions or fewer";
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

    private static boolean affineDiffers(NiftiHeader header, SpacingRules rules) {
        for (int axis = X; axis <= Z; axis++) {
            double stated = header.spacingMm(axis);
            double difference = Math.abs(header.affineSpacingMm(axis) - stated); // NaN where one is not known
            if (difference > rules.mismatchRelative() * stated * (1 + SpacingRules.ROUNDING)) {
                return true;
            }
        }
        return false;
    }
}
