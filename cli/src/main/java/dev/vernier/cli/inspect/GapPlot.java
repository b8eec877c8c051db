package dev.vernier.cli.inspect;

import java.util.Arrays;
import java.util.Locale;

/** Draws gaps as letters: from left to right along the normal, the higher the larger. As wide as a terminal at most. Stateless. */
final class GapPlot {

    private static final int MOST_COLUMNS = 64;
    private static final int LEVELS = 6;
    private static final int LABEL_COLUMNS = 10;

    private GapPlot() {}

    static void draw(GapMarks gaps, Page page) {
        int gapsAColumn = (gaps.size() + MOST_COLUMNS - 1) / MOST_COLUMNS;
        int columns = (gaps.size() + gapsAColumn - 1) / gapsAColumn;
        double largestMm = gaps.largestMm();
        char[][] canvas = new char[LEVELS + 1][columns];
        for (char[] level : canvas) {
            Arrays.fill(level, ' ');
        }
        for (int gap = 0; gap < gaps.size(); gap++) {
            char[] level = canvas[(int) Math.round(gaps.gapMm(gap) / largestMm * LEVELS)];
            int column = gap / gapsAColumn;
            level[column] = rarer(level[column], gaps.mark(gap));
        }
        page.line("");
        for (int level = LEVELS; level >= 0; level--) {
            String label = level % 2 == 0 ? Page.number(round(largestMm * level / LEVELS)) : "";
            page.line(pad(label) + " |" + new String(canvas[level]).stripTrailing());
        }
        page.line(pad("mm") + " +" + "-".repeat(columns));
        page.line(pad("") + "  gaps 1 to " + Page.count(gaps.size()) + " along the normal"
                + (gapsAColumn == 1 ? "" : ", " + gapsAColumn + " a column: the rarest cluster is shown"));
    }

    /** Later letters are of smaller clusters. */
    private static char rarer(char a, char b) {
        boolean keeps = a == GapMarks.OTHER || b != GapMarks.OTHER && a > b;
        return keeps && a != ' ' ? a : b;
    }

    private static double round(double mm) {
        return Math.rint(mm * 1e3) / 1e3;
    }

    private static String pad(String label) {
        return String.format(Locale.ROOT, "%" + LABEL_COLUMNS + "s", label);
    }
}
