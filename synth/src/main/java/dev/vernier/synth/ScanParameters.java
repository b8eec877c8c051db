package dev.vernier.synth;

/**
 * Group 0018 of a classic image: contrast, timing, dose, and the two attributes that speak of z.
 *
 * <p>Thread rule: one thread at a time. Source: PS3.3 §C.8.2.1, §C.8.3.1.
 */
final class ScanParameters {
    private static final double SPACING_STATED_IN_CT = 0.3;
    private static final double SPACING_STATED_IN_MR = 0.9;
    private static final double DETECTOR_MAGNIFICATION = 1.5;

    private final Acquisition acquisition;
    private final SeriesPlan plan;
    private final SeededRandom random;

    ScanParameters(Acquisition acquisition) {
        this.acquisition = acquisition;
        this.plan = acquisition.plan();
        this.random = plan.randomFor("scan parameters");
    }

    void write(DicomBytes out) {
        out.element(0x00180010, "LO", "CONTRAST AGENT").element(0x00180015, "CS", "HEAD");
        if (plan.domain().ct()) {
            computedTomography(out);
        } else {
            magneticResonance(out);
        }
    }

    private void computedTomography(DicomBytes out) {
        out.element(0x00180022, "CS", "HELICAL MODE")
                .element(0x00180050, "DS", acquisition.sliceThickness())
                .element(0x00180060, "DS", 20 * random.between(4, 7));
        spacingBetweenSlices(out, SPACING_STATED_IN_CT);
        out.element(0x00180090, "DS", 500);
        device(out);
        out.element(0x00181100, "DS", random.between(180, 250))
                .element(0x00181110, "DS", 949.075)
                .element(0x00181111, "DS", 541)
                .element(0x00181120, "DS", 0)
                .element(0x00181130, "DS", random.between(50, 250))
                .element(0x00181140, "CS", "CW")
                .element(0x00181150, "IS", random.between(300, 1_000))
                .element(0x00181151, "IS", random.between(100, 600))
                .element(0x00181152, "IS", random.between(50, 400))
                .element(0x00181160, "SH", "HEAD FILTER");
        imagerPixelSpacing(out);
        out.element(0x00181170, "IS", random.between(20, 80))
                .element(0x00181190, "DS", 0.7, 1.2)
                .element(0x00181210, "SH", "H30f")
                .element(0x00185100, "CS", "HFS");
    }

    private void magneticResonance(DicomBytes out) {
        out.element(0x00180020, "CS", "GR")
                .element(0x00180021, "CS", "SP\\OSP")
                .element(0x00180022, "CS", "FAST_GEMS\\FS")
                .element(0x00180023, "CS", "3D")
                .element(0x00180024, "SH", "*fl3d1")
                .element(0x00180025, "CS", "N")
                .element(0x00180050, "DS", acquisition.sliceThickness())
                .element(0x00180080, "DS", random.between(20, 9_000) / 1.5)
                .element(0x00180081, "DS", random.between(2, 120) / 1.25)
                .element(0x00180083, "DS", 1)
                .element(0x00180084, "DS", 63.87 + random.between(0, 999) / 1e4)
                .element(0x00180085, "SH", "1H")
                .element(0x00180086, "IS", 1)
                .element(0x00180087, "DS", random.chance(0.5) ? 1.5 : 3);
        spacingBetweenSlices(out, SPACING_STATED_IN_MR);
        out.element(0x00180089, "IS", random.between(128, 512))
                .element(0x00180091, "IS", random.between(1, 16))
                .element(0x00180093, "DS", 100)
                .element(0x00180094, "DS", random.between(60, 100))
                .element(0x00180095, "DS", random.between(100, 400));
        device(out);
        imagerPixelSpacing(out);
        out.element(0x00181250, "SH", "HEAD_32")
                .element(0x00181310, "US", 0, 320, 256, 0)
                .element(0x00181312, "CS", "ROW")
                .element(0x00181314, "DS", random.between(8, 150))
                .element(0x00181315, "CS", "N")
                .element(0x00181316, "DS", random.between(100, 3_000) / 1e3)
                .element(0x00185100, "CS", "HFS");
    }

    private void device(DicomBytes out) {
        out.element(0x00181000, "LO", String.valueOf(random.between(10_000, 99_999)))
                .element(0x00181020, "LO", "syngo-like " + random.between(1, 9) + ".0")
                .element(0x00181030, "LO", acquisition.protocol());
    }

    /** Right, absent, or planted to be wrong; a single slice has none that is right, so that its thickness decides. */
    private void spacingBetweenSlices(DicomBytes out, double shareStated) {
        boolean stated = random.chance(shareStated) && !plan.has(Planted.SINGLE_SLICE);
        if (plan.has(Planted.SPACING_BETWEEN_SLICES_WRONG)) {
            out.element(0x00180088, "DS", acquisition.wrongSliceDistance());
        } else if (stated) {
            out.element(0x00180088, "DS", acquisition.sliceDistance());
        }
    }

    /** At the detector, not in the patient: there to tempt. */
    private void imagerPixelSpacing(DicomBytes out) {
        if (plan.has(Planted.NO_PIXEL_SPACING)) {
            out.element(0x00181164, "DS", plan.yMm() * DETECTOR_MAGNIFICATION, plan.xMm() * DETECTOR_MAGNIFICATION);
        }
    }
}
