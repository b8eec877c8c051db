package dev.vernier.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class JsonColumnsTest {

    private interface Fields {
        void writeTo(JsonColumns columns) throws IOException;
    }

    private static String object(Fields fields) throws IOException {
        StringWriter text = new StringWriter();
        JsonColumns columns = JsonColumns.to(text);
        columns.json().writeStartObject();
        fields.writeTo(columns);
        columns.json().writeEndObject();
        columns.json().close();
        return text.toString();
    }

    @Test
    void nothingInTextCanEndTheScriptElement() throws IOException {
        assertEquals(
                "{\"t\":\"\\u003C/script\\u003E\\u003C!--\\u0026\\u0027\\\"\"}",
                object(columns -> columns.text("t", "</script><!--&'\"")));
    }

    @Test
    void lineSeparatorsAreMadeVisibleAndEscaped() throws IOException {
        assertEquals("{\"t\":\"a\\\\u2028b\"}", object(columns -> columns.text("t", "a\u2028b")));
        assertEquals(
                "\\u2028", new ScriptSafeEscapes().getEscapeSequence('\u2028').getValue());
        assertEquals(
                "\\u2029", new ScriptSafeEscapes().getEscapeSequence('\u2029').getValue());
    }

    @Test
    void eachRepeatedTextStandsThereOnceAndInOrder() throws IOException {
        assertEquals(
                "{\"t\":{\"values\":[\"\",\"a\",\"b\"],\"codes\":[2,1,2,0]}}",
                object(columns -> columns.repeatedTexts("t", List.of("b", "a", "b", ""), Function.identity())));
    }

    @Test
    void numbersAreThoseOfTheOtherOutputs() throws IOException {
        assertEquals(
                "{\"n\":[0.46875,0.333333,5,null]}",
                object(columns -> columns.decimals("n", 0.46875, 1 / 3.0, 5, Double.NaN)));
    }
}
