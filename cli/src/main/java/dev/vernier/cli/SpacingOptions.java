package dev.vernier.cli;

import dev.vernier.geometry.SpacingRules;
import dev.vernier.geometry.ZRule;
import picocli.CommandLine.Option;

/** Where spacings come from. */
final class SpacingOptions {

    @Option(
            names = "--z",
            paramLabel = "RULE",
            completionCandidates = Labels.ZRules.class,
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

    /** These rules with those tolerances. */
    SpacingRules rules(SpacingRules tolerances) {
        SpacingRules rules = tolerances.withDetectorSpacing(detectorSpacing);
        return z == null ? rules : rules.withZRule(z);
    }
}
