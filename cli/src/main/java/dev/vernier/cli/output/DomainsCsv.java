package dev.vernier.cli.output;

import dev.vernier.DomainReport;
import dev.vernier.Numbers;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code domains.csv}: a row for each domain, by name. Columns end with _x, _y, _z whatever the axes; the last column
 * names these. Stateless.
 */
public final class DomainsCsv {

    private DomainsCsv() {}

    /** Writes the domains, which come by name, and leaves the writer open. */
    public static void write(Iterable<DomainReport> domains, AxisOrder order, Writer writer) throws IOException {
        CsvRows rows = new CsvRows(writer);
        rows.add(header(order));
        for (DomainReport domain : domains) {
            rows.add(row(domain, order));
        }
        rows.finish();
    }

    private static List<String> header(AxisOrder order) {
        List<String> header = new ArrayList<>(List.of("domain", "series", "voting", "estimated"));
        for (DomainTriple triple : DomainTriple.values()) {
            order.axes().forEach(axis -> header.add(triple.label() + "_" + axis));
        }
        header.add("too_few");
        header.add("axes");
        return header;
    }

    private static List<String> row(DomainReport domain, AxisOrder order) {
        List<String> row = new ArrayList<>();
        row.add(domain.domain());
        row.add(String.valueOf(domain.series()));
        row.add(String.valueOf(domain.voting()));
        row.add(String.valueOf(domain.estimated()));
        for (DomainTriple triple : DomainTriple.values()) {
            order.values(triple.of(domain)).forEach(mm -> row.add(Numbers.format(mm)));
        }
        row.add(String.valueOf(domain.tooFew()));
        row.add(domain.axes().label());
        return row;
    }
}
