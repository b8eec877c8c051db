package dev.vernier.dicom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The elements a caller wants, each with a slot number (its place in the list given), compiled to a tree of sorted arrays
 * that the walk merges with the file's ascending tags: one comparison for an element that is not wanted. Immutable,
 * shareable between threads.
 */
public final class WantedTags {

    static final int NONE = -1;

    private final List<TagPath> paths;
    private final boolean fullWalk;
    private final Node[] nodes;
    private final int entries;

    private WantedTags(List<TagPath> paths, boolean fullWalk) {
        this.paths = paths;
        this.fullWalk = fullWalk;
        List<Node> built = new ArrayList<>();
        int[] entryCount = {0};
        compile(draft(paths), built, entryCount);
        this.nodes = built.toArray(new Node[0]);
        this.entries = entryCount[0];
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
        return new WantedTags(List.copyOf(paths), false);
    }

    /**
     * The same tags, found also where a file's tags are out of order: the walk goes on to the pixel data instead of stopping
     * behind the last wanted tag.
     */
    public WantedTags withFullWalk() {
        return new WantedTags(paths, true);
    }

    /** The same tags and one more, which gets the next slot. */
    public WantedTags and(TagPath path) {
        List<TagPath> more = new ArrayList<>(paths);
        more.add(path);
        return new WantedTags(List.copyOf(more), fullWalk);
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

    private static final class Draft {
        private int slot = NONE;
        private final Map<Integer, Draft> children = new TreeMap<>();
    }

    private static Draft draft(List<TagPath> paths) {
        Draft root = new Draft();
        for (int slot = 0; slot < paths.size(); slot++) {
            TagPath path = paths.get(slot);
            Draft at = root;
            for (int level = 0; level < path.depth(); level++) {
                at = at.children.computeIfAbsent(ordered(path.tag(level)), tag -> new Draft());
            }
            if (at.slot == NONE) {
                at.slot = slot;
            }
        }
        return root;
    }

    private static int compile(Draft draft, List<Node> built, int[] entryCount) {
        Node node = new Node(draft.children.size(), entryCount[0], built.isEmpty());
        entryCount[0] += draft.children.size();
        int index = built.size();
        built.add(node);
        int at = 0;
        for (Map.Entry<Integer, Draft> child : draft.children.entrySet()) {
            int tag = ordered(child.getKey());
            node.orderedTags[at] = child.getKey();
            node.slots[at] = child.getValue().slot;
            node.vrs[at] = Dictionary.vr(tag);
            node.children[at] =
                    child.getValue().children.isEmpty() ? NONE : compile(child.getValue(), built, entryCount);
            at++;
        }
        return index;
    }
}
