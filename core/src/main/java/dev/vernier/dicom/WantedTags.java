package dev.vernier.dicom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The elements a caller wants, each with a slot number (its place in the list given), compiled to a tree of sorted
 * arrays that the walk merges with the file's ascending tags: one comparison for an element that is not wanted.
 * Immutable, shareable between threads.
 */
public final class WantedTags {

    static final int NONE = -1;

    private final List<TagPath> paths;
    private final WantedLevel root;
    private final boolean fullWalk;
    private final Node[] nodes;
    private final int entries;

    private WantedTags(List<TagPath> paths, WantedLevel root, boolean fullWalk) {
        this.paths = List.copyOf(paths);
        this.root = root;
        this.fullWalk = fullWalk;
        this.nodes = compile(root);
        this.entries = Arrays.stream(nodes).mapToInt(node -> node.slots.length).sum();
    }

    /**
     * Wants these paths, in slot order; a path given twice keeps its first slot.
     *
     * @throws IllegalArgumentException if a path is written wrongly
     */
    public static WantedTags of(String... paths) {
        List<TagPath> parsed = new ArrayList<>(paths.length);
        for (String path : paths) {
            parsed.add(TagPath.parse(path));
        }
        return of(parsed);
    }

    /** Wants these paths, in slot order. */
    public static WantedTags of(List<TagPath> paths) {
        WantedLevel root = WantedLevel.EMPTY;
        for (int slot = 0; slot < paths.size(); slot++) {
            root = root.with(paths.get(slot), slot);
        }
        return new WantedTags(paths, root, false);
    }

    /**
     * Wants what this level and those below it name. The path of a slot is the first that leads there.
     *
     * @throws IllegalArgumentException if slots are left out
     */
    public static WantedTags of(WantedLevel root) {
        SortedMap<Integer, TagPath> paths = new TreeMap<>();
        addPaths(root, new int[0], Collections.newSetFromMap(new IdentityHashMap<>()), paths);
        if (!paths.isEmpty() && (paths.firstKey() != 0 || paths.lastKey() != paths.size() - 1)) {
            throw new IllegalArgumentException("slots must be numbered from 0 on, not " + paths.keySet());
        }
        return new WantedTags(List.copyOf(paths.values()), root, false);
    }

    private static void addPaths(
            WantedLevel level, int[] above, Set<WantedLevel> visited, Map<Integer, TagPath> paths) {
        if (!visited.add(level)) {
            return;
        }
        level.entries().forEach((ordered, entry) -> {
            int[] tags = Arrays.copyOf(above, above.length + 1);
            tags[above.length] = ordered(ordered);
            if (entry.slot() != NONE) {
                paths.putIfAbsent(entry.slot(), TagPath.of(tags));
            }
            if (entry.inside() != null) {
                addPaths(entry.inside(), tags, visited, paths);
            }
        });
    }

    /**
     * The same tags, found also where a file's tags are out of order: the walk goes on to the end of the file, past
     * pixel data, instead of stopping behind the last wanted tag.
     */
    public WantedTags withFullWalk() {
        return new WantedTags(paths, root, true);
    }

    /** The same tags and one more, which gets the next slot. */
    public WantedTags and(TagPath path) {
        List<TagPath> more = new ArrayList<>(paths);
        more.add(path);
        return new WantedTags(more, root.with(path, paths.size()), fullWalk);
    }

    /** Whether this path has a slot. */
    public boolean contains(TagPath path) {
        return paths.contains(path);
    }

    /** Number of slots. */
    public int size() {
        return paths.size();
    }

    /** The path of a slot. */
    public TagPath path(int slot) {
        return paths.get(slot);
    }

    /**
     * The slot of a path.
     *
     * @throws IllegalArgumentException if it is not wanted
     */
    public int slot(String path) {
        return slot(TagPath.parse(path));
    }

    /**
     * The slot of a path.
     *
     * @throws IllegalArgumentException if it is not wanted
     */
    public int slot(TagPath path) {
        int slot = paths.indexOf(path);
        if (slot < 0) {
            throw new IllegalArgumentException(path + " is not among the wanted tags");
        }
        return slot;
    }

    boolean fullWalk() {
        return fullWalk;
    }

    Node node(int index) {
        return nodes[index];
    }

    /** Number of (level, tag) pairs in the tree. */
    int entryCount() {
        return entries;
    }

    /** One level of the tree: the tags wanted there, ascending as unsigned numbers. */
    static final class Node {
        /** Tags with the sign bit flipped, so that signed comparison orders them as unsigned. */
        final int[] orderedTags;

        final int[] slots;
        final int[] children;
        final int[] vrs;
        /** Number of this level's first entry among all entries of the tree. */
        final int firstEntry;

        /** Whether this is the top level. */
        final boolean root;

        private Node(int size, int firstEntry, boolean root) {
            this.root = root;
            this.orderedTags = new int[size];
            this.slots = new int[size];
            this.children = new int[size];
            this.vrs = new int[size];
            this.firstEntry = firstEntry;
        }
    }

    /** A tag as a number whose signed order is the tags' unsigned order. */
    static int ordered(int tag) {
        return tag ^ Integer.MIN_VALUE;
    }

    /** The levels as nodes, the root first; one that several sequences share is one node. */
    private static Node[] compile(WantedLevel root) {
        List<Node> built = new ArrayList<>();
        compile(root, built, new IdentityHashMap<>());
        return built.toArray(new Node[0]);
    }

    private static int compile(WantedLevel level, List<Node> built, Map<WantedLevel, Integer> indexes) {
        Integer known = indexes.get(level);
        if (known != null) {
            return known;
        }
        int index = built.size();
        int size = level.entries().size();
        Node before = index == 0 ? null : built.get(index - 1);
        Node node = new Node(size, before == null ? 0 : before.firstEntry + before.slots.length, index == 0);
        built.add(node);
        indexes.put(level, index);
        int at = 0;
        for (Map.Entry<Integer, WantedLevel.Entry> each : level.entries().entrySet()) {
            WantedLevel.Entry entry = each.getValue();
            node.orderedTags[at] = each.getKey();
            node.slots[at] = entry.slot();
            node.vrs[at] = Dictionary.vr(ordered(each.getKey()));
            node.children[at] = entry.inside() == null ? NONE : compile(entry.inside(), built, indexes);
            at++;
        }
        return index;
    }
}
