package dev.vernier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A small archive on disk for tests of the façade, and everything a report says of it as text. */
final class Archive {

    private final Path root;

    Archive(Path root) {
        this.root = root;
    }

    Path root() {
        return root;
    }

    VoxelSpacing.Builder scan() {
        return VoxelSpacing.builder().root(root);
    }

    /** A series of three slices in a folder of its name, each changed in the same way. */
    Archive series(String uid, double gap, Function<DicomFile, DicomFile> change) throws IOException {
        return series(uid, uid, DicomFile.stack(3, gap), change);
    }

    Archive series(String folder, String uid, List<DicomFile> files, Function<DicomFile, DicomFile> change)
            throws IOException {
        List<DicomFile> changed = new ArrayList<>();
        for (DicomFile file : files) {
            changed.add(change.apply(file.series(uid)));
        }
        DicomFile.writeAll(root.resolve(folder), changed);
        return this;
    }

    Path catalog(String text) throws IOException {
        return Files.writeString(root.resolveSibling("catalog.csv"), text);
    }

    static Map<String, DomainReport> domains(SpacingReport report) {
        Map<String, DomainReport> domains = new TreeMap<>();
        report.domains().forEach(domain -> domains.put(domain.domain(), domain));
        return domains;
    }

    static SeriesReport series(SpacingReport report, String uid) {
        return report.series().stream()
                .filter(series -> series.seriesUid().equals(uid))
                .findFirst()
                .orElseThrow();
    }

    /** Findings as "series path code", without details. */
    static List<String> findings(SpacingReport report) {
        return report.findings().stream()
                .map(finding -> finding.seriesUid() + " " + finding.path() + " " + finding.code())
                .toList();
    }

    /** All a report says, but for what it cost and where the roots are. */
    static String text(SpacingReport report) {
        return report.series().stream().map(Object::toString).collect(Collectors.joining("\n"))
                + "\n" + report.files()
                + "\n" + report.domains()
                + "\n" + report.all()
                + "\n" + report.findings()
                + "\n" + report.findingCounts()
                + "\n" + report.inCatalogNotOnDisk()
                + "\n" + report.onDiskNotInCatalog();
    }
}
