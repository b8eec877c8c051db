package dev.vernier.synth;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides everything whose truth depends on the data set as a whole: domains, volumes, difficulties, spacings.
 *
 * <p>Cost: linear in the number of series. Thread rule: one thread.
 */
final class DatasetPlan {
    private static final double VOLUME_SHARE = 0.07;

    private final SynthOptions options;
    private final SeededRandom random;
    private final List<Draft> drafts = new ArrayList<>();

    private DatasetPlan(SynthOptions options) {
        this.options = options;
        this.random = new SeededRandom(options.seed(), -1);
    }

    /** The plan of every series; the same options but for {@code threads} give the same plan. */
    static List<SeriesPlan> of(SynthOptions options) {
        DatasetPlan plan = new DatasetPlan(options);
        plan.shareOutDomains();
        plan.chooseVolumes();
        for (Planted kind : Planted.values()) {
            plan.plant(kind);
        }
        for (Domain domain : options.profile().domains()) {
            plan.chooseSpacings(domain);
        }
        return plan.finish();
    }

    private void shareOutDomains() {
        List<Domain> domains = options.profile().domains();
        int[] counts = Apportionment.of(
                options.series(),
                domains.stream().mapToInt(Domain::sharePercent).toArray());
        for (int i = 0; i < counts.length; i++) {
            for (int n = 0; n < counts[i]; n++) {
                drafts.add(new Draft(domains.get(i)));
            }
        }
        random.shuffle(drafts);
    }

    private void chooseVolumes() {
        List<Draft> candidates = shuffledDrafts();
        int volumes = (int) Math.round(VOLUME_SHARE * options.series());
        candidates.subList(0, volumes).forEach(draft -> draft.volume = true);
    }

    private void plant(Planted kind) {
        Map<Domain, Integer> votes = new IdentityHashMap<>();
        drafts.stream().filter(Draft::votes).forEach(draft -> votes.merge(draft.domain, 1, Integer::sum));
        int left = kind.quota(options.series());
        for (Draft draft : shuffledDrafts()) {
            // A domain keeps a vote: the median of none is unknown.
            boolean spared = kind != Planted.NO_PIXEL_SPACING || votes.merge(draft.domain, 0, Integer::sum) > 1;
            if (left > 0 && spared && kind.fits(draft.planted, draft.volume)) {
                draft.planted.add(kind);
                left--;
                if (!draft.votes()) {
                    votes.merge(draft.domain, -1, Integer::sum);
                }
            }
        }
    }

    private void chooseSpacings(Domain domain) {
        List<Draft> voting = new ArrayList<>();
        for (Draft draft : drafts) {
            if (draft.domain == domain && draft.votes()) {
                voting.add(draft);
            } else if (draft.domain == domain) {
                draft.xMm = MedianValues.any(domain.inPlane(), random);
                draft.yMm = draft.xMm;
                draft.zMm = MedianValues.any(domain.slice(), random);
            }
        }
        random.shuffle(voting);
        MedianValues.InPlane inPlane = MedianValues.inPlane(domain.inPlane(), voting.size(), random);
        List<Double> slice = MedianValues.around(domain.slice(), voting.size(), random);
        for (int i = 0; i < voting.size(); i++) {
            voting.get(i).xMm = inPlane.xMm().get(i);
            voting.get(i).yMm = inPlane.yMm().get(i);
            voting.get(i).zMm = slice.get(i);
        }
    }

    private List<SeriesPlan> finish() {
        List<SeriesPlan> plans = new ArrayList<>(drafts.size());
        for (Draft draft : drafts) {
            int number = plans.size();
            SeededRandom own = new SeededRandom(options.seed(), number);
            plans.add(new SeriesPlan(
                    number,
                    own.nextLong(),
                    Uid.next(own),
                    draft.domain,
                    draft.volume,
                    Collections.unmodifiableSet(draft.planted),
                    draft.xMm,
                    draft.yMm,
                    draft.zMm,
                    StackPlan.of(draft.planted, options.slices(), own)));
        }
        return plans;
    }

    private List<Draft> shuffledDrafts() {
        List<Draft> shuffled = new ArrayList<>(drafts);
        random.shuffle(shuffled);
        return shuffled;
    }

    /** A series that is not decided yet. */
    private static final class Draft {
        final Domain domain;
        final Set<Planted> planted = EnumSet.noneOf(Planted.class);
        boolean volume;
        double xMm;
        double yMm;
        double zMm;

        Draft(Domain domain) {
            this.domain = domain;
        }

        boolean votes() {
            return !planted.contains(Planted.NO_PIXEL_SPACING);
        }
    }
}
