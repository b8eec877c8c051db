package dev.vernier.synth;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes the header of a series that is one multi-frame file: Enhanced CT or Enhanced MR Image Storage.
 *
 * <p>Which attributes are shared and which are repeated for each frame differs from series to series, as does whether
 * SpacingBetweenSlices, StackID and the order of the frames help. Thread rule: one thread at a time. Source: PS3.3
 * §A.36, §A.38, §C.7.6.16 and §C.7.6.17.
 */
final class EnhancedHeader {
    static final String ENHANCED_CT_STORAGE = "1.2.840.10008.5.1.4.1.1.2.1";
    static final String ENHANCED_MR_STORAGE = "1.2.840.10008.5.1.4.1.1.4.1";

    private final Acquisition acquisition;
    private final SeriesPlan plan;
    private final SeededRandom random;
    private final List<Slice> frames;
    private final FunctionalGroups groups;

    EnhancedHeader(Acquisition acquisition) {
        this.acquisition = acquisition;
        this.plan = acquisition.plan();
        this.random = plan.randomFor("enhanced header");
        this.frames = new ArrayList<>(SliceStack.of(acquisition));
        if (random.chance(0.3)) {
            random.shuffle(frames);
        }
        this.groups = new FunctionalGroups(acquisition, random);
    }

    /** The file's header, up to and with the length of its pixel data. */
    void write(DicomBytes out, String sopInstanceUid) {
        boolean ct = plan.domain().ct();
        String sopClassUid = ct ? ENHANCED_CT_STORAGE : ENHANCED_MR_STORAGE;
        CommonModules common = new CommonModules(acquisition);
        PrivateGroups privateGroups = new PrivateGroups(acquisition);
        out.clear();
        out.fileMeta(sopClassUid, sopInstanceUid, acquisition.syntax().uid());
        common.imageKind(out, "ORIGINAL\\PRIMARY\\VOLUME\\NONE", sopClassUid);
        out.element(0x00080018, "UI", sopInstanceUid);
        common.dates(out);
        out.element(0x00080033, "TM", acquisition.dateTime().time(300));
        common.equipmentAndStudy(out);
        common.patient(out);
        out.element(0x00180015, "CS", "HEAD")
                .element(0x00181000, "LO", String.valueOf(random.between(10_000, 99_999)))
                .element(0x00181030, "LO", acquisition.protocol())
                .element(0x00185100, "CS", "HFS");
        privateGroups.small(out, 0x0019);
        common.studyAndSeries(out);
        out.element(0x00200013, "IS", 1).element(0x00200052, "UI", acquisition.frameOfReferenceUid());
        groups.dimensions(out);
        privateGroups.relations(out);
        pixels(out, ct);
        privateGroups.protocolText(out);
        common.request(out);
        out.sequence(0x52009229, acquisition.undefinedLengths(), groups::shared)
                .sequence(0x52009230, acquisition.undefinedLengths(), perFrame())
                .elementHeader(0x7FE00010, "OW", pixelBytes());
    }

    long pixelBytes() {
        return 2L * acquisition.rows() * acquisition.columns() * frames.size();
    }

    private void pixels(DicomBytes out, boolean ct) {
        out.element(0x00280002, "US", 1)
                .element(0x00280004, "CS", "MONOCHROME2")
                .element(0x00280008, "IS", frames.size())
                .element(0x00280010, "US", acquisition.rows())
                .element(0x00280011, "US", acquisition.columns());
        PixelModule.values(out, ct);
    }

    private List<Consumer<DicomBytes>> perFrame() {
        List<Consumer<DicomBytes>> items = new ArrayList<>(frames.size());
        for (Slice frame : frames) {
            items.add(item -> groups.frame(item, frame));
        }
        return items;
    }
}
