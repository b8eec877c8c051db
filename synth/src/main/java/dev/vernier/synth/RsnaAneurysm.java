package dev.vernier.synth;

import java.util.List;

/**
 * The RSNA Intracranial Aneurysm Detection training set in figures: shares, medians and labels.
 *
 * <p>Thread rule: immutable. Source: spacing.md, section 1, and the competition's {@code train.csv}.
 */
final class RsnaAneurysm {
    private static final Domain.Axis HALF_MILLIMETRE = new Domain.Axis(
            0.5,
            List.of(0.34375, 0.399306, 0.429688, 0.449219, 0.46875, 0.488281),
            List.of(0.507812, 0.535714, 0.546875, 0.572917, 0.598958, 0.6875, 0.71875, 0.859375, 0.9375));

    static final List<Domain> DOMAINS = List.of(
            new Domain(
                    "CTA",
                    42,
                    true,
                    new Domain.Axis(
                            0.46875,
                            List.of(0.351562, 0.390625, 0.410156, 0.419922, 0.429688, 0.449219),
                            List.of(0.478516, 0.488281, 0.5, 0.507812, 0.546875, 0.585938, 0.625, 0.976562)),
                    new Domain.Axis(
                            0.8,
                            List.of(0.4, 0.5, 0.6, 0.625, 0.67, 0.7, 0.75),
                            List.of(0.9, 1.0, 1.25, 1.5, 2.0, 3.0, 5.0)),
                    List.of("CTA HEAD", "6.1 CTA CIRCLE OF WILLIS", "Angio Head 0.6", "CTA_HEAD_NECK (Adult)")),
            new Domain(
                    "MRA",
                    29,
                    false,
                    new Domain.Axis(
                            0.410156,
                            List.of(0.260417, 0.28125, 0.3125, 0.347222, 0.359375, 0.390625),
                            List.of(0.429688, 0.449219, 0.46875, 0.488281, 0.520833, 0.560547, 0.625)),
                    new Domain.Axis(
                            0.6, List.of(0.35, 0.4, 0.45, 0.5, 0.55), List.of(0.65, 0.7, 0.75, 0.8, 0.9, 1.0, 1.2)),
                    List.of("3D TOF COW", "TOF_3D_multi-slab", "s3DI_MC_HR", "AX 3D MRA")),
            new Domain(
                    "MRI T1post",
                    7,
                    false,
                    HALF_MILLIMETRE,
                    new Domain.Axis(
                            1.2, List.of(0.6, 0.8, 0.9, 1.0, 1.1, 1.15), List.of(1.25, 1.4, 1.5, 2.0, 3.0, 5.0, 6.5)),
                    List.of("t1_mprage_sag_p2_iso POST", "AX T1 POST GAD", "Sag CUBE T1 +C")),
            new Domain(
                    "MRI T2",
                    22,
                    false,
                    HALF_MILLIMETRE,
                    new Domain.Axis(
                            5.0, List.of(1.0, 2.0, 3.0, 3.3, 3.6, 4.0, 4.4, 4.8), List.of(5.2, 5.5, 6.0, 6.5, 7.0)),
                    List.of("AX T2 FSE", "t2_tse_tra_512", "T2W_TSE", "Ax T2 PROPELLER")));

    /** The label columns of {@code train.csv}, in their order; the one for the whole head comes after them. */
    static final List<String> VESSELS = List.of(
            "Left Infraclinoid Internal Carotid Artery",
            "Right Infraclinoid Internal Carotid Artery",
            "Left Supraclinoid Internal Carotid Artery",
            "Right Supraclinoid Internal Carotid Artery",
            "Left Middle Cerebral Artery",
            "Right Middle Cerebral Artery",
            "Anterior Communicating Artery",
            "Left Anterior Cerebral Artery",
            "Right Anterior Cerebral Artery",
            "Left Posterior Communicating Artery",
            "Right Posterior Communicating Artery",
            "Basilar Tip",
            "Other Posterior Circulation");

    private RsnaAneurysm() {}
}
