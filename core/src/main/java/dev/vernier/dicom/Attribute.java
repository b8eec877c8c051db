package dev.vernier.dicom;

/**
 * An attribute of the standard (PS3.6 §6).
 *
 * @param tag its tag; of a repeating group, the first
 * @param vr its value representation; US where the standard says "US or SS", OW where it says "OB or OW"
 * @param multiplicity how many values it has, as in the standard: {@code 1}, {@code 2}, {@code 1-n}
 * @param keyword its name
 */
public record Attribute(int tag, int vr, String multiplicity, String keyword) {

    /** Whether it has one value at most. */
    public boolean isSingle() {
        return multiplicity.equals("1");
    }
}
