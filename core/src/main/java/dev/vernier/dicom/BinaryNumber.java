package dev.vernier.dicom;

import java.nio.ByteBuffer;

/** Numbers of the binary VRs (PS3.5 §6.2): US, SS, UL, SL, FL, FD, UV, SV and their bulk forms. Hot. */
final class BinaryNumber {

    private BinaryNumber() {}

    /** Bytes one number takes, 0 when the VR is not binary. */
    static int width(int vr) {
        return switch (vr) {
            case Vr.US, Vr.SS, Vr.OW -> Short.BYTES;
            case Vr.UL, Vr.SL, Vr.FL, Vr.OF, Vr.OL -> Integer.BYTES;
            case Vr.FD, Vr.OD, Vr.UV, Vr.SV, Vr.OV -> Long.BYTES;
            default -> 0;
        };
    }

    static double read(ByteBuffer littleEndian, int at, int vr, boolean bigEndian) {
        return switch (vr) {
            case Vr.US, Vr.OW -> Short.toUnsignedInt(shortAt(littleEndian, at, bigEndian));
            case Vr.SS -> shortAt(littleEndian, at, bigEndian);
            case Vr.UL, Vr.OL -> Integer.toUnsignedLong(intAt(littleEndian, at, bigEndian));
            case Vr.SL -> intAt(littleEndian, at, bigEndian);
            case Vr.FL, Vr.OF -> Float.intBitsToFloat(intAt(littleEndian, at, bigEndian));
            case Vr.FD, Vr.OD -> Double.longBitsToDouble(longAt(littleEndian, at, bigEndian));
            case Vr.SV -> longAt(littleEndian, at, bigEndian);
            case Vr.UV, Vr.OV -> unsigned(longAt(littleEndian, at, bigEndian));
            default -> Double.NaN;
        };
    }

    private static double unsigned(long value) {
        return value >= 0 ? value : (value >>> 1 | value & 1) * 2.0;
    }

    private static short shortAt(ByteBuffer buffer, int at, boolean bigEndian) {
        short value = buffer.getShort(at);
        return bigEndian ? Short.reverseBytes(value) : value;
    }

    private static int intAt(ByteBuffer buffer, int at, boolean bigEndian) {
        int value = buffer.getInt(at);
        return bigEndian ? Integer.reverseBytes(value) : value;
    }

    private static long longAt(ByteBuffer buffer, int at, boolean bigEndian) {
        long value = buffer.getLong(at);
        return bigEndian ? Long.reverseBytes(value) : value;
    }
}
