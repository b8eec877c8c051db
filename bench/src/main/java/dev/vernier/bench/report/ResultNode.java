package dev.vernier.bench.report;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JSON value and where in its file it lies; whoever asks it for something that it is not is told so. */
final class ResultNode {

    private static final int MEGABYTE = 1 << 20;

    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(64L * MEGABYTE)
                            .maxNestingDepth(64)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final JsonNode json;
    private final String place;

    private ResultNode(JsonNode json, String place) {
        this.json = json;
        this.place = place;
    }

    /**
     * The value that a file holds.
     *
     * @throws IOException if the file cannot be read
     * @throws MalformedResultException if it is not one JSON value, is larger than 64 MiB or nested more than 64 deep
     */
    static ResultNode read(Path file) throws IOException, MalformedResultException {
        try (InputStream in = Files.newInputStream(file)) {
            JsonNode json = MAPPER.readTree(in);
            if (json.isMissingNode()) {
                throw new MalformedResultException("the file is empty");
            }
            return new ResultNode(json, "");
        } catch (JacksonException e) {
            String where =
                    e.getLocation() == null ? "" : " in line " + e.getLocation().getLineNr();
            throw new MalformedResultException("no proper JSON" + where + ": " + e.getOriginalMessage());
        }
    }

    boolean isList() {
        return json.isArray();
    }

    boolean has(String name) {
        return json.hasNonNull(name);
    }

    /** The member of that name of this object. */
    ResultNode get(String name) throws MalformedResultException {
        if (!has(name)) {
            throw wrong("has no \"" + name + "\"");
        }
        return new ResultNode(json.get(name), place + "/" + name);
    }

    List<ResultNode> list() throws MalformedResultException {
        if (!json.isArray()) {
            throw wrong("is not a list");
        }
        List<ResultNode> list = new ArrayList<>(json.size());
        for (int i = 0; i < json.size(); i++) {
            list.add(new ResultNode(json.get(i), place + "/" + i));
        }
        return list;
    }

    String text() throws MalformedResultException {
        if (!json.isTextual()) {
            throw wrong("is not text");
        }
        return json.textValue();
    }

    /** A finite number from 0 on: times and counts have no others. */
    double number() throws MalformedResultException {
        double number = json.isNumber() ? json.doubleValue() : -1;
        if (!(number >= 0 && number <= Double.MAX_VALUE)) {
            throw wrong("is not a number from 0 on");
        }
        return number;
    }

    /** A list of such numbers, at least one. */
    double[] numbers() throws MalformedResultException {
        List<ResultNode> list = list();
        if (list.isEmpty()) {
            throw wrong("is empty");
        }
        double[] numbers = new double[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = list.get(i).number();
        }
        return numbers;
    }

    /** The members of this object as {@code name=value}, in the file's order. */
    List<String> members() throws MalformedResultException {
        if (!json.isObject()) {
            throw wrong("is not an object");
        }
        return json.properties().stream()
                .map(member -> member.getKey() + "=" + member.getValue().asText())
                .toList();
    }

    MalformedResultException wrong(String what) {
        return new MalformedResultException((place.isEmpty() ? "the whole" : place) + " " + what);
    }
}
