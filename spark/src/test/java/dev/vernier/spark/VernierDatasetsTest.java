package dev.vernier.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vernier.AxisSystem;
import dev.vernier.SeriesReport;
import dev.vernier.SpacingReport;
import dev.vernier.VoxelSpacing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Series and domains as Datasets. */
class VernierDatasetsTest {

    @TempDir
    private static Path set;

    private static Dataset<Row> series;
    private static SpacingReport engine;

    @BeforeAll
    static void scan() throws IOException {
        SyntheticArchive.write(set);
        String root = set.resolve("series").toString();
        series = VernierDatasets.series(LocalSpark.session(), List.of(root), DatasetOptions.DEFAULT)
                .persist();
        engine = VoxelSpacing.builder().root(set.resolve("series")).build().scan();
    }

    @Test
    void rowsHoldAllThatReportsSay() {
        List<SeriesReport> reports = series.collectAsList().stream()
                .map(SeriesRows::report)
                .sorted(Comparator.comparing(SeriesReport::seriesUid))
                .toList();

        assertEquals(engine.series(), reports);
    }

    @Test
    void rowsAlongThePatientsAxesHoldAllThatReportsSay() throws IOException {
        DatasetOptions patient = DatasetOptions.DEFAULT.withAxes(AxisSystem.PATIENT);
        Dataset<Row> rows = VernierDatasets.series(
                LocalSpark.session(), List.of(set.resolve("series").toString()), patient);
        List<SeriesReport> reports = rows.collectAsList().stream()
                .map(SeriesRows::report)
                .sorted(Comparator.comparing(SeriesReport::seriesUid))
                .toList();

        assertEquals(
                VoxelSpacing.builder()
                        .root(set.resolve("series"))
                        .axes(AxisSystem.PATIENT)
                        .build()
                        .scan()
                        .series(),
                reports);
        assertEquals(
                "patient",
                VernierDatasets.domains(rows, DatasetOptions.DEFAULT).first().getAs("axes"),
                "rows know what they are along");
    }

    @Test
    void domainsOfSomeSeriesAreOfThese() {
        Row domain = VernierDatasets.domains(series.filter("domain = 'CT' and slices > 10"), DatasetOptions.DEFAULT)
                .first();

        long some = engine.series().stream()
                .filter(each -> each.domain().equals("CT") && each.spacing().slices() > 10)
                .count();
        assertEquals(some, domain.<Integer>getAs("series").longValue());
    }

    @Test
    void domainsAreThoseOfTheEngine() {
        List<Object> domains = VernierDatasets.domains(series, DatasetOptions.DEFAULT).collectAsList().stream()
                .map(DomainRows::report)
                .sorted(Comparator.comparing(report -> report.domain()))
                .map(Object.class::cast)
                .toList();

        assertEquals(engine.domains(), domains);
    }
}
