package dev.vernier.synth;

import java.util.function.Consumer;

/**
 * Writes the headers of a series with one file a slice: CT Image Storage or MR Image Storage.
 *
 * <p>What the slices share is encoded once; a header is those blocks and some twenty elements between them. Thread
 * rule: one thread at a time. Source: PS3.3 §A.3, §A.4 and §C.7.6.
 */
final class ClassicHeader {
    static final String CT_IMAGE_STORAGE = "1.2.840.10008.5.1.4.1.1.2";
    static final String MR_IMAGE_STORAGE = "1.2.840.10008.5.1.4.1.1.4";

    private static final double SECONDS_A_SLICE = 0.37;

    private final Acquisition acquisition;
    private final SeriesPlan plan;
    private final PrivateGroups privateGroups;
    private final String sopClassUid;
    private final byte[] beforeInstanceUid;
    private final byte[] beforeTimes;
    private final byte[] untilGroup19;
    private final byte[] studyAndSeries;
    private final byte[] orientation;
    private final byte[] relations;
    private final byte[] pixelLayout;
    private final byte[] afterPixelSpacing;

    ClassicHeader(Acquisition acquisition) {
        this.acquisition = acquisition;
        this.plan = acquisition.plan();
        this.privateGroups = new PrivateGroups(acquisition);
        boolean ct = plan.domain().ct();
        this.sopClassUid = ct ? CT_IMAGE_STORAGE : MR_IMAGE_STORAGE;
        CommonModules common = new CommonModules(acquisition);
        String imageType = ct ? "ORIGINAL\\PRIMARY\\AXIAL" : "ORIGINAL\\PRIMARY\\M\\ND\\NORM";
        ScanParameters parameters = new ScanParameters(acquisition);
        this.beforeInstanceUid = block(out -> common.imageKind(out, imageType, sopClassUid));
        this.beforeTimes = block(common::dates);
        this.untilGroup19 = block(out -> {
            common.equipmentAndStudy(out);
            privateGroups.small(out, 0x0009);
            common.patient(out);
            parameters.write(out);
            privateGroups.small(out, 0x0019);
        });
        this.studyAndSeries = block(common::studyAndSeries);
        this.orientation = block(
                out -> out.element(0x00200037, "DS", acquisition.orientation().text())
                        .element(0x00200052, "UI", acquisition.frameOfReferenceUid()));
        this.relations = block(out -> {
            out.element(0x00204000, "LT", "not for clinical use");
            privateGroups.relations(out);
        });
        this.pixelLayout = block(out -> {
            privateGroups.small(out, 0x0027);
            PixelModule.layout(out, acquisition);
        });
        this.afterPixelSpacing = block(out -> {
            PixelModule.values(out, ct);
            privateGroups.protocolText(out);
            common.request(out);
        });
    }

    /**
     * Puts a slice's header, up to and with the length of its pixel data, in place of what {@code out} held.
     *
     * @return where in it the large private value is left out, or its end if there is none
     */
    int write(DicomBytes out, Slice slice) {
        double laterSeconds = slice.instanceNumber() * SECONDS_A_SLICE;
        out.clear();
        out.fileMeta(sopClassUid, slice.sopInstanceUid(), acquisition.syntax().uid())
                .raw(beforeInstanceUid)
                .element(0x00080018, "UI", slice.sopInstanceUid())
                .raw(beforeTimes)
                .element(0x00080032, "TM", acquisition.dateTime().time(laterSeconds))
                .element(0x00080033, "TM", acquisition.dateTime().time(laterSeconds + 1))
                .raw(untilGroup19);
        int hole = large(out, 0x0019);
        out.raw(studyAndSeries)
                .element(0x00200012, "IS", slice.temporalIndex())
                .element(0x00200013, "IS", slice.instanceNumber())
                .element(0x00200032, "DS", slice.positionPatient())
                .raw(orientation)
                .element(0x00200100, "IS", slice.temporalIndex())
                .element(0x00200105, "IS", plan.has(Planted.REPEATED_POSITIONS) ? 2 : 1)
                .element(0x00201040, "LO", "")
                .element(0x00201041, "DS", slice.location())
                .raw(relations);
        hole = Math.max(hole, large(out, 0x0021));
        out.raw(pixelLayout);
        if (slice.pixelSpacing() != null) {
            out.element(0x00280030, "DS", slice.pixelSpacing());
        }
        out.raw(afterPixelSpacing).elementHeader(0x7FE00010, "OW", pixelBytes());
        return hole > 0 ? hole : out.size();
    }

    long pixelBytes() {
        return 2L * acquisition.rows() * acquisition.columns();
    }

    private int large(DicomBytes out, int group) {
        if (acquisition.largePrivateBytes() == 0 || acquisition.largePrivateGroup() != group) {
            return 0;
        }
        privateGroups.largeHeader(out);
        return out.size();
    }

    private byte[] block(Consumer<DicomBytes> content) {
        DicomBytes out = new DicomBytes(acquisition.syntax());
        content.accept(out);
        return out.toByteArray();
    }
}
