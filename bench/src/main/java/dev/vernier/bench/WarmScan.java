package dev.vernier.bench;

import dev.vernier.SpacingReport;
import dev.vernier.VoxelSpacing;
import dev.vernier.dicom.Outcome;
import java.nio.file.Path;

/**
 * What a scan takes in a JVM that is warm, as in a program that embeds the library: the whole scan, listing and analysis included, several
 * times in one JVM. Arguments: FOLDER THREADS PASSES. Prints what {@link WarmPasses} says.
 */
public final class WarmScan {

    private WarmScan() {}

    private record Scanned(long files, long failed) implements WarmPasses.Result {}

    public static void main(String[] args) throws Exception {
        VoxelSpacing spacing = VoxelSpacing.builder()
                .root(Path.of(args[0]))
                .threads(Integer.parseInt(args[1]))
                .build();
        WarmPasses.run(Integer.parseInt(args[2]), () -> scanned(spacing.scan()), System.out);
    }

    private static Scanned scanned(SpacingReport report) {
        long dicom = report.files(Outcome.OK) + report.files(Outcome.NO_GEOMETRY) + report.files(Outcome.NO_SERIES);
        return new Scanned(report.filesSeen(), report.filesSeen() - dicom);
    }
}
