package dev.vernier.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command that has only commands. */
@Command(
        name = "vernier",
        description =
                "Finds the voxel spacings of DICOM archives: one spacing (x, y, z) for every series, and the median"
                        + " of every domain, which is a group of series acquired alike.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        usageHelpWidth = 100,
        footer = {
            "",
            "Examples:",
            "  vernier demo                                  see what it does, on a small synthetic archive",
            "  vernier scan /data/archive                    one domain for each DICOM Modality",
            "  vernier scan /data/archive --catalog train.csv --domain Modality",
            "                                                domains from a column of a CSV file",
            "  vernier scan /data/archive --domain Manufacturer,ManufacturerModelName --out results",
            "  vernier inspect /data/archive/series1         why this spacing, gap by gap; or of one file, what was read",
            "  vernier index /data/archive --tags PatientID,PixelSpacing -o headers.parquet",
            "                                                any header tags, a row a file",
            "  vernier scan --help                           every option explained"
        })
final class VernierCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Which command? scan, index, inspect, synth, demo, cache, completion or man");
    }
}
