package dev.vernier.cli;

import dev.vernier.AxisSystem;
import dev.vernier.Target;
import dev.vernier.VoxelSpacing;
import dev.vernier.geometry.SpacingRules;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where spacings come from and which of them count. */
public final class RuleOptions {

    @Mixin
    private SpacingOptions spacings = new SpacingOptions();

    @Option(
            names = "--exclude-estimated",
            description = "Series whose z is only estimated do not count in the medians. Default: they do.")
    private boolean excludeEstimated;

    @Option(
            names = "--axes",
            paramLabel = "AXES",
            completionCandidates = Labels.AxisSystems.class,
            description =
                    "What spacings, sizes and targets are along. array: x, y, z of the image as it is stored. patient:"
                            + " R/L, A/P, S/I, which axial, coronal and sagittal series have in common; series without"
                            + " an orientation to the patient do not vote then. Default: array.")
    private AxisSystem axes;

    @Option(
            names = "--target",
            paramLabel = "RULE",
            completionCandidates = Labels.Targets.class,
            description =
                    "The target spacing for resampling: median, or what nnunet (v2) or monai (Auto3DSeg) would choose."
                            + " Default: median.")
    private Target target;

    void applyTo(VoxelSpacing.Builder builder, SpacingRules tolerances) {
        builder.rules(rules(tolerances));
        builder.excludeEstimated(excludeEstimated);
        builder.axes(axes());
        builder.target(target());
    }

    /** The rules asked for, with these tolerances. */
    public SpacingRules rules(SpacingRules tolerances) {
        return spacings.rules(tolerances);
    }

    /** Whether series whose z is only estimated are kept from voting. */
    public boolean excludeEstimated() {
        return excludeEstimated;
    }

    /** What spacings, sizes and targets are along. */
    public AxisSystem axes() {
        return axes == null ? AxisSystem.ARRAY : axes;
    }

    /** The rule behind target spacings. */
    public Target target() {
        return target == null ? Target.MEDIAN : target;
    }
}
