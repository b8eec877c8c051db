package dev.vernier.cli.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import dev.vernier.Numbers;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** How all JSON of this program looks. Stateless. */
public final class PrettyJson {

    private PrettyJson() {}

    /** Writes one object. */
    @FunctionalInterface
    public interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    /** The object as text, ending with a line feed. */
    public static String of(Body body) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setPrettyPrinter(prettyPrinter());
            body.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // cannot be: the text is in memory
        }
        return text.append('\n').toString();
    }

    /** Like the library's, but the same on every system, and with a colon where people write it. */
    private static DefaultPrettyPrinter prettyPrinter() {
        return new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                .withObjectIndenter(new DefaultIndenter("  ", "\n"));
    }

    /** Writes a number as in CSV, an unknown one (NaN) as null. */
    public static void writeNumber(JsonGenerator json, double value) throws IOException {
        String number = Numbers.format(value);
        if (number.isEmpty()) {
            json.writeNull();
        } else {
            json.writeNumber(number);
        }
    }
}
