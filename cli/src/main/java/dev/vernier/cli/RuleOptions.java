package dev.vernier.cli;

import dev.vernier.Target;
import dev.vernier.VoxelSpacing;
import dev.vernier.geometry.SpacingRules;
import dev.vernier.geometry.ZRule;
import picocli.CommandLine.Option;

/** Where spacings come from and which of them count. */
final class RuleOptions {

    @Option(
            names = "--z",
            paramLabel = "RULE",
            description =
                    "Where z comes from. auto: from slice positions, checked against what multi-frame files declare;"
                            + " attributes only stand in, flagged ESTIMATED. positions, spacing-between-slices, slice-thickness:"
                            + " from these alone. Default: auto.")
    private ZRule z;

    @Option(
            names = "--detector-spacing",
            description =
                    "Where PixelSpacing is missing, accept ImagerPixelSpacing or NominalScannedPixelSpacing, flagged"
                            + " IMAGER_SPACING. They are distances at the detector, not in the patient.")
    private boolean detectorSpacing;

    @Option(
            names = "--exclude-estimated",
            description = "Series whose z is only estimated do not count in the medians. Default: they do.")
    private boolean excludeEstimated;

    @Option(
            names = "--target",
            paramLabel = "RULE",
            description =
                    "The target spacing for resampling: median, or what nnunet (v2) or monai (Auto3DSeg) would choose."
                            + " Default: median.")
    private Target target;

    void applyTo(VoxelSpacing.Builder builder, SpacingRules tolerances) {
        SpacingRules rules = tolerances.withDetectorSpacing(detectorSpacing);
        builder.rules(z == null ? rules : rules.withZRule(z));
        builder.excludeEstimated(excludeEstimated);
        builder.target(target());
    }

    Target target() {
        return target == null ? Target.MEDIAN : target;
    }
}
