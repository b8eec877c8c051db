package dev.vernier.synth;

/**
 * The functional groups of a multi-frame file: what all frames share, and what each frame has of its own.
 *
 * <p>Thread rule: one thread at a time. Source: PS3.3 §C.7.6.16.2.
 */
final class FunctionalGroups {
    private final Acquisition acquisition;
    private final SeriesPlan plan;
    private final boolean measuresPerFrame;
    private final boolean orientationPerFrame;
    private final boolean spacingStated;
    private final boolean stacks;
    private final boolean undefinedLengths;
    private final byte[] privateValue;

    FunctionalGroups(Acquisition acquisition, SeededRandom random) {
        this.acquisition = acquisition;
        this.plan = acquisition.plan();
        this.measuresPerFrame = random.chance(0.5);
        this.orientationPerFrame = random.chance(0.5);
        this.spacingStated = random.chance(0.6);
        this.stacks = random.chance(0.7);
        this.undefinedLengths = acquisition.undefinedLengths();
        this.privateValue = random.chance(0.4) ? random.bytes(2 * random.between(100, 1_500)) : new byte[0];
    }

    /** DimensionOrganizationSequence and DimensionIndexSequence, where the frames say which stack they are of. */
    void dimensions(DicomBytes out) {
        if (stacks) {
            String organisation = Uid.next(plan.randomFor("dimension organisation"));
            out.sequence(0x00209221, undefinedLengths, item -> item.element(0x00209164, "UI", organisation))
                    .sequence(
                            0x00209222,
                            undefinedLengths,
                            item -> dimension(item, organisation, 0x00209056),
                            item -> dimension(item, organisation, 0x00209057));
        }
    }

    /** The one item of SharedFunctionalGroupsSequence. */
    void shared(DicomBytes item) {
        if (!orientationPerFrame) {
            planeOrientation(item);
        }
        if (!measuresPerFrame) {
            pixelMeasures(item);
        }
        item.sequence(
                0x00289145,
                undefinedLengths,
                transformation -> transformation
                        .element(0x00281052, "DS", 0)
                        .element(0x00281053, "DS", 1)
                        .element(0x00281054, "LO", "US"));
    }

    /** One item of PerFrameFunctionalGroupsSequence. */
    void frame(DicomBytes item, Slice frame) {
        item.sequence(0x00209111, undefinedLengths, content -> frameContent(content, frame))
                .sequence(
                        0x00209113,
                        undefinedLengths,
                        position -> position.element(0x00200032, "DS", frame.positionPatient()));
        if (orientationPerFrame) {
            planeOrientation(item);
        }
        if (privateValue.length > 0) {
            item.element(0x00210010, "LO", acquisition.scanner().privateCreator(0x0021))
                    .element(0x002110A0, "OB", privateValue);
        }
        if (measuresPerFrame) {
            pixelMeasures(item);
        }
        item.sequence(
                0x00289132,
                undefinedLengths,
                window -> window.element(0x00281050, "DS", 40).element(0x00281051, "DS", 400));
    }

    private void frameContent(DicomBytes item, Slice frame) {
        item.element(
                0x00189074,
                "DT",
                acquisition.dateTime().date() + acquisition.dateTime().time(frame.place()));
        if (stacks) {
            item.element(0x00209056, "SH", "1")
                    .element(0x00209057, "UL", frame.place() + 1)
                    .element(0x00209157, "UL", 1, frame.place() + 1);
        }
    }

    private void planeOrientation(DicomBytes item) {
        item.sequence(
                0x00209116,
                undefinedLengths,
                orientation -> orientation.element(
                        0x00200037, "DS", acquisition.orientation().text()));
    }

    private void pixelMeasures(DicomBytes item) {
        item.sequence(0x00289110, undefinedLengths, measures -> {
            measures.element(0x00180050, "DS", acquisition.sliceThickness());
            if (plan.has(Planted.SPACING_BETWEEN_SLICES_WRONG)) {
                measures.element(0x00180088, "DS", acquisition.wrongSliceDistance());
            } else if (spacingStated) {
                measures.element(0x00180088, "DS", acquisition.sliceDistance());
            }
            measures.element(0x00280030, "DS", acquisition.pixelSpacing());
        });
    }

    private void dimension(DicomBytes item, String organisation, int pointer) {
        item.element(0x00209164, "UI", organisation)
                .element(0x00209165, "AT", pointer)
                .element(0x00209167, "AT", 0x00209111);
    }
}
