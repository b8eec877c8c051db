package dev.vernier.cli.output;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import dev.vernier.DomainReport;
import dev.vernier.Numbers;
import dev.vernier.SpacingReport;
import dev.vernier.Target;
import dev.vernier.cli.console.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The table for people: a line for each domain, then one for all. Decimal points stand below each other. Used for one table. */
final class DomainTable {

    private static final String UNKNOWN = "-";
    private static final int MAX_DOMAIN_COLUMNS = 62;

    private final List<DomainReport> lines;
    private final Presentation presentation;
    private final StandIns standIns = new StandIns();
    private final List<Column> columns = new ArrayList<>();
    private final List<List<String>> cellsByColumn = new ArrayList<>();

    private DomainTable(List<DomainReport> lines, Presentation presentation) {
        this.lines = lines;
        this.presentation = presentation;
    }

    /** The table, ending with a line feed. */
    static String of(SpacingReport report, Presentation presentation) {
        List<DomainReport> lines = new ArrayList<>(report.domains());
        lines.add(report.all());
        DomainTable table = new DomainTable(lines, presentation);
        table.addColumns();
        return table.layOut();
    }

    private void addColumns() {
        add(
                new Column()
                        .header("domain")
                        .headerAlign(HorizontalAlign.LEFT)
                        .dataAlign(HorizontalAlign.LEFT)
                        .footerAlign(HorizontalAlign.LEFT)
                        .maxWidth(MAX_DOMAIN_COLUMNS),
                lines.stream()
                        .map(line -> standIns.cover(VisibleText.of(line.domain())))
                        .toList());
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
        List<String> axes = presentation.order().axes();
        for (int axis = 0; axis < axes.size(); axis++) {
            int index = axis;
            List<String> numbers = lines.stream()
                    .map(line ->
                            decimal(presentation.order().values(triple.of(line)).get(index)))
                    .toList();
            addNumbers(prefix + axes.get(axis), alignedAtPoint(numbers).stream());
        }
    }

    /** Lengths look like lengths: 5.0, not 5. */
    private static String decimal(double mm) {
        String number = Numbers.format(mm);
        return number.isEmpty() || number.contains(".") ? number : number + ".0";
    }

    private static List<String> alignedAtPoint(List<String> numbers) {
        int widest = numbers.stream().mapToInt(DomainTable::fractionWidth).max().orElse(0);
        return numbers.stream()
                .map(number -> (number.isEmpty() ? UNKNOWN : number) + " ".repeat(widest - fractionWidth(number)))
                .toList();
    }

    private static int fractionWidth(String number) {
        return number.contains(".") ? number.length() - number.indexOf('.') : 0;
    }

    private void addNumbers(String header, Stream<String> cells) {
        Column column = new Column().header(header);
        add(
                column.headerAlign(HorizontalAlign.RIGHT)
                        .dataAlign(HorizontalAlign.RIGHT)
                        .footerAlign(HorizontalAlign.RIGHT),
                cells.toList());
    }

    private void add(Column column, List<String> cells) {
        columns.add(column.footer(cells.get(lines.size() - 1)));
        cellsByColumn.add(cells);
    }

    private String layOut() {
        String[][] data = new String[lines.size() - 1][columns.size()];
        for (int line = 0; line < data.length; line++) {
            for (int column = 0; column < columns.size(); column++) {
                data[line][column] = cellsByColumn.get(column).get(line);
            }
        }
        String table = AsciiTable.builder()
                .border(rulesOnly())
                .lineSeparator("\n")
                .data(columns.toArray(Column[]::new), data)
                .asString();
        return standIns.uncover(table).replaceAll(" +\n", "\n").stripTrailing() + "\n";
    }

    /** A rule below the header and above the last line. No bars: names of domains hold some themselves. */
    private static Character[] rulesOnly() {
        Character[] border = AsciiTable.NO_BORDERS.clone();
        border[8] = '-';
        border[19] = '-';
        return border;
    }
}
