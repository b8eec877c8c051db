package dev.vernier.synth;

/**
 * Group 0028, but for the spacing: how the pixels would be read if there were any.
 *
 * <p>Thread rule: stateless. Source: PS3.3 §C.7.6.3.
 */
final class PixelModule {
    private PixelModule() {}

    /** Up to Columns. */
    static void layout(DicomBytes out, Acquisition acquisition) {
        out.element(0x00280002, "US", 1)
                .element(0x00280004, "CS", "MONOCHROME2")
                .element(0x00280010, "US", acquisition.rows())
                .element(0x00280011, "US", acquisition.columns());
    }

    /** From BitsAllocated on. */
    static void values(DicomBytes out, boolean ct) {
        out.element(0x00280100, "US", 16)
                .element(0x00280101, "US", ct ? 16 : 12)
                .element(0x00280102, "US", ct ? 15 : 11)
                .element(0x00280103, "US", ct ? 1 : 0)
                .element(0x00280106, ct ? "SS" : "US", 0)
                .element(0x00280107, ct ? "SS" : "US", ct ? 3071 : 4095)
                .element(0x00281050, "DS", ct ? 40 : 500)
                .element(0x00281051, "DS", ct ? 400 : 1000)
                .element(0x00281052, "DS", ct ? -1024 : 0)
                .element(0x00281053, "DS", 1)
                .element(0x00281054, "LO", ct ? "HU" : "US");
    }
}
