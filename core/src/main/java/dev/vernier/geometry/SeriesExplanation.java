package dev.vernier.geometry;

import java.util.List;

/**
 * How the spacing of a series came about. Immutable.
 *
 * @param spacing what {@link SeriesTally#analyse} answers
 * @param stacks all stacks that competed: the one that speaks for the series first, then by the order of the competition
 * @param localizersLeftOut images that do not count because they are localizers
 */
public record SeriesExplanation(SeriesSpacing spacing, List<StackExplanation> stacks, int localizersLeftOut) {

    /** Keeps its own copy. */
    public SeriesExplanation {
        stacks = List.copyOf(stacks);
    }
}
