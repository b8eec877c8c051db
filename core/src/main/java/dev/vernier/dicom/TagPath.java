package dev.vernier.dicom;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * Where an element stands: the tags of the sequences around it, outermost first, and its own tag last. A path matches at
 * its own level only, so {@code PixelSpacing} never means one inside a sequence. Immutable.
 */
public final class TagPath {

    private static final int MAX_DEPTH = 16;

    private final int[] tags;

    private TagPath(int[] tags) {
        this.tags = tags;
    }

    /**
     * A path of at least one tag.
     *
     * @throws IllegalArgumentException if there is none, or more than 16
     */
    public static TagPath of(int... tags) {
        if (tags.length == 0 || tags.length > MAX_DEPTH) {
            throw new IllegalArgumentException("a tag path has 1 to " + MAX_DEPTH + " tags, not " + tags.length);
        }
        return new TagPath(tags.clone());
    }

    /**
     * Reads a path written with slashes: {@code SharedFunctionalGroupsSequence/PixelMeasuresSequence/PixelSpacing}, or with
     * numbers: {@code (5200,9229)/(0028,9110)/(0028,0030)}.
     *
     * @throws IllegalArgumentException naming the part that is no keyword and no number
     */
    public static TagPath parse(String text) {
        String[] names = text.strip().split("/", -1);
        int[] tags = new int[names.length];
        for (int i = 0; i < names.length; i++) {
            OptionalInt tag = Dictionary.tag(names[i].strip());
            if (tag.isEmpty()) {
                throw new IllegalArgumentException(
                        "unknown DICOM keyword '" + names[i].strip() + "' (a number such as (0018,0050) always works)");
            }
            tags[i] = tag.getAsInt();
        }
        return of(tags);
    }

    /** Whether the element is in no sequence. */
    public boolean isTopLevel() {
        return tags.length == 1;
    }

    int depth() {
        return tags.length;
    }

    int tag(int level) {
        return tags[level];
    }

    /** The path by numbers: {@code (5200,9229)/(0028,9110)/(0028,0030)}. */
    public String numbers() {
        return Arrays.stream(tags).mapToObj(Tag::toString).collect(Collectors.joining("/"));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TagPath path && Arrays.equals(tags, path.tags);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(tags);
    }

    @Override
    public String toString() {
        return Arrays.stream(tags).mapToObj(Dictionary::name).collect(Collectors.joining("/"));
    }
}
