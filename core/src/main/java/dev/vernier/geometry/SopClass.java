package dev.vernier.geometry;

import dev.vernier.dicom.ElementValue;
import dev.vernier.dicom.Vr;
import it.unimi.dsi.fastutil.longs.Long2ObjectMap;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What a SOPClassUID (0008,0016) says about geometry (PS3.4 annex B, PS3.6 annex A). */
enum SopClass {
    /** Single-frame images that never hold functional groups: nothing behind group 0028 is needed. */
    CLASSIC_IMAGE(
            "2", // CT
            "4", // MR
            "128", // PET
            "1", // CR
            "1.1", "1.1.1", // digital X-ray
            "1.2", "1.2.1", // mammography
            "1.3", "1.3.1", // intra-oral
            "7"), // secondary capture
    /** Images with functional groups, or several frames without them. */
    MULTI_FRAME_IMAGE(
            "2.1", // enhanced CT
            "2.2", // legacy converted CT
            "4.1", // enhanced MR
            "4.3", // enhanced MR color
            "4.4", // legacy converted MR
            "128.1", // legacy converted PET
            "130", // enhanced PET
            "20", // NM
            "6.2", // enhanced US volume
            "7.1",
            "7.2",
            "7.3",
            "7.4", // multi-frame secondary capture
            "13.1.1",
            "13.1.2",
            "13.1.3", // 3D X-ray, breast tomosynthesis
            "30", // parametric map
            "77.1.5.4"), // ophthalmic tomography
    /** Frames are moments or projections, not slices: US, XA, RF, video. */
    CINE("3", "3.1", "6", "6.1", "12.1", "12.1.1", "12.2", "12.2.1", "77.1.1.1", "77.1.2.1", "77.1.4.1"),
    /** Whole-slide microscopy. */
    SLIDE("77.1.6"),
    /** RT Dose, with its GridFrameOffsetVector. */
    RT_DOSE("481.2"),
    /** Segmentation: empty frames are left out by design. */
    SEGMENTATION("66.4", "66.7"),
    /** No image plane: reports, presentation states, plans, documents, raw data, spectroscopy, waveforms. */
    NON_IMAGE(
            "88.11",
            "88.22",
            "88.33",
            "88.34",
            "88.35",
            "88.40",
            "88.50",
            "88.59",
            "88.65",
            "88.67",
            "88.68",
            "88.69",
            "88.70",
            "88.71",
            "88.72",
            "88.73",
            "88.74",
            "88.75",
            "88.76",
            "88.1",
            "88.2",
            "88.3",
            "88.4",
            "11.1",
            "11.2",
            "11.3",
            "11.4",
            "11.5",
            "11.6",
            "11.7",
            "11.8",
            "11.9",
            "11.10",
            "11.11",
            "11.12",
            "104.1",
            "104.2",
            "104.3",
            "104.4",
            "104.5",
            "481.3",
            "481.4",
            "481.5",
            "481.6",
            "481.7",
            "481.8",
            "481.9",
            "481.10",
            "481.11",
            "481.12",
            "481.13",
            "481.14",
            "481.15",
            "481.16",
            "481.17",
            "481.18",
            "481.19",
            "481.20",
            "481.21",
            "481.22",
            "481.23",
            "481.24",
            "481.25",
            "66",
            "66.1",
            "66.2",
            "66.3",
            "66.5",
            "66.6",
            "67",
            "68.1",
            "68.2",
            "4.2",
            "9.1.1",
            "9.1.2",
            "9.1.3",
            "9.1.4",
            "9.2.1",
            "9.3.1",
            "9.4.1",
            "9.4.2",
            "9.5.1",
            "9.6.1",
            "9.6.2",
            "9.7.1",
            "9.7.2",
            "9.7.3",
            "9.7.4",
            "9.8.1",
            "9.100.1",
            "9.100.2",
            "77.1.5.3",
            "77.1.5.5",
            "77.1.5.6",
            "78.1",
            "78.2",
            "78.3",
            "78.4",
            "78.5",
            "78.6",
            "78.7",
            "78.8",
            "79.1",
            "80.1",
            "81.1",
            "82.1",
            "90.1",
            "129",
            "200.1",
            "200.2",
            "200.3",
            "200.7",
            "201.1"),
    /** The media directory (PS3.10 §8). */
    DICOMDIR,
    /** Another storage class of the standard, taken for an image. */
    OTHER_STORAGE,
    /** Private, absent or not a storage class. */
    UNKNOWN;

    private static final String STORAGE = "1.2.840.10008.5.1.4.1.1.";
    private static final byte[] STORAGE_PREFIX = STORAGE.getBytes(StandardCharsets.US_ASCII);
    private static final String MEDIA_DIRECTORY = "1.2.840.10008.1.3.10";

    private static final Long2ObjectMap<SopClass> BY_HASH = new Long2ObjectOpenHashMap<>();

    static {
        for (SopClass kind : values()) {
            for (String suffix : kind.suffixes) {
                BY_HASH.put(hash(STORAGE + suffix), kind);
            }
        }
        BY_HASH.put(hash(MEDIA_DIRECTORY), DICOMDIR);
    }

    private final String[] suffixes;

    SopClass(String... suffixes) {
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
        return this == MULTI_FRAME_IMAGE || this == SLIDE || this == RT_DOSE || this == SEGMENTATION;
    }
}
