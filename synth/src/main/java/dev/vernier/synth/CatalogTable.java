package dev.vernier.synth;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes {@code train.csv}, the catalog that says which series is of which domain.
 *
 * <p>Thread rule: stateless.
 */
final class CatalogTable {
    private static final double SHARE_WITH_ANEURYSM = 0.43;
    private static final double SHARE_OF_A_VESSEL = 0.12;

    private CatalogTable() {}

    static void write(Path file, List<SeriesPlan> plans) throws IOException {
        try (CsvWriter csv = TruthTables.open(file)) {
            List<String> header = new ArrayList<>(List.of("SeriesInstanceUID", "PatientAge", "PatientSex", "Modality"));
            header.addAll(RsnaAneurysm.VESSELS);
            header.add("Aneurysm Present");
            csv.writeRecord(header);
            for (SeriesPlan plan : TruthTables.sortedByUid(plans)) {
                csv.writeRecord(row(plan));
            }
        }
    }

    private static List<String> row(SeriesPlan plan) {
        SeededRandom random = plan.randomFor("catalog");
        List<String> row = new ArrayList<>();
        row.add(plan.uid());
        row.add(String.valueOf(random.between(18, 89)));
        row.add(random.chance(0.7) ? "Female" : "Male");
        row.add(plan.domain().label());
        boolean aneurysm = random.chance(SHARE_WITH_ANEURYSM);
        int surelyThere = random.between(0, RsnaAneurysm.VESSELS.size() - 1);
        for (int vessel = 0; vessel < RsnaAneurysm.VESSELS.size(); vessel++) {
            boolean there = aneurysm && (vessel == surelyThere || random.chance(SHARE_OF_A_VESSEL));
            row.add(there ? "1" : "0");
        }
        row.add(aneurysm ? "1" : "0");
        return row;
    }
}
