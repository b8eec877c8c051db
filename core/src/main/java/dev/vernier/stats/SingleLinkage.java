package dev.vernier.stats;

import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Groups tuples that hang together: two agree where they differ by no more than the tolerance in every column, and a
 * group is what agrees directly or by way of others (single-linkage clustering). Groups do not depend on the order of
 * the input.
 *
 * <p>A column's tolerance is {@code max(relative * |smaller|, absolute)}. The two zeros are equal. NaN means missing:
 * it is equal to itself and near to nothing else.
 *
 * <p>O(width · n log n) time where few tuples crowd together; else at most {@link #MAX_WORK} steps more,
 * behind which what is not yet told apart is one group. O(width · n) memory. Stateless; the input is not changed.
 */
public final class SingleLinkage {

    /** About a second: only tuples made on purpose need so many. */
    static final long MAX_WORK = 1L << 27;

    /** What rows that nothing crowds take. */
    private static final long WORK_A_ROW = 1_000;

    private final double[] tuples;
    private final int width;
    private final double[] relative;
    private final double[] absolute;
    /** Group of each row, its numbers in no order. */
    private final int[] groupOf;

    private int groups;
    private long workLeft;

    private SingleLinkage(double[] tuples, int width, double[] relative, double[] absolute) {
        this.tuples = tuples;
        this.width = width;
        this.relative = relative;
        this.absolute = absolute;
        this.groupOf = new int[tuples.length / width];
        this.workLeft = MAX_WORK + WORK_A_ROW * groupOf.length;
    }

    /**
     * Returns the group of each row, numbered from 0 without gaps, in no particular order.
     *
     * @param tuples the rows one after the other, {@code width} values each
     * @param width values per row, at least 1
     * @param relative tolerance of each column as a fraction of the smaller value's magnitude; 0 means none
     * @param absolute tolerance of each column in its own unit; 0 means none
     * @throws IllegalArgumentException if the lengths do not fit together
     */
    public static int[] assign(double[] tuples, int width, double[] relative, double[] absolute) {
        if (width < 1 || tuples.length % width != 0 || relative.length != width || absolute.length != width) {
            throw new IllegalArgumentException(tuples.length + " values are no whole rows of width " + width
                    + " with tolerances for " + relative.length + " and " + absolute.length + " columns");
        }
        SingleLinkage linkage = new SingleLinkage(tuples, width, relative, absolute);
        int[] rows = new int[linkage.groupOf.length];
        Arrays.setAll(rows, i -> i);
        if (rows.length > 0) {
            linkage.cutAndLink(rows);
        }
        return linkage.groupOf;
    }

    /**
     * Rows {@code from} to {@code to}, of which the last {@code columnsDone} columns before {@code column} have no gap.
     */
    private record Part(int from, int to, int column, int columnsDone) {}

    /**
     * Cuts the rows wherever a column has a gap that nothing bridges, until no column has one; what is left is linked
     * pair by pair.
     */
    private void cutAndLink(int[] rows) {
        Deque<Part> parts = new ArrayDeque<>();
        parts.push(new Part(0, rows.length, 0, 0));
        while (!parts.isEmpty()) {
            Part part = parts.pop();
            boolean whole = part.columnsDone == width || part.to - part.from == 1 || workLeft < 0;
            if (whole) {
                link(rows, part.from, part.to);
            } else {
                cut(rows, part, parts);
            }
        }
    }

    private void cut(int[] rows, Part part, Deque<Part> parts) {
        int next = (part.column + 1) % width;
        workLeft -= part.to - part.from;
        if (endsAgree(rows, part.from, part.to, part.column)) {
            parts.push(new Part(part.from, part.to, next, part.columnsDone + 1));
            return;
        }
        workLeft -= 16L * (part.to - part.from); // sorting takes about as many steps
        sort(rows, part.from, part.to, part.column);
        int start = part.from;
        for (int i = start + 1; i < part.to; i++) {
            if (!near(value(rows[i - 1], part.column), value(rows[i], part.column), part.column)) {
                parts.push(new Part(start, i, next, 1));
                start = i;
            }
        }
        boolean uncut = start == part.from;
        parts.push(new Part(start, part.to, next, uncut ? part.columnsDone + 1 : 1));
    }

    /** Whether all values of a column are near to each other, so that it cuts nothing. */
    private boolean endsAgree(int[] rows, int from, int to, int column) {
        double min = value(rows[from], column);
        double max = min;
        for (int i = from + 1; i < to; i++) {
            double next = value(rows[i], column);
            min = Double.compare(next, min) < 0 ? next : min;
            max = Double.compare(next, max) > 0 ? next : max; // NaN is the largest
        }
        return near(min, max, column);
    }

    private void sort(int[] rows, int from, int to, int column) {
        IntArrays.quickSort(rows, from, to, (a, b) -> Double.compare(value(a, column), value(b, column)));
    }

    /** Groups rows that no single column tells apart. */
    private void link(int[] rows, int from, int to) {
        int widest = widest(rows, from, to);
        if (widest < 0) {
            for (int i = from; i < to; i++) {
                groupOf[rows[i]] = groups;
            }
            groups++;
            return;
        }
        IntArrays.quickSort(rows, from, to, (a, b) -> compareFrom(widest, a, b));
        int[] parent = new int[to - from];
        Arrays.setAll(parent, i -> i);
        for (int i = 1; i < parent.length; i++) {
            int j = i - 1;
            while (j >= 0 && near(value(rows[from + j], widest), value(rows[from + i], widest), widest)) {
                if (--workLeft < 0) {
                    Arrays.fill(parent, 0); // too crowded to tell apart
                    number(rows, from, parent);
                    return;
                }
                if (root(parent, i) != root(parent, j) && agree(rows[from + j], rows[from + i])) {
                    parent[root(parent, i)] = root(parent, j);
                }
                j--;
            }
        }
        number(rows, from, parent);
    }

    private void number(int[] rows, int from, int[] parent) {
        int[] numberOf = new int[parent.length];
        Arrays.fill(numberOf, -1);
        for (int i = 0; i < parent.length; i++) {
            int root = root(parent, i);
            if (numberOf[root] < 0) {
                numberOf[root] = groups++;
            }
            groupOf[rows[from + i]] = numberOf[root];
        }
    }

    private static int root(int[] parent, int row) {
        int at = row;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    /**
     * The column whose ends are furthest from agreeing, as multiples of its tolerance; -1 where the ends of every
     * column agree.
     */
    private int widest(int[] rows, int from, int to) {
        int widest = -1;
        double most = 1;
        for (int column = 0; column < width; column++) {
            double min = value(rows[from], column);
            double max = min;
            for (int i = from + 1; i < to; i++) {
                min = Math.min(min, value(rows[i], column)); // no column of a part mixes NaN with numbers
                max = Math.max(max, value(rows[i], column));
            }
            if (!near(min, max, column)) {
                double ratio = (max - min) / tolerance(min, max, column);
                if (widest < 0 || ratio > most) {
                    widest = column;
                    most = ratio;
                }
            }
        }
        return widest;
    }

    /** By one column first, so that what is counted of the comparisons does not depend on the order of the input. */
    private int compareFrom(int first, int a, int b) {
        int order = Double.compare(value(a, first), value(b, first));
        for (int column = 0; column < width && order == 0; column++) {
            order = Double.compare(value(a, column), value(b, column));
        }
        return order;
    }

    private boolean agree(int a, int b) {
        for (int column = 0; column < width; column++) {
            double first = value(a, column);
            double second = value(b, column);
            if (!near(Math.min(first, second), Math.max(first, second), column)) {
                return false;
            }
        }
        return true;
    }

    private boolean near(double smaller, double larger, int column) {
        return Double.compare(smaller, larger) == 0 || larger - smaller <= tolerance(smaller, larger, column);
    }

    private double tolerance(double smaller, double larger, int column) {
        return Math.max(relative[column] * Math.min(Math.abs(smaller), Math.abs(larger)), absolute[column]);
    }

    private double value(int row, int column) {
        return tuples[row * width + column] + 0.0; // -0.0 + 0.0 is 0.0
    }
}
