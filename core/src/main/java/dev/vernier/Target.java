package dev.vernier;

/** How a domain's resampling target follows from its spacings. */
public enum Target {
    /** The median of each axis (Med3D, arXiv 1904.00625). */
    MEDIAN("median"),
    /** nnU-Net v2: the median, but the 10th percentile along an axis that is coarse and short. */
    NNUNET("nnunet"),
    /** MONAI Auto3DSeg: the median, but the 10th percentile of the coarsest axis where spacings are anisotropic. */
    MONAI("monai");

    private final String label;

    Target(String label) {
        this.label = label;
    }

    /** The name used on the command line. */
    public String label() {
        return label;
    }
}
