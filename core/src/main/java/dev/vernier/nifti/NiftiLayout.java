package dev.vernier.nifti;

import java.nio.ByteBuffer;

/** Where fields are, and how wide: nifti1.h and nifti2.h. Buffers have the file's byte order. Stateless. */
enum NiftiLayout {
    ONE(348, 344, 40, Short.BYTES, 76, Float.BYTES, 280, 256) {
        @Override
        char version() {
            return '1';
        }

        @Override
        int units(ByteBuffer header) {
            return header.get(123);
        }

        @Override
        int sformCode(ByteBuffer header) {
            return header.getShort(254);
        }

        @Override
        int qformCode(ByteBuffer header) {
            return header.getShort(252);
        }

        @Override
        boolean isTransferredWhole(ByteBuffer header) {
            return true; // it has no such test
        }
    },

    TWO(540, 4, 16, Long.BYTES, 104, Double.BYTES, 400, 352) {
        @Override
        char version() {
            return '2';
        }

        @Override
        int units(ByteBuffer header) {
            return header.getInt(500);
        }

        @Override
        int sformCode(ByteBuffer header) {
            return header.getInt(348);
        }

        @Override
        int qformCode(ByteBuffer header) {
            return header.getInt(344);
        }

        @Override
        boolean isTransferredWhole(ByteBuffer header) {
            return header.get(8) == '\r' && header.get(9) == '\n' && header.get(10) == 0x1A && header.get(11) == '\n';
        }
    };

    private static final int AFFINE_COLUMNS = 4;

    private final int bytes;
    private final int magicAt;
    private final int dimensionsAt;
    private final int dimensionBytes;
    private final int spacingsAt;
    private final int realBytes;
    private final int affineAt;
    private final int quaternionAt;

    NiftiLayout(
            int bytes,
            int magicAt,
            int dimensionsAt,
            int dimensionBytes,
            int spacingsAt,
            int realBytes,
            int affineAt,
            int quaternionAt) {
        this.bytes = bytes;
        this.magicAt = magicAt;
        this.dimensionsAt = dimensionsAt;
        this.dimensionBytes = dimensionBytes;
        this.spacingsAt = spacingsAt;
        this.realBytes = realBytes;
        this.affineAt = affineAt;
        this.quaternionAt = quaternionAt;
    }

    /** Length of the header, which its first field states. */
    int bytes() {
        return bytes;
    }

    int magicAt() {
        return magicAt;
    }

    /** The digit in the magic. */
    abstract char version();

    /** xyzt_units. */
    abstract int units(ByteBuffer header);

    /** sform_code: above 0 where there is an affine. */
    abstract int sformCode(ByteBuffer header);

    /** qform_code: above 0 where there is a quaternion. */
    abstract int qformCode(ByteBuffer header);

    /** Whether the bytes behind the magic, which a transfer as text would change, are what they must be. */
    abstract boolean isTransferredWhole(ByteBuffer header);

    int dimensionAt(int index) {
        return dimensionsAt + dimensionBytes * index;
    }

    /** dim[index]. */
    long dimension(ByteBuffer header, int index) {
        int at = dimensionAt(index);
        return dimensionBytes == Long.BYTES ? header.getLong(at) : header.getShort(at);
    }

    /** pixdim[index]. */
    double spacing(ByteBuffer header, int index) {
        return real(header, spacingsAt + realBytes * index);
    }

    /** An element of srow_x, srow_y, srow_z. */
    double affine(ByteBuffer header, int row, int column) {
        return real(header, affineAt + realBytes * (AFFINE_COLUMNS * row + column));
    }

    /** quatern_b, quatern_c or quatern_d, numbered from 0. */
    double quaternion(ByteBuffer header, int index) {
        return real(header, quaternionAt + realBytes * index);
    }

    /** The decimal that was meant: 0.8 is 0.8 in a float as well, not 0.800000012. */
    private double real(ByteBuffer header, int at) {
        return realBytes == Double.BYTES
                ? header.getDouble(at)
                : Double.parseDouble(Float.toString(header.getFloat(at)));
    }
}
