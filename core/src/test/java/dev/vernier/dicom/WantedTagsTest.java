package dev.vernier.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WantedTagsTest {

    @Test
    void pathsAreReadByKeywordOrNumber() {
        TagPath path = TagPath.of(0x52009229, 0x00289110, 0x00280030);
        assertEquals(path, TagPath.parse("SharedFunctionalGroupsSequence/PixelMeasuresSequence/PixelSpacing"));
        assertEquals(path, TagPath.parse("(5200,9229) / 0028,9110 / 00280030"));
        assertEquals("SharedFunctionalGroupsSequence/PixelMeasuresSequence/PixelSpacing", path.toString());
        assertEquals("(0009,1001)", TagPath.parse("00091001").toString());
        assertEquals(
                path.hashCode(), TagPath.of(0x52009229, 0x00289110, 0x00280030).hashCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "PixelSpacing/", "Nonsense", "(0028)", "002800300", "(0028,00G0)"})
    void whatIsNoPathIsRefusedWithAHint(String text) {
        String message = assertThrows(IllegalArgumentException.class, () -> TagPath.parse(text))
                .getMessage();
        assertTrue(message.contains("(0018,0050)"), message);
    }

    @Test
    void pathsHaveALimit() {
        assertThrows(IllegalArgumentException.class, () -> TagPath.of());
        assertThrows(IllegalArgumentException.class, () -> TagPath.of(new int[17]));
    }

    @Test
    void slotsAreInTheOrderGiven() {
        WantedTags wanted = WantedTags.of("PixelSpacing", "Modality", "PixelSpacing");
        assertEquals(3, wanted.size());
        assertEquals(0, wanted.slot("PixelSpacing"));
        assertEquals(1, wanted.slot("(0008,0060)"));
        assertEquals(TagPath.parse("Modality"), wanted.path(1));
        assertTrue(wanted.contains(TagPath.parse("Modality")));
        assertFalse(wanted.contains(TagPath.parse("Rows")));
        assertThrows(IllegalArgumentException.class, () -> wanted.slot("Rows"));
    }

    @Test
    void oneMoreTagGetsTheNextSlot() {
        WantedTags wanted = WantedTags.of("PixelSpacing").withFullWalk().and(TagPath.parse("Rows"));
        assertEquals(1, wanted.slot("Rows"));
        assertTrue(wanted.fullWalk());
    }

    @Test
    void levelsMayBeSharedAndKeepTheFirstPathOfEachSlot() {
        WantedLevel inside = WantedLevel.of(Map.of(Tag.ROWS, new WantedLevel.Entry(2, null)));
        WantedTags wanted = WantedTags.of(WantedLevel.of(
                Map.of(0x20051010, new WantedLevel.Entry(0, inside), 0x90051010, new WantedLevel.Entry(1, inside))));
        assertEquals(3, wanted.size());
        assertEquals(TagPath.of(0x90051010), wanted.path(1));
        assertEquals(TagPath.of(0x20051010, Tag.ROWS), wanted.path(2));
        assertEquals(3, wanted.entryCount());
        assertEquals(3, wanted.and(TagPath.of(0x20051010, Tag.COLUMNS)).slot(TagPath.of(0x20051010, Tag.COLUMNS)));
    }

    @Test
    void slotsOfLevelsMustBeWhole() {
        WantedLevel level = WantedLevel.of(Map.of(Tag.ROWS, new WantedLevel.Entry(1, null)));
        assertThrows(IllegalArgumentException.class, () -> WantedTags.of(level));
    }

    @Test
    void vrsAreKnownByNameAndNumber() {
        assertEquals("DS", Vr.toString(Dictionary.vr(Tag.PIXEL_SPACING)));
        assertEquals(Vr.UNKNOWN, Dictionary.vr(0x00091001));
        assertEquals(Vr.SQ, Vr.of("SQ"));
        assertThrows(IllegalArgumentException.class, () -> Vr.of("sq"));
        assertTrue(Vr.isKnown(Vr.DS));
        assertFalse(Vr.isKnown('Z' << 8 | 'Z'));
        assertFalse(Vr.isKnown('d' << 8 | 's'));
        assertFalse(Vr.isKnown(Vr.UNKNOWN));
        assertEquals("??", Vr.toString(Vr.UNKNOWN));
    }
}
