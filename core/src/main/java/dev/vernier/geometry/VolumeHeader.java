package dev.vernier.geometry;

import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * What a file of several frames says once, its planes apart. Immutable.
 *
 * @param kind what its frames are
 * @param frames how many it states
 * @param slices how many slices it states, {@link StackSpacing#UNKNOWN_COUNT} where it does not
 * @param concatenation hash of ConcatenationUID (0020,9161), 0 if the file is no part of a concatenation
 * @param toPatient whether its orientation is one to the patient
 * @param nifti what only NIfTI says; null of DICOM
 */
record VolumeHeader(VolumeKind kind, int frames, int slices, long concatenation, boolean toPatient, Nifti nifti) {

    /**
     * What a NIfTI header says beside its grid.
     *
     * @param moments volumes, one after the other
     * @param thirdAxis whether it has three axes or more
     * @param unitStated whether it names a unit of length
     * @param affineDifference how far the sform's spacings are from pixdim, as a fraction of these; 0 where there is no
     *     sform
     */
    record Nifti(int moments, boolean thirdAxis, boolean unitStated, double affineDifference) {}

    /** The same with another number of frames. */
    VolumeHeader withFrames(int count) {
        return new VolumeHeader(kind, count, slices, concatenation, toPatient, nifti);
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeByte(kind.code());
        out.writeInt(frames);
        out.writeInt(slices);
        out.writeLong(concatenation);
        out.writeBoolean(toPatient);
        out.writeBoolean(nifti != null);
        if (nifti != null) {
            out.writeInt(nifti.moments);
            out.writeBoolean(nifti.thirdAxis);
            out.writeBoolean(nifti.unitStated);
            out.writeDouble(nifti.affineDifference);
        }
    }

    static VolumeHeader readFrom(ByteBuffer in) {
        VolumeKind kind = VolumeKind.read(in);
        int frames = in.getInt();
        int slices = in.getInt();
        long concatenation = in.getLong();
        boolean toPatient = in.get() != 0;
        Nifti nifti = in.get() == 0 ? null : new Nifti(in.getInt(), in.get() != 0, in.get() != 0, in.getDouble());
        RecordFields.require(
                frames >= 1 && slices >= StackSpacing.UNKNOWN_COUNT && (kind == VolumeKind.NIFTI) == (nifti != null));
        return new VolumeHeader(kind, frames, slices, concatenation, toPatient, nifti);
    }
}
