package dev.vernier.dicom;

/**
 * Value representations (PS3.5 §6.2) as two packed ASCII letters: {@code 'D' << 8 | 'S'}. Zero stands for an unknown VR,
 * as in implicit encoding.
 */
public final class Vr {

    /** Not stated by the file. */
    public static final int UNKNOWN = 0;

    public static final int AE = 'A' << 8 | 'E';
    public static final int AS = 'A' << 8 | 'S';
    public static final int AT = 'A' << 8 | 'T';
    public static final int CS = 'C' << 8 | 'S';
    public static final int DA = 'D' << 8 | 'A';
    public static final int DS = 'D' << 8 | 'S';
    public static final int DT = 'D' << 8 | 'T';
    public static final int FD = 'F' << 8 | 'D';
    public static final int FL = 'F' << 8 | 'L';
    public static final int IS = 'I' << 8 | 'S';
    public static final int LO = 'L' << 8 | 'O';
    public static final int LT = 'L' << 8 | 'T';
    public static final int OB = 'O' << 8 | 'B';
    public static final int OD = 'O' << 8 | 'D';
    public static final int OF = 'O' << 8 | 'F';
    public static final int OL = 'O' << 8 | 'L';
    public static final int OV = 'O' << 8 | 'V';
    public static final int OW = 'O' << 8 | 'W';
    public static final int PN = 'P' << 8 | 'N';
    public static final int SH = 'S' << 8 | 'H';
    public static final int SL = 'S' << 8 | 'L';
    public static final int SQ = 'S' << 8 | 'Q';
    public static final int SS = 'S' << 8 | 'S';
    public static final int ST = 'S' << 8 | 'T';
    public static final int SV = 'S' << 8 | 'V';
    public static final int TM = 'T' << 8 | 'M';
    public static final int UC = 'U' << 8 | 'C';
    public static final int UI = 'U' << 8 | 'I';
    public static final int UL = 'U' << 8 | 'L';
    public static final int UN = 'U' << 8 | 'N';
    public static final int UR = 'U' << 8 | 'R';
    public static final int US = 'U' << 8 | 'S';
    public static final int UT = 'U' << 8 | 'T';
    public static final int UV = 'U' << 8 | 'V';

    private static final int[] SHORT_FORM = {
        AE, AS, AT, CS, DA, DS, DT, FD, FL, IS, LO, LT, PN, SH, SL, SS, ST, TM, UI, UL, US
    };
    private static final int[] LONG_FORM = {OB, OD, OF, OL, OV, OW, SQ, SV, UC, UN, UR, UT, UV};

    private static final byte IS_SHORT = 1;
    private static final byte IS_LONG = 2;

    /** Form by the five low bits of both letters; one load on the hot path. */
    private static final byte[] FORM = new byte[1024];

    /** Form by the two bytes as they are stored, read as a little-endian number: tells VRs from all else in one load. */
    private static final byte[] FORM_AS_STORED = new byte[1 << 16];

    static {
        for (int vr : SHORT_FORM) {
            FORM[index(vr)] = IS_SHORT;
            FORM_AS_STORED[asStored(vr)] = IS_SHORT;
        }
        for (int vr : LONG_FORM) {
            FORM[index(vr)] = IS_LONG;
            FORM_AS_STORED[asStored(vr)] = IS_LONG;
        }
    }

    private static int asStored(int vr) {
        return (vr & 0xFF) << 8 | vr >> 8;
    }

    /** Whether the low 16 bits, two bytes read as a little-endian number, are a VR with a 16-bit length. */
    static boolean isShortFormStored(int bits) {
        return FORM_AS_STORED[bits & 0xFFFF] == IS_SHORT;
    }

    /** Whether the low 16 bits, two bytes read as a little-endian number, are a VR with a 32-bit length. */
    static boolean isLongFormStored(int bits) {
        return FORM_AS_STORED[bits & 0xFFFF] == IS_LONG;
    }

    private Vr() {}

    private static int index(int vr) {
        return (vr >> 8 & 31) << 5 | vr & 31;
    }

    /** Whether both bytes are capital letters, known VR or not. */
    public static boolean isLetters(int vr) {
        int first = vr >> 8;
        int second = vr & 0xFF;
        return first >= 'A' && first <= 'Z' && second >= 'A' && second <= 'Z';
    }

    /** Whether this is a VR of PS3.5 §6.2. */
    public static boolean isKnown(int vr) {
        return isLetters(vr) && FORM[index(vr)] != 0;
    }

    /** Whether the VR has a 16-bit length (PS3.5 §7.1.2, table 7.1-2); call for letters only. */
    static boolean isShortForm(int vr) {
        return FORM[index(vr)] == IS_SHORT;
    }

    /** Whether the VR has two reserved bytes and a 32-bit length (PS3.5 §7.1.2, table 7.1-1); call for letters only. */
    static boolean isLongForm(int vr) {
        return FORM[index(vr)] == IS_LONG;
    }

    /** Whether values of this VR are character strings that SpecificCharacterSet (0008,0005) governs (PS3.5 §6.1.2.2). */
    public static boolean isLocalisedText(int vr) {
        return vr == LO || vr == LT || vr == PN || vr == SH || vr == ST || vr == UC || vr == UT;
    }

    /** Packs the two letters of a VR's name. */
    public static int of(String name) {
        if (name.length() != 2 || !isLetters(name.charAt(0) << 8 | name.charAt(1))) {
            throw new IllegalArgumentException("a VR is two capital letters, not '" + name + "'");
        }
        return name.charAt(0) << 8 | name.charAt(1);
    }

    /** The two letters, or {@code ??} for {@link #UNKNOWN}. */
    public static String toString(int vr) {
        return isLetters(vr) ? "" + (char) (vr >> 8) + (char) (vr & 0xFF) : "??";
    }
}
