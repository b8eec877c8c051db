package dev.vernier.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON back into maps, lists, strings, numbers, booleans and nulls. */
final class Json {

    private Json() {}

    /** An object, its fields in the order of the text. */
    static Map<String, Object> object(String text) {
        try (JsonParser json = new JsonFactory().createParser(text)) {
            json.nextToken();
            Map<String, Object> object = asObject(value(json));
            if (json.nextToken() != null) {
                throw new AssertionError("more than one object");
            }
            return object;
        } catch (IOException e) {
            throw new AssertionError(text, e);
        }
    }

    @SuppressWarnings("unchecked") // objects have no other keys than text
    static Map<String, Object> asObject(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked") // a list of anything
    static List<Object> asList(Object value) {
        return (List<Object>) value;
    }

    private static Object value(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case START_OBJECT -> {
                Map<String, Object> object = new LinkedHashMap<>();
                while (json.nextToken() != JsonToken.END_OBJECT) {
                    String name = json.currentName();
                    json.nextToken();
                    object.put(name, value(json));
                }
                yield object;
            }
            case START_ARRAY -> {
                List<Object> list = new ArrayList<>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(json));
                }
                yield list;
            }
            case VALUE_NUMBER_INT -> json.getLongValue();
            case VALUE_NUMBER_FLOAT -> json.getDoubleValue();
            case VALUE_TRUE, VALUE_FALSE -> json.getBooleanValue();
            case VALUE_NULL -> null;
            default -> json.getText();
        };
    }
}
