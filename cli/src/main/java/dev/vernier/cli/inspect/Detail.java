package dev.vernier.cli.inspect;

/** How much is shown. */
public enum Detail {
    /** What fits some screens, whatever the size of the input; what is left out is said. */
    BOUNDED(40, 8, 30, 50, 5),
    /** Everything. */
    ALL(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

    private final int stacks;
    private final int clusters;
    private final int gapLines;
    private final int series;
    private final int problems;

    Detail(int stacks, int clusters, int gapLines, int series, int problems) {
        this.stacks = stacks;
        this.clusters = clusters;
        this.gapLines = gapLines;
        this.series = series;
        this.problems = problems;
    }

    int stacks() {
        return stacks;
    }

    int clusters() {
        return clusters;
    }

    int gapLines() {
        return gapLines;
    }

    int series() {
        return series;
    }

    int problems() {
        return problems;
    }
}
