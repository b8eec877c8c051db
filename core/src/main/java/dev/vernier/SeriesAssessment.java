package dev.vernier;

import dev.vernier.dicom.Tag;
import dev.vernier.dicom.TagPath;
import dev.vernier.domain.DomainExpression;
import dev.vernier.geometry.Flag;
import dev.vernier.geometry.SeriesSpacing;
import dev.vernier.geometry.SeriesTally;
import dev.vernier.geometry.SpacingRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Judges one series after another, once all its files are in its tally. Immutable. */
public final class SeriesAssessment {

    private static final int MODALITY = 0;
    private static final int MANUFACTURER = 1;
    private static final int MODEL = 2;
    private static final int PROTOCOL = 3;

    /** Labels that every series is reported with. */
    private static final List<TagPath> SERIES_LABELS = List.of(
            TagPath.of(Tag.MODALITY),
            TagPath.of(Tag.MANUFACTURER),
            TagPath.of(Tag.MANUFACTURER_MODEL_NAME),
            TagPath.of(Tag.PROTOCOL_NAME));

    private final SpacingRules rules;
    private final boolean excludeEstimated;
    private final AxisSystem axes;
    private final DomainExpression domain;
    private final Set<String> rootNames;
    private final List<TagPath> labels;

    /**
     * A series and what it has in common with others of its domain.
     *
     * @param report of the series; its domain is spelt as the series spells it
     * @param domainKey equal for all series of a domain, however they spell it
     */
    public record Placed(SeriesReport report, String domainKey) {}

    /**
     * An assessment by these rules.
     *
     * @param excludeEstimated whether series whose z is only estimated are kept from voting
     * @param axes what spacings are reported along
     * @param domain what makes a domain
     * @param rootNames of the scan, as names of folders begin with them where there are several
     */
    public SeriesAssessment(
            SpacingRules rules,
            boolean excludeEstimated,
            AxisSystem axes,
            DomainExpression domain,
            Set<String> rootNames) {
        this.rules = rules;
        this.excludeEstimated = excludeEstimated;
        this.axes = axes;
        this.domain = domain;
        this.rootNames = Set.copyOf(rootNames);
        this.labels = labels(domain);
    }

    /**
     * The elements whose text tallies must hold: the series' labels, then those of the domain that are not among them.
     */
    public static List<TagPath> labels(DomainExpression domain) {
        List<TagPath> labels = new ArrayList<>(SERIES_LABELS);
        for (TagPath path : domain.dicomTags()) {
            if (!labels.contains(path)) {
                labels.add(path);
            }
        }
        return labels;
    }

    /** Judges a series from its complete tally, which was read with {@link #labels}. */
    public Placed assess(SeriesTally tally) {
        SeriesSpacing spacing = tally.analyse(rules);
        List<String> texts = tally.labels(labels.size());
        List<String> domainTexts = domain.dicomTags().stream()
                .map(tag -> texts.get(labels.indexOf(tag)))
                .toList();
        String folder = tally.folder();
        String belowRoot = Roots.below(rootNames, folder);
        String plane = spacing.plane().label();
        SeriesReport report = new SeriesReport(
                tally.seriesUid(),
                domain.domain(tally.seriesUid(), domainTexts, belowRoot, plane),
                spacing,
                votes(spacing),
                tally.unreadableFiles(),
                texts.get(MODALITY),
                texts.get(MANUFACTURER),
                texts.get(MODEL),
                texts.get(PROTOCOL),
                folder.isEmpty() ? "." : folder,
                axes);
        return new Placed(report, domain.key(tally.seriesUid(), domainTexts, belowRoot, plane));
    }

    /** In a run along the patient's axes, numbers in the order of the array would make a wrong median. */
    private boolean votes(SeriesSpacing spacing) {
        return spacing.votes()
                && !(excludeEstimated && spacing.flags().contains(Flag.ESTIMATED))
                && (axes == AxisSystem.ARRAY || spacing.patientAxes().isKnown());
    }
}
