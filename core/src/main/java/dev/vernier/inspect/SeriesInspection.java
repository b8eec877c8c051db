package dev.vernier.inspect;

import dev.vernier.geometry.SeriesExplanation;
import dev.vernier.geometry.SeriesSpacing;
import dev.vernier.geometry.SeriesTally;
import dev.vernier.geometry.SpacingRules;
import java.util.List;

/**
 * One series of a folder. Immutable; what is asked of it is worked out anew each time, in O(n log n).
 */
public final class SeriesInspection {

    private final SeriesTally tally;
    private final SpacingRules rules;
    private final int labelCount;

    SeriesInspection(SeriesTally tally, SpacingRules rules, int labelCount) {
        this.tally = tally;
        this.rules = rules;
        this.labelCount = labelCount;
    }

    /** SeriesInstanceUID (0020,000E), as the file has it. */
    public String seriesUid() {
        return tally.seriesUid();
    }

    /** The first folder, by name, that holds a file of the series: below the folder inspected, empty for that one. */
    public String folder() {
        return tally.folder();
    }

    /** Files that name the series, but were cut short or broken. */
    public long unreadableFiles() {
        return tally.unreadableFiles();
    }

    /** Modality, Manufacturer, ManufacturerModelName and ProtocolName: what most files say, empty where they say nothing. */
    public List<String> labels() {
        return tally.labels(labelCount);
    }

    /** What a scan answers. */
    public SeriesSpacing spacing() {
        return tally.analyse(rules);
    }

    /** How that came about. */
    public SeriesExplanation explain() {
        return tally.explain(rules);
    }
}
