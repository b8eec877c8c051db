package dev.vernier;

/** What to resample a domain to, by the rules of the frameworks that will read it. Stateless. */
final class ResamplingTarget {

    /** nnU-Net's anisotropy threshold, for spacing and for size. */
    private static final double NNUNET_ANISOTROPY = 3;

    private static final double NNUNET_MARGIN = 1e-5;
    private static final double MONAI_ANISOTROPY = 3;

    private ResamplingTarget() {}

    /**
     * The target spacing.
     *
     * @param medianSize median number of voxels along each axis
     */
    static Axes of(Target target, Distribution distribution, Axes medianSize) {
        return switch (target) {
            case MEDIAN -> distribution.median();
            case NNUNET -> nnunet(distribution, medianSize);
            case MONAI -> monai(distribution);
        };
    }

    private static Axes nnunet(Distribution distribution, Axes medianSize) {
        double[] target = distribution.median().toArray();
        double[] size = medianSize.toArray();
        int worst = largest(target);
        int second = (worst + 1) % 3;
        int third = (worst + 2) % 3;
        double others = Math.max(target[second], target[third]);
        boolean coarse = target[worst] > NNUNET_ANISOTROPY * others;
        boolean shortAxis = NNUNET_ANISOTROPY * size[worst] < Math.min(size[second], size[third]);
        if (coarse && shortAxis) {
            target[worst] = Math.max(distribution.p10().toArray()[worst], others + NNUNET_MARGIN);
        }
        return Axes.of(target);
    }

    private static Axes monai(Distribution distribution) {
        double[] target = distribution.median().toArray();
        int worst = largest(target);
        double smallest = Math.min(target[0], Math.min(target[1], target[2]));
        if (target[worst] / smallest >= MONAI_ANISOTROPY) {
            target[worst] = distribution.p10().toArray()[worst];
        }
        return Axes.of(target);
    }

    /** The axis with the largest spacing; on a tie the later one, which is z before y before x. */
    private static int largest(double[] xyz) {
        int largest = 2;
        for (int axis = 1; axis >= 0; axis--) {
            if (xyz[axis] > xyz[largest]) {
                largest = axis;
            }
        }
        return largest;
    }
}
