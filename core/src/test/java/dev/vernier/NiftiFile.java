package dev.vernier;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Writes NIfTI files by hand, so that they can be wrong in any field. Default: three dimensions, unequal spacings in millimetres. */
public final class NiftiFile {

    private final int version;
    private final ByteBuffer bytes;

    private NiftiFile(int version, ByteOrder order) {
        this.version = version;
        this.bytes = ByteBuffer.allocate(version == 1 ? 352 : 544).order(order);
        bytes.putInt(0, version == 1 ? 348 : 540);
        magic(version == 1 ? "n+1\0" : "n+2\0\r\n\032\n");
        dim(3, 64, 48, 20).pixdim(1, 0.5, 0.75, 3.2).units(2);
        if (version == 1) {
            bytes.putFloat(108, 352);
        } else {
            bytes.putLong(168, 544);
        }
    }

    public static NiftiFile one() {
        return new NiftiFile(1, ByteOrder.LITTLE_ENDIAN);
    }

    public static NiftiFile two() {
        return new NiftiFile(2, ByteOrder.LITTLE_ENDIAN);
    }

    public static NiftiFile of(int version, ByteOrder order) {
        return new NiftiFile(version, order);
    }

    public NiftiFile magic(String magic) {
        bytes.position(version == 1 ? 344 : 4);
        bytes.put(magic.getBytes(StandardCharsets.ISO_8859_1)).clear();
        return this;
    }

    /** dim[0], dim[1] ... */
    public NiftiFile dim(long... dim) {
        for (int i = 0; i < dim.length; i++) {
            if (version == 1) {
                bytes.putShort(40 + 2 * i, (short) dim[i]);
            } else {
                bytes.putLong(16 + 8 * i, dim[i]);
            }
        }
        return this;
    }

    /** pixdim[0], pixdim[1] ... */
    public NiftiFile pixdim(double... pixdim) {
        for (int i = 0; i < pixdim.length; i++) {
            real(version == 1 ? 76 + 4 * i : 104 + 8 * i, pixdim[i]);
        }
        return this;
    }

    public NiftiFile units(int code) {
        return version == 1 ? put(123, code) : putInt(500, code);
    }

    public NiftiFile voxelOffset(double offset) {
        return version == 1 ? real(108, offset) : putLong(168, (long) offset);
    }

    /** An affine: the voxel axes' directions in rows of x, y and z. */
    public NiftiFile sform(int code, double... srows) {
        if (version == 1) {
            bytes.putShort(254, (short) code);
        } else {
            bytes.putInt(348, code);
        }
        for (int i = 0; i < srows.length; i++) {
            real(version == 1 ? 280 + 4 * i : 400 + 8 * i, srows[i]);
        }
        return this;
    }

    /** A rotation: the quaternion's b, c and d. */
    public NiftiFile qform(int code, double... bcd) {
        if (version == 1) {
            bytes.putShort(252, (short) code);
        } else {
            bytes.putInt(344, code);
        }
        for (int i = 0; i < bcd.length; i++) {
            real(version == 1 ? 256 + 4 * i : 352 + 8 * i, bcd[i]);
        }
        return this;
    }

    private NiftiFile real(int at, double value) {
        if (version == 1) {
            bytes.putFloat(at, (float) value);
        } else {
            bytes.putDouble(at, value);
        }
        return this;
    }

    public NiftiFile put(int at, int value) {
        bytes.put(at, (byte) value);
        return this;
    }

    public NiftiFile putInt(int at, int value) {
        bytes.putInt(at, value);
        return this;
    }

    private NiftiFile putLong(int at, long value) {
        bytes.putLong(at, value);
        return this;
    }

    public byte[] toBytes() {
        return bytes.array().clone();
    }

    public byte[] toGzip() {
        return gzip(toBytes());
    }

    public static byte[] gzip(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Writes the file, and the folders above it; gzipped if its name says so. */
    public Path write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.write(file, file.toString().endsWith(".gz") ? toGzip() : toBytes());
    }
}
