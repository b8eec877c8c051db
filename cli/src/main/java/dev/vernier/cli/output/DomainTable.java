package dev.vernier.cli.output;

import dev.vernier.DomainReport;
import dev.vernier.SpacingReport;
import dev.vernier.Target;
import dev.vernier.cli.console.Paint;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The table for people: a line for each domain, then one for all. Used for one table. */
final class DomainTable {

    private static final int MAX_DOMAIN_COLUMNS = 62;

    private final List<DomainReport> lines;
    private final Presentation presentation;
    private final TextTable table = new TextTable();

    private DomainTable(List<DomainReport> lines, Presentation presentation) {
        this.lines = lines;
        this.presentation = presentation;
    }

    /** The table, ending with a line feed. */
    static String of(SpacingReport report, Presentation presentation, Paint paint) {
        List<DomainReport> lines = new ArrayList<>(report.domains());
        lines.add(report.all());
        DomainTable table = new DomainTable(lines, presentation);
        table.addColumns();
        return table.table.withFooter().layOut(paint);
    }

    private void addColumns() {
        table.text(
                "domain",
                MAX_DOMAIN_COLUMNS,
                lines.stream().map(DomainReport::domain).toList());
        addNumbers("series", lines.stream().map(line -> String.valueOf(line.series())));
        addNumbers("voting", lines.stream().map(line -> line.voting() + mark(line)));
        addNumbers("estimated", lines.stream().map(line -> String.valueOf(line.estimated())));
        addTriple("", DomainTriple.MEDIAN);
        if (presentation.target() != Target.MEDIAN) {
            addTriple(presentation.target().label() + " ", DomainTriple.TARGET);
        }
    }

    /** Room for a star in every line as soon as one has it. */
    private String mark(DomainReport line) {
        if (lines.stream().noneMatch(DomainReport::tooFew)) {
            return "";
        }
        return line.tooFew() ? "*" : " ";
    }

    private void addTriple(String prefix, DomainTriple triple) {
        List<String> axes = presentation.order().names(lines.get(0).axes());
        for (int axis = 0; axis < axes.size(); axis++) {
            int index = axis;
            table.lengths(
                    prefix + axes.get(axis),
                    lines.stream()
                            .map(line ->
                                    presentation.order().values(triple.of(line)).get(index))
                            .toList());
        }
    }

    private void addNumbers(String header, Stream<String> cells) {
        table.numbers(header, cells.toList());
    }
}
