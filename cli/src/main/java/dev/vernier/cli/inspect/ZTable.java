package dev.vernier.cli.inspect;

import dev.vernier.cli.output.TextTable;
import dev.vernier.geometry.Flag;
import dev.vernier.geometry.StackExplanation;
import dev.vernier.geometry.ZSource;
import java.util.List;
import java.util.Locale;

/** The rules that z could be taken from, what each gives, and why the one was taken. Stateless. */
final class ZTable {

    private static final int MOST_NOTE_COLUMNS = 90;

    private ZTable() {}

    static void print(StackExplanation stack, Page page) {
        ZSource measured = switch (stack.zSource()) {
            case GRID_FRAME_OFFSET, SLICE_LOCATION -> stack.zSource();
            default -> ZSource.POSITIONS;
        };
        List<ZSource> sources = List.of(measured, ZSource.SPACING_BETWEEN_SLICES, ZSource.SLICE_THICKNESS);
        page.table(new TextTable()
                .text("z by", sources.stream().map(ZSource::label).toList())
                .lengths(
                        "mm",
                        List.of(stack.measuredSpacingMm(), stack.declaredSpacingMm(), stack.declaredThicknessMm()))
                .text(
                        "",
                        MOST_NOTE_COLUMNS,
                        sources.stream().map(source -> note(stack, source)).toList()));
    }

    private static String note(StackExplanation stack, ZSource source) {
        if (source == stack.zSource()) {
            return "TAKEN: " + stack.zReason().meaning();
        }
        return switch (source) {
            case SPACING_BETWEEN_SLICES -> spacing(stack);
            case SLICE_THICKNESS -> Double.isNaN(stack.declaredThicknessMm()) ? "not stated" : "";
            default -> Double.isNaN(stack.measuredSpacingMm()) ? "nothing to measure" : "";
        };
    }

    private static String spacing(StackExplanation stack) {
        if (Double.isNaN(stack.declaredSpacingMm())) {
            return "not stated";
        }
        if (Double.isNaN(stack.measuredSpacingMm())) {
            return "";
        }
        if (!stack.flags().contains(Flag.DECLARED_MISMATCH)) {
            return "agrees with the positions";
        }
        double percent = 100 * Math.abs(stack.declaredSpacingMm() / stack.measuredSpacingMm() - 1);
        return String.format(Locale.ROOT, "differs from the positions by %.1f %%", percent);
    }
}
