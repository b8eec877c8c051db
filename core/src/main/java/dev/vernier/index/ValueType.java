package dev.vernier.index;

import dev.vernier.dicom.Vr;

/** What the values of a column are. */
public enum ValueType {
    /** Text as the file has it, without padding: all VRs that are not listed below, TM and DT too, whose precision varies. */
    TEXT,
    /** DS, FD, FL, and the numbers of OD and OF. */
    DOUBLE,
    /** IS, US, SS, SL, and the numbers of OW. */
    INT,
    /** UL, SV, UV, and the numbers of OL and OV. */
    LONG,
    /** DA. */
    DATE;

    static ValueType of(int vr) {
        return switch (vr) {
            case Vr.DS, Vr.FD, Vr.FL, Vr.OD, Vr.OF -> DOUBLE;
            case Vr.IS, Vr.US, Vr.SS, Vr.SL, Vr.OW -> INT;
            case Vr.UL, Vr.SV, Vr.UV, Vr.OL, Vr.OV -> LONG;
            case Vr.DA -> DATE;
            default -> TEXT;
        };
    }

    /** Whether a value of this VR has any number of numbers, whatever the multiplicity says (PS3.5 §6.2: OW and its like). */
    static boolean isBulk(int vr) {
        return vr == Vr.OW || vr == Vr.OF || vr == Vr.OD || vr == Vr.OL || vr == Vr.OV;
    }
}
