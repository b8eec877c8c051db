package dev.vernier.dicom;

import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * All attributes of the standard that have a keyword, some 4,900. They are read from a resource as soon as this class is used, which takes
 * some ten milliseconds: {@link Dictionary} does so for what it does not list itself. Thread-safe.
 */
final class StandardAttributes {

    private static final String RESOURCE = "attributes.txt";
    private static final int REPEATING_OVERLAYS = 0x6000;
    private static final int REPEATING_CURVES = 0x5000;

    private static final Map<String, Attribute> BY_KEYWORD = new HashMap<>();
    private static final Int2ObjectMap<Attribute> BY_TAG = new Int2ObjectOpenHashMap<>();

    static {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                StandardAttributes.class.getResourceAsStream(RESOURCE), StandardCharsets.US_ASCII))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(StandardAttributes::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // it lies beside this class
        }
    }

    private StandardAttributes() {}

    private static void add(String line) {
        String[] field = line.split(" ");
        Attribute attribute =
                new Attribute(Integer.parseUnsignedInt(field[0], 16), Vr.of(field[1]), field[2], field[3]);
        BY_KEYWORD.put(attribute.keyword(), attribute);
        BY_TAG.put(attribute.tag(), attribute);
    }

    /** The attribute of a keyword, null if there is none. */
    static Attribute of(String keyword) {
        return BY_KEYWORD.get(keyword);
    }

    /** The attribute of a tag, null if there is none; a tag of a repeating group is not the first one's. */
    static Attribute of(int tag) {
        return BY_TAG.get(tag);
    }

    /** The value representation of a tag, that of the first group where groups repeat (PS3.5 §7.6). */
    static int vr(int tag) {
        int group = Tag.group(tag) & 0xFF00;
        boolean repeats = group == REPEATING_CURVES || group == REPEATING_OVERLAYS;
        Attribute attribute = BY_TAG.get(repeats ? tag & 0xFF00FFFF : tag);
        return attribute == null ? Vr.UNKNOWN : attribute.vr();
    }

    static Collection<String> keywords() {
        return BY_KEYWORD.keySet();
    }
}
