package dev.vernier.dicom;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is wanted in a data set, or in the items of a sequence. Several sequences may share one: then as many ways lead to its slots, and
 * it takes no more memory for that. Immutable.
 */
public final class WantedLevel {

    static final WantedLevel EMPTY = new WantedLevel(Map.of());

    /** Tags with the sign bit flipped, so that signed comparison orders them as unsigned. */
    private final TreeMap<Integer, Entry> entries = new TreeMap<>();

    /**
     * A tag that is wanted.
     *
     * @param slot of its value, or of the sequence that it is
     * @param inside what is wanted in its items, null if it is no sequence
     */
    public record Entry(int slot, WantedLevel inside) {}

    private WantedLevel(Map<Integer, Entry> entries) {
        this.entries.putAll(entries);
    }

    /** A level of these entries, by tag. */
    public static WantedLevel of(Map<Integer, Entry> byTag) {
        WantedLevel level = new WantedLevel(Map.of());
        byTag.forEach((tag, entry) -> level.entries.put(WantedTags.ordered(tag), entry));
        return level;
    }

    /** This level and one more path, which keeps the slot that it has if it is there already. */
    WantedLevel with(TagPath path, int slot) {
        return with(path, 0, slot);
    }

    private WantedLevel with(TagPath path, int depth, int slot) {
        WantedLevel level = new WantedLevel(entries);
        level.entries.compute(WantedTags.ordered(path.tag(depth)), (tag, present) -> {
            Entry entry = present == null ? new Entry(WantedTags.NONE, null) : present;
            if (depth + 1 == path.depth()) {
                return entry.slot == WantedTags.NONE ? new Entry(slot, entry.inside) : entry;
            }
            WantedLevel inside = entry.inside == null ? EMPTY : entry.inside;
            return new Entry(entry.slot, inside.with(path, depth + 1, slot));
        });
        return level;
    }

    /** Entries by {@link WantedTags#ordered} tags, ascending. */
    Map<Integer, Entry> entries() {
        return Collections.unmodifiableMap(entries);
    }
}
