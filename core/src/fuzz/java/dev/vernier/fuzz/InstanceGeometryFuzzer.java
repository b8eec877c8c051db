package dev.vernier.fuzz;

import dev.vernier.dicom.HeaderParser;
import dev.vernier.dicom.Outcome;
import dev.vernier.dicom.TagPath;
import dev.vernier.geometry.InstanceGeometry;
import dev.vernier.geometry.SeriesSpacing;
import dev.vernier.geometry.SeriesTally;
import dev.vernier.geometry.SpacingRules;
import dev.vernier.geometry.ZRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Any bytes as a file, up to the spacing of its series: functional groups, frames, mosaics and dose grids are judged without
 * an exception, spacings are positive or unknown, and a holder that saw other files before judges as a fresh one does. The
 * input's last byte chooses the rules.
 */
public final class InstanceGeometryFuzzer {

    private static final List<TagPath> LABELS = List.of(
            TagPath.parse("Modality"),
            TagPath.parse("Manufacturer"),
            TagPath.parse("Rows"),
            TagPath.parse("PatientName"));
    private static final ZRule[] Z_RULES = ZRule.values();
    private static final HeaderParser PARSER = new HeaderParser();
    private static final InstanceGeometry[] REUSED = new InstanceGeometry[2 * Z_RULES.length];

    static {
        for (int i = 0; i < REUSED.length; i++) {
            REUSED[i] = new InstanceGeometry(rules(i), LABELS);
        }
    }

    private InstanceGeometryFuzzer() {}

    private static SpacingRules rules(int choice) {
        return SpacingRules.DEFAULT.withZRule(Z_RULES[choice / 2]).withDetectorSpacing(choice % 2 != 0);
    }

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] data) {
        int choice = data.length == 0 ? 0 : (data[data.length - 1] & 0xFF) % REUSED.length;
        String reused = judge(data, REUSED[choice], rules(choice));
        String fresh = judge(data, new InstanceGeometry(rules(choice), LABELS), rules(choice));
        if (!reused.equals(fresh)) {
            throw new AssertionError("reused: " + reused + "\n fresh: " + fresh);
        }
    }

    private static String judge(byte[] data, InstanceGeometry geometry, SpacingRules rules) {
        TinyWindow file = new TinyWindow(data, 64);
        geometry.begin();
        Outcome outcome;
        try {
            outcome = geometry.finish(PARSER.parse(file, geometry.wanted(), geometry), PARSER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (outcome != Outcome.OK && outcome != Outcome.NO_GEOMETRY || !geometry.hasSeries()) {
            return outcome.name();
        }
        SeriesTally tally = new SeriesTally(geometry.seriesUid());
        tally.add(geometry, "folder", Path.of("name"));
        SeriesSpacing spacing =
                tally.merge(new SeriesTally(geometry.seriesUid())).analyse(rules);
        check(spacing);
        return outcome + " " + spacing + tally.labels(LABELS.size());
    }

    private static void check(SeriesSpacing spacing) {
        boolean lengths = isLength(spacing.x()) && isLength(spacing.y()) && isLength(spacing.z());
        boolean known = !Double.isNaN(spacing.x()) && !Double.isNaN(spacing.y()) && !Double.isNaN(spacing.z());
        if (!lengths || spacing.votes() && !known || spacing.status() == null || spacing.rows() < 0) {
            throw new AssertionError(spacing.toString());
        }
    }

    private static boolean isLength(double millimetres) {
        return Double.isNaN(millimetres) || millimetres > 0 && millimetres < Double.POSITIVE_INFINITY;
    }
}
