package dev.vernier.dicom;

import java.util.Arrays;

/**
 * Merges the ascending tags of each level with those wanted there, and remembers which were seen, so that the first of several
 * counts. Hot: one comparison for an element that is not wanted. Reused; one thread.
 */
final class WantedMatcher {

    private static final int NONE = WantedTags.NONE;

    private ElementSink sink;
    private int[] seen = new int[0];
    private int generation;
    private boolean duplicates;

    /** Prepares for a file. */
    void begin(WantedTags tags, ElementSink target) {
        sink = target;
        duplicates = false;
        if (seen.length < tags.entryCount()) {
            seen = new int[tags.entryCount()];
            generation = 0;
        }
    }

    /** Prepares a level for the elements of the data set, or of one item. */
    void enter(Level level, WantedTags.Node node) {
        level.wanted = node;
        level.next = 0;
        if (node == null) {
            return;
        }
        if (generation == Integer.MAX_VALUE) {
            Arrays.fill(seen, 0);
            generation = 0;
        }
        level.generation = ++generation;
    }

    /** Whether a wanted tag stood there twice. */
    boolean duplicates() {
        return duplicates;
    }

    /** Index of the wanted entry of this level that the tag is, {@link WantedTags#NONE} if it is none or came before. */
    int match(Level level, int tag) {
        WantedTags.Node node = level.wanted;
        if (node == null) {
            return NONE;
        }
        int orderedTag = WantedTags.ordered(tag);
        int[] tags = node.orderedTags;
        int next = level.next;
        if (next > 0 && orderedTag <= tags[next - 1]) {
            return matchOutOfOrder(level, orderedTag);
        }
        if (next == tags.length || tags[next] > orderedTag) {
            return NONE;
        }
        while (next < tags.length && tags[next] < orderedTag) {
            next++;
        }
        boolean found = next < tags.length && tags[next] == orderedTag && isWanted(node, next);
        int entry = found ? next++ : NONE;
        while (next < tags.length && !isWanted(node, next)) {
            next++;
        }
        level.next = next;
        if (found) {
            seen[node.firstEntry + entry] = level.generation;
        }
        return entry;
    }

    private int matchOutOfOrder(Level level, int orderedTag) {
        WantedTags.Node node = level.wanted;
        int entry = Arrays.binarySearch(node.orderedTags, orderedTag);
        if (entry < 0) {
            return NONE;
        }
        if (seen[node.firstEntry + entry] == level.generation) {
            duplicates = true;
            return NONE;
        }
        if (!isWanted(node, entry)) {
            return NONE;
        }
        seen[node.firstEntry + entry] = level.generation;
        return entry;
    }

    private boolean isWanted(WantedTags.Node node, int entry) {
        return !node.root || node.slots[entry] == NONE || sink.wants(node.slots[entry]);
    }
}
