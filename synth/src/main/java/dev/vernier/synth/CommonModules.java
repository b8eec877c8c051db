package dev.vernier.synth;

import java.util.Collections;
import java.util.List;

/**
 * The parts of a header that classic and enhanced images share: what, who, where and when.
 *
 * <p>Between them lie sequences with a SeriesInstanceUID and a PixelSpacing that belong to other series. Thread rule:
 * one thread at a time. Source: PS3.3 §C.7.1 to §C.7.5, §C.12.1.
 */
final class CommonModules {
    private static final String SECONDARY_CAPTURE = "1.2.840.10008.5.1.4.1.1.7";
    private static final String STUDY_COMPONENT = "1.2.840.10008.3.1.2.3.1";
    private static final List<String> INSTITUTIONS =
            List.of("General Hospital", "Universit\u00e4tsklinikum, Neuroradiologie", "St. Mary's", "HOSPITAL 12");

    private final Acquisition acquisition;
    private final SeriesPlan plan;
    private final SeededRandom random;
    private final boolean undefinedLengths;

    CommonModules(Acquisition acquisition) {
        this.acquisition = acquisition;
        this.plan = acquisition.plan();
        this.random = plan.randomFor("common modules");
        this.undefinedLengths = acquisition.undefinedLengths();
    }

    /** Group 0008 up to SOPClassUID. */
    void imageKind(DicomBytes out, String imageType, String sopClassUid) {
        out.element(0x00080005, "CS", "ISO_IR 100")
                .element(0x00080008, "CS", imageType)
                .element(0x00080012, "DA", acquisition.dateTime().date())
                .element(0x00080013, "TM", acquisition.dateTime().time(600))
                .element(0x00080016, "UI", sopClassUid);
    }

    /** Group 0008 from StudyDate to AcquisitionDate and ContentDate. */
    void dates(DicomBytes out) {
        String date = acquisition.dateTime().date();
        out.element(0x00080020, "DA", date)
                .element(0x00080021, "DA", date)
                .element(0x00080022, "DA", date)
                .element(0x00080023, "DA", date)
                .element(0x00080030, "TM", acquisition.dateTime().time(0))
                .element(0x00080031, "TM", acquisition.dateTime().time(120));
    }

    /** Group 0008 from AccessionNumber on. */
    void equipmentAndStudy(DicomBytes out) {
        out.element(0x00080050, "SH", "A" + random.between(10_000, 9_999_999))
                .element(0x00080060, "CS", plan.domain().modality())
                .element(0x00080070, "LO", acquisition.scanner().manufacturer())
                .element(0x00080080, "LO", random.pick(INSTITUTIONS))
                .element(0x00080081, "ST", random.between(1, 999) + " Long Road, Some Town")
                .element(0x00080090, "PN", "REFERRING^PHYSICIAN")
                .element(0x00081010, "SH", "STATION" + random.between(1, 40))
                .element(0x00081030, "LO", "Head " + plan.domain().label())
                .sequence(0x00081032, undefinedLengths, this::code)
                .element(0x0008103E, "LO", acquisition.protocol() + " " + random.between(1, 20))
                .element(0x00081040, "LO", "Radiology")
                .element(0x00081050, "PN", "PERFORMING^PHYSICIAN")
                .element(0x00081070, "PN", "OPERATOR^" + random.between(1, 9))
                .element(0x00081090, "LO", acquisition.model())
                .sequence(0x00081110, undefinedLengths, item -> reference(item, STUDY_COMPONENT))
                .sequence(0x00081111, !undefinedLengths, item -> reference(item, STUDY_COMPONENT))
                .sequence(0x00081115, undefinedLengths, this::otherSeries)
                .sequence(0x00081140, undefinedLengths, Collections.nCopies(acquisition.verbose() ? 4 : 1, this::image))
                .sequence(0x00082112, !undefinedLengths, this::sourceImage);
    }

    /** Group 0010. */
    void patient(DicomBytes out) {
        out.element(0x00100010, "PN", "SYNTHETIC^" + plan.number())
                .element(0x00100020, "LO", "VS" + random.between(100_000, 999_999))
                .element(0x00100030, "DA", "19500101")
                .element(0x00100040, "CS", random.chance(0.5) ? "F" : "M")
                .element(0x00101010, "AS", "0" + random.between(18, 89) + "Y")
                .element(0x00101020, "DS", random.between(150, 200) / 100.0)
                .element(0x00101030, "DS", random.between(45, 120))
                .element(0x001021B0, "LT", "no history, ".repeat(acquisition.verbose() ? random.between(0, 30) : 1));
    }

    /** Group 0020 up to StudyID. */
    void studyAndSeries(DicomBytes out) {
        out.element(0x0020000D, "UI", acquisition.studyUid())
                .element(0x0020000E, "UI", plan.uid())
                .element(0x00200010, "SH", String.valueOf(random.between(1, 99_999)))
                .element(0x00200011, "IS", random.between(1, 20));
    }

    /** Groups 0032 and 0040. */
    void request(DicomBytes out) {
        out.element(0x00321032, "PN", "REQUESTING^PHYSICIAN")
                .element(0x00321060, "LO", "CT/MR head for aneurysm")
                .element(0x00400244, "DA", acquisition.dateTime().date())
                .element(0x00400245, "TM", acquisition.dateTime().time(60))
                .element(0x00400253, "SH", "PPS" + random.between(1, 999))
                .element(0x00400254, "LO", acquisition.protocol())
                .sequence(
                        0x00400275,
                        undefinedLengths,
                        item -> item.element(0x00400007, "LO", "Head")
                                .sequence(0x00400008, undefinedLengths, this::code)
                                .element(0x00400009, "SH", "SPS1")
                                .element(0x00401001, "SH", "RP1"));
    }

    private void code(DicomBytes item) {
        item.element(0x00080100, "SH", "HEAD" + random.between(1, 99))
                .element(0x00080102, "SH", "99VERNIER")
                .element(0x00080104, "LO", "Head " + plan.domain().label());
    }

    private void reference(DicomBytes item, String sopClassUid) {
        item.element(0x00081150, "UI", sopClassUid).element(0x00081155, "UI", Uid.next(random));
    }

    private void image(DicomBytes item) {
        reference(item, SECONDARY_CAPTURE);
    }

    /** Lies before this series' own SeriesInstanceUID, and names another. */
    private void otherSeries(DicomBytes item) {
        item.sequence(0x0008114A, undefinedLengths, this::image).element(0x0020000E, "UI", Uid.next(random));
    }

    private void sourceImage(DicomBytes item) {
        image(item);
        item.element(0x0020000E, "UI", Uid.next(random))
                .element(0x00280030, "DS", "8.5\\8.25")
                .sequence(0x0040A170, undefinedLengths, this::code);
    }
}
