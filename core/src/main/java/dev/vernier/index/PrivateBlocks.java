package dev.vernier.index;

import dev.vernier.dicom.ElementValue;
import java.util.BitSet;

/**
 * Which blocks of a private group a creator has reserved, in the data set or item that is being read: element (gggg,0010) to (gggg,00FF)
 * holds the name of the one whose block it is (PS3.5 §7.8.1). One thread.
 */
final class PrivateBlocks {

    private final byte[] creator;
    private final BitSet reserved = new BitSet();

    PrivateBlocks(byte[] creator) {
        this.creator = creator;
    }

    void begin() {
        reserved.clear();
    }

    /** The element that reserves a block. */
    void reserve(int block, ElementValue name) {
        if (name.trimmedEquals(creator)) {
            reserved.set(block);
        }
    }

    boolean isReserved(int block) {
        return reserved.get(block);
    }
}
