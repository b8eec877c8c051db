package dev.vernier.index;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vernier.dicom.HeaderValues;
import dev.vernier.dicom.Outcome;
import dev.vernier.dicom.WantedTags;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowEncoderTest {

    private static final List<IndexTag> TAGS = IndexTags.parse("Rows,Columns", null);

    @Test
    void halfARowIsTakenBackAndThoseAroundItStay() {
        RowEncoder whole = new RowEncoder(TAGS);
        whole.add("a", Outcome.EMPTY, "", null);
        whole.add("c", Outcome.UNREADABLE, "why", null);

        RowEncoder rows = new RowEncoder(TAGS);
        rows.add("a", Outcome.EMPTY, "", null);
        int before = rows.size();
        HeaderValues oneColumn = new HeaderValues(WantedTags.of("Rows"));
        assertThrows(IndexOutOfBoundsException.class, () -> rows.add("b", Outcome.OK, "", oneColumn));
        assertEquals(before, rows.size());
        rows.add("c", Outcome.UNREADABLE, "why", null);
        assertArrayEquals(whole.take(), rows.take());
    }
}
