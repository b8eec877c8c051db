package dev.vernier.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vernier.cli.output.AxisOrder;
import dev.vernier.cli.output.DomainsCsv;
import dev.vernier.cli.output.SeriesCsv;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** The columns of Datasets are those of the CSV files. */
class ColumnsTest {

    @Test
    void thoseOfSeriesBeginWithThoseOfSeriesCsv() throws IOException {
        StringWriter csv = new StringWriter();
        SeriesCsv.write(List.of(), csv);
        List<String> header = header(csv);

        assertEquals(header, names(SeriesRows.SCHEMA).subList(0, header.size()));
    }

    @Test
    void thoseOfDomainsAreThoseOfDomainsCsv() throws IOException {
        StringWriter csv = new StringWriter();
        DomainsCsv.write(List.of(), AxisOrder.XYZ, csv);

        assertEquals(header(csv), names(DomainRows.SCHEMA));
    }

    private static List<String> header(StringWriter csv) {
        return List.of(csv.toString().strip().split(","));
    }

    private static List<String> names(StructType schema) {
        return Arrays.asList(schema.fieldNames());
    }
}
