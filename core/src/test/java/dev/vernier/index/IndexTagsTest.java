package dev.vernier.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndexTagsTest {

    private static IndexTag one(String text) {
        List<IndexTag> tags = IndexTags.parse(text, null);
        assertEquals(1, tags.size());
        return tags.get(0);
    }

    @Test
    void commasOfNumbersDoNotSeparateTags() {
        assertEquals(
                List.of("PatientID", "SliceThickness", "PixelSpacing", "(0019,100A)"),
                IndexTags.parse("PatientID, (0018,0050),00280030,(0019,100A)", null).stream()
                        .map(IndexTag::name)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "PixelSpacing, DOUBLE, true",
        "SliceThickness, DOUBLE, false",
        "InstanceNumber, INT, false",
        "Rows, INT, false",
        "TotalPixelMatrixColumns, LONG, false",
        "StudyDate, DATE, false",
        "StudyTime, TEXT, false",
        "ImageType, TEXT, true",
        "ImageComments, TEXT, false",
        "'(0019,100A)', TEXT, false",
        "'(0019,100A):US', INT, true",
        "FrameIncrementPointer, TEXT, true",
    })
    void typeFollowsVrAndMultiplicity(String text, ValueType type, boolean list) {
        IndexTag tag = one(text);
        assertEquals(type, tag.type());
        assertEquals(list, tag.list());
    }

    @Test
    void privateTagsAndItemsKeepTheirNames() {
        assertEquals(
                "0019xx0C@SIEMENS MR HEADER",
                one("(0019,xx0c)@SIEMENS MR HEADER:IS").name());
        assertEquals("0019xx0C@ME", IndexTags.parse("0019xx0C", "ME").get(0).name());
        assertEquals(
                "PerFrameFunctionalGroupsSequence[2]/PlanePositionSequence/ImagePositionPatient",
                one("(5200,9230)[2]/PlanePositionSequence/ImagePositionPatient").name());
    }

    @ParameterizedTest
    @CsvSource({
        "PixelSpacin, did you mean PixelSpacing?",
        "Nonsense, always works",
        "PixelMeasuresSequence, is a sequence",
        "PixelData, is not read",
        "'A,A', unknown DICOM keyword",
        "'', is no tag",
        "'PatientID,PatientID', named twice",
        "'PatientID,,Rows', is no tag",
        "0019xx0C, whose private tag?",
        "PatientID@ME, has a creator",
        "PatientID[1], is no tag",
        "PixelMeasuresSequence[0]/PixelSpacing, counted from 1",
        "PatientID:XX, no VR",
        "00081140/00081140/00081140/00081140/00081140/00081140/00081140/00081140/00081140/00081140/00081140/00081140"
                + "/00081140/00081140/00081140/00081140/Rows, has 1 to 16 tags",
    })
    void wrongTagsAreToldWithWhatMayHaveBeenMeant(String text, String told) {
        String message = assertThrows(IllegalArgumentException.class, () -> IndexTags.parse(text, null))
                .getMessage();
        assertTrue(message.contains(told), message);
    }
}
