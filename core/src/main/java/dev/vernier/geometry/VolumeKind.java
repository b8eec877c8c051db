package dev.vernier.geometry;

import java.nio.ByteBuffer;

/**
 * What the frames of a file of several frames are, and so where its z may come from (spacing.md §4). Records hold the
 * code.
 */
enum VolumeKind {
    /** Each frame is an image plane, described by functional groups. */
    FRAMES(1, "frames have no position or no orientation"),
    /** RT Dose: planes at the offsets of GridFrameOffsetVector. */
    DOSE_GRID(2, "no GridFrameOffsetVector"),
    /** Frames without functional groups: slices or phases, so that only attributes speak, and only as an estimate. */
    ATTRIBUTES_ONLY(3, "frames without functional groups may be phases"),
    /** Reconstructed NM, for which the standard defines SpacingBetweenSlices (PS3.3 §C.8.4.15). */
    NM_RECONSTRUCTION(4, "the frames of a reconstruction have no position each"),
    /** NM whose frames are moments or projections. */
    NM_PROJECTIONS(5, "NM frames of this ImageType are moments or projections, not slices"),
    /** US, XA, RF and video: frames are moments or projections. */
    CINE(6, "frames are moments or projections, not slices"),
    /** Whole-slide microscopy. */
    SLIDE(7, "whole-slide image"),
    /** A NIfTI file: a regular grid by definition. */
    NIFTI(8, "");

    private final int code;
    private final String whyNoPositions;

    VolumeKind(int code, String whyNoPositions) {
        this.code = code;
        this.whyNoPositions = whyNoPositions;
    }

    /** Whether one frame of it alone is a slice. */
    boolean mayBeSlice() {
        return this != NM_PROJECTIONS && this != SLIDE && this != NIFTI;
    }

    /** Stands for the kind in records, for ever. */
    int code() {
        return code;
    }

    /** Why there is no slice position, one clause. */
    String whyNoPositions() {
        return whyNoPositions;
    }

    static VolumeKind read(ByteBuffer in) {
        int code = in.get();
        for (VolumeKind kind : values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        throw new IllegalArgumentException("the record contradicts itself");
    }
}
