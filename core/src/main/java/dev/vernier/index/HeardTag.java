package dev.vernier.index;

import dev.vernier.dicom.ElementValue;
import java.util.ArrayList;
import java.util.List;

/** A tag at a place of the data set, and the steps of paths that it may be. One thread. */
final class HeardTag {

    private final List<Meaning> names = new ArrayList<>();
    private final List<Meaning> values = new ArrayList<>();
    private final List<Meaning> sequences = new ArrayList<>();

    /** What the tag is to a step: in this block, or the name of the one who reserves it. */
    private record Meaning(PathStep step, int block) {}

    /** Takes the values of columns. */
    @FunctionalInterface
    interface Taker {
        void take(int column, ElementValue value);
    }

    void addName(PathStep step, int block) {
        names.add(new Meaning(step, block));
    }

    void add(PathStep step, int block) {
        (step.next() == null ? values : sequences).add(new Meaning(step, block));
    }

    /** The steps that are looked for in its items. */
    List<PathStep> inside() {
        return sequences.stream().map(meaning -> meaning.step.next()).toList();
    }

    void value(ElementValue value, Taker taker) {
        for (int i = 0; i < names.size(); i++) {
            Meaning name = names.get(i);
            name.step.reserve(name.block, value);
        }
        for (int i = 0; i < values.size(); i++) {
            Meaning meant = values.get(i);
            if (meant.step.isTaken(meant.block)) {
                taker.take(meant.step.column(), value);
            }
        }
    }

    void beginItem(int item) {
        for (int i = 0; i < sequences.size(); i++) {
            Meaning meant = sequences.get(i);
            meant.step.beginItem(meant.block, item);
        }
    }
}
