package dev.vernier.cli.inspect;

import dev.vernier.cli.output.TextTable;
import java.util.ArrayList;
import java.util.List;

/** Lists the gaps of a stack from end to end: each, or neighbours of one cluster in one line. Used once. */
final class GapList {

    private final GapMarks gaps;
    private final List<String> numbers = new ArrayList<>();
    private final List<String> marks = new ArrayList<>();
    private final List<Double> fromMm = new ArrayList<>();
    private final List<Double> toMm = new ArrayList<>();
    private final List<Double> smallestMm = new ArrayList<>();
    private final List<Double> largestMm = new ArrayList<>();

    private GapList(GapMarks gaps) {
        this.gaps = gaps;
    }

    static void print(GapMarks gaps, Detail detail, Page page) {
        GapList list = new GapList(gaps);
        int listed = 0;
        while (listed < gaps.size() && list.numbers.size() < detail.gapLines()) {
            int end = detail == Detail.ALL ? listed + 1 : list.endOfRun(listed);
            list.add(listed, end);
            listed = end;
        }
        page.table(list.table());
        if (listed < gaps.size()) {
            page.line("... and " + Page.count(gaps.size() - listed, "more gap") + ": --all shows them");
        }
    }

    private int endOfRun(int from) {
        int end = from + 1;
        while (end < gaps.size() && gaps.areAlike(end, from)) {
            end++;
        }
        return end;
    }

    private void add(int from, int end) {
        double smallest = Double.POSITIVE_INFINITY;
        double largest = 0;
        for (int gap = from; gap < end; gap++) {
            smallest = Math.min(smallest, gaps.gapMm(gap));
            largest = Math.max(largest, gaps.gapMm(gap));
        }
        numbers.add(end - from == 1 ? String.valueOf(end) : from + 1 + " to " + end);
        marks.add(gaps.nameAt(from));
        fromMm.add(gaps.fromMm(from));
        toMm.add(gaps.fromMm(end - 1) + gaps.gapMm(end - 1));
        smallestMm.add(smallest);
        largestMm.add(largest);
    }

    private TextTable table() {
        return new TextTable()
                .numbers("gap", numbers)
                .text("cluster", marks)
                .lengths("from", fromMm)
                .lengths("to", toMm)
                .lengths("smallest", smallestMm)
                .lengths("largest", largestMm);
    }
}
