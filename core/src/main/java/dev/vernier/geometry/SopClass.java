package dev.vernier.geometry;

import dev.vernier.dicom.ElementValue;
import dev.vernier.dicom.Vr;
import it.unimi.dsi.fastutil.longs.Long2ObjectMap;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a SOPClassUID (0008,0016) says about geometry (PS3.4 annex B, PS3.6 annex A). Classes are listed by what follows
 * the storage prefix; words between the numbers are for the reader.
 */
enum SopClass {
    /** Single-frame images that never hold functional groups: nothing behind group 0028 is needed. */
    CLASSIC_IMAGE("""
            CT 2  MR 4  PET 128  CR 1  DX 1.1 1.1.1  mammography 1.2 1.2.1  intra-oral 1.3 1.3.1
            """),
    /** Images with functional groups, or several frames without them. */
    MULTI_FRAME_IMAGE("""
            enhanced CT 2.1, legacy converted 2.2
            enhanced MR 4.1, color 4.3, legacy converted 4.4
            enhanced PET 130, legacy converted 128.1
            enhanced US volume 6.2
            multi-frame secondary capture 7.1 7.2 7.3 7.4
            X-ray three-dimensional 13.1.1 13.1.2, breast tomosynthesis 13.1.3
            parametric map 30
            ophthalmic tomography 77.1.5.4
            """),
    /** NM: what its frames are says ImageType. */
    NUCLEAR_MEDICINE("20, retired 5"),
    /** Ultrasound: mostly moments, at times slices of a volume. */
    ULTRASOUND("multi-frame 3.1, retired 3; single 6.1, retired 6"),
    /** Frames are moments or projections, not slices. */
    CINE("""
            XA 12.1, enhanced 12.1.1, retired bi-plane 12.3
            RF 12.2, enhanced 12.2.1
            video: endoscopic 77.1.1.1 microscopic 77.1.2.1 photographic 77.1.4.1
            """),
    /** Whole-slide microscopy. */
    SLIDE("77.1.6"),
    /** RT Dose, with its GridFrameOffsetVector. */
    RT_DOSE("481.2"),
    /** Segmentation: empty frames are left out by design. */
    SEGMENTATION("66.4 label map 66.7"),
    /** No image plane, though some (spectroscopy) have Rows and Columns. */
    NON_IMAGE("""
            reports 88.1 88.2 88.3 88.4 88.11 88.22 88.33 88.34 88.35 88.40 88.50 88.59 88.65 88.67 88.68 88.69
            88.70 88.71 88.72 88.73 88.74 88.75 88.76
            presentation states 11.1 11.2 11.3 11.4 11.5 11.6 11.7 11.8 11.9 11.10 11.11 11.12
            documents 104.1 104.2 104.3 104.4 104.5
            radiotherapy 481.3 481.4 481.5 481.6 481.7 481.8 481.9 481.10 481.11 481.12 481.13 481.14 481.15 481.16
            481.17 481.18 481.19 481.20 481.21 481.22 481.23 481.24 481.25
            raw data 66, registrations and fiducials 66.1 66.2 66.3, surfaces and tracts 66.5 66.6
            real-world values 67, surface scans 68.1 68.2
            MR spectroscopy 4.2
            waveforms 9.1.1 9.1.2 9.1.3 9.1.4 9.2.1 9.3.1 9.4.1 9.4.2 9.5.1 9.6.1 9.6.2 9.7.1 9.7.2 9.7.3 9.7.4 9.8.1
            9.100.1 9.100.2
            ophthalmic measurements 77.1.5.3 78.1 78.2 78.3 78.4 78.5 78.6 78.7 78.8 79.1 80.1
            assessments 90.1, displays 131, protocols 200.1 200.2 200.3 200.7, inventories 201.1
            retired: overlay 8, curve 9, tables 10 11, PET curve 129
            """),
    /** The media directory (PS3.10 §8). */
    DICOMDIR(""),
    /** Another storage class of the standard, taken for an image. */
    OTHER_STORAGE(""),
    /** Private, absent or not a storage class. */
    UNKNOWN("");

    private static final String STORAGE = "1.2.840.10008.5.1.4.1.1.";
    private static final byte[] STORAGE_PREFIX = STORAGE.getBytes(StandardCharsets.US_ASCII);
    private static final String MEDIA_DIRECTORY = "1.2.840.10008.1.3.10";

    private static final Long2ObjectMap<SopClass> BY_HASH = new Long2ObjectOpenHashMap<>();

    static {
        Pattern suffix = Pattern.compile("[0-9]+(\\.[0-9]+)*");
        for (SopClass kind : values()) {
            suffix.matcher(kind.suffixes)
                    .results()
                    .map(MatchResult::group)
                    .forEach(found -> BY_HASH.put(hash(STORAGE + found), kind));
        }
        BY_HASH.put(hash(MEDIA_DIRECTORY), DICOMDIR);
    }

    private final String suffixes;

    SopClass(String suffixes) {
        this.suffixes = suffixes;
    }

    private static long hash(String uid) {
        byte[] bytes = uid.getBytes(StandardCharsets.US_ASCII);
        return new ElementValue()
                .set(ByteBuffer.wrap(bytes), 0, bytes.length, Vr.UI, false)
                .trimmedHash();
    }

    static SopClass of(ElementValue uid) {
        SopClass known = BY_HASH.get(uid.trimmedHash());
        if (known != null) {
            return known;
        }
        return uid.trimmedStartsWith(STORAGE_PREFIX) ? OTHER_STORAGE : UNKNOWN;
    }

    /** Whether the standard makes this an image. */
    boolean isImage() {
        return this != NON_IMAGE && this != DICOMDIR && this != UNKNOWN;
    }

    /** Whether one file holds many frames, so that its geometry is only whole where its header is. */
    boolean isMultiFrame() {
        return this == MULTI_FRAME_IMAGE
                || this == NUCLEAR_MEDICINE
                || this == SLIDE
                || this == RT_DOSE
                || this == SEGMENTATION;
    }
}
