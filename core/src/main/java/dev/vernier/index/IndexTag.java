package dev.vernier.index;

import dev.vernier.dicom.TagPath;
import dev.vernier.dicom.Vr;
import java.util.List;

/**
 * A tag to be indexed: one column.
 *
 * @param name of the column: the path by keywords, or by numbers where there are none
 * @param steps the sequences it lies in, outermost first, and the tag itself
 * @param vr the value representation to expect; {@link Vr#UNKNOWN} leaves it to the file
 * @param list whether a file may have several values
 */
public record IndexTag(String name, List<Step> steps, int vr, boolean list) {

    /**
     * Keeps its own copies.
     *
     * @throws IllegalArgumentException if there are no steps, or more than a path may have
     */
    public IndexTag {
        steps = List.copyOf(steps);
        path(steps);
    }

    /**
     * A tag of a path.
     *
     * @param tag its number; of a private one with a creator, that in the creator's first block, 10
     * @param creator whose tag it is (PS3.5 §7.8.1), null where the tag is meant as it stands
     * @param item the item of this sequence that is meant, from 1; 0 for the first one that has what is looked for
     */
    public record Step(int tag, String creator, int item) {}

    /** Where it is, if private blocks are the first of their group. */
    TagPath path() {
        return path(steps);
    }

    private static TagPath path(List<Step> steps) {
        return TagPath.of(steps.stream().mapToInt(Step::tag).toArray());
    }

    /** What a value is. */
    public ValueType type() {
        return ValueType.of(vr);
    }
}
