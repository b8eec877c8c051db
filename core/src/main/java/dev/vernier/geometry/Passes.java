package dev.vernier.geometry;

import dev.vernier.geometry.StackPositions.Pass;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * Tells the acquisitions of a stack apart: contrast phases, time points and b-values whose grids are shifted against
 * each other (spacing.md §3.6). O(n log n); independent of the order of the images. Used once.
 */
final class Passes {

    private static final int LEAST_POSITIONS = 3;
    private static final int LEAST_GROUPS = 3;
    private static final double JITTER_SHARE = 1.0 / 3;
    private static final double THICKNESS_SHARE = 0.5;
    private static final double WIDER = 1 + SpacingRules.ROUNDING;

    private final double[] alongMm;
    private final double declaredMm;
    private final double thicknessMm;
    private final StackTolerances tolerances;
    private final StackPositions whole;

    /**
     * The images of a stack.
     *
     * @param alongMm where they lie, at least one
     * @param declaredMm SpacingBetweenSlices, NaN if unknown
     * @param thicknessMm SliceThickness, NaN if unknown
     */
    Passes(double[] alongMm, double declaredMm, double thicknessMm, StackTolerances tolerances) {
        this.alongMm = alongMm;
        this.declaredMm = declaredMm;
        this.thicknessMm = thicknessMm;
        this.tolerances = tolerances;
        int[] all = new int[alongMm.length];
        Arrays.setAll(all, i -> i);
        this.whole = single(new Pass(SlicePositions.of(alongMm, tolerances), all));
    }

    /** What the positions say if they are one acquisition. */
    StackPositions whole() {
        return whole;
    }

    /**
     * What they say once acquisitions are told apart.
     *
     * @param numbers of acquisitions by the place of the image, NaN where it has none; the first that tells them apart
     *     counts
     */
    StackPositions apart(List<IntToDoubleFunction> numbers) {
        if (whole.status() == Status.REGULAR || whole.status() == Status.SINGLE_SLICE) {
            return whole;
        }
        for (IntToDoubleFunction number : numbers) {
            StackPositions found = byNumber(number);
            if (found != null) {
                return found;
            }
        }
        StackPositions grouped = byNearness();
        return grouped == null ? whole : grouped;
    }

    private StackPositions single(Pass pass) {
        if (pass.positions().count() < 2) {
            return new StackPositions(
                    List.of(pass), null, Status.SINGLE_SLICE, pass.positions().maxRepeats());
        }
        SliceGaps gaps = new SliceGaps(pass.positions().sortedGaps(), declaredMm, tolerances);
        return new StackPositions(
                List.of(pass), gaps, gaps.status(), pass.positions().maxRepeats());
    }

    /** Null if the number tells nothing apart. */
    private StackPositions byNumber(IntToDoubleFunction number) {
        List<Pass> passes = passes(number);
        if (passes.size() < 2) {
            return null;
        }
        Status status = Status.REGULAR;
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (Pass pass : passes) {
            StackPositions alone = single(pass);
            if (alone.status() != Status.REGULAR && alone.status() != Status.MISSING_SLICES) {
                return null;
            }
            status = alone.status() == Status.MISSING_SLICES ? Status.MISSING_SLICES : status;
            least = Math.min(least, alone.zMm());
            most = Math.max(most, alone.zMm());
        }
        if (most > least + tolerances.aroundMm(least) || !eachReachesIntoAnother(passes)) {
            return null;
        }
        SliceGaps gaps = new SliceGaps(gapsOf(passes), declaredMm, tolerances);
        return isInterleaved(passes.size(), gaps.zMm())
                ? whole
                : new StackPositions(passes, gaps, status, maxRepeats(passes));
    }

    /** The images with one number each that have three positions or more, by number. */
    private List<Pass> passes(IntToDoubleFunction number) {
        int[] order = whole.passes().get(0).images().clone();
        IntArrays.mergeSort(order, (a, b) -> Double.compare(number.applyAsDouble(a), number.applyAsDouble(b)));
        List<Pass> passes = new ArrayList<>();
        for (int from = 0, to; from < order.length; from = to) {
            double value = number.applyAsDouble(order[from]);
            to = from + 1;
            while (to < order.length && number.applyAsDouble(order[to]) == value) {
                to++;
            }
            if (!Double.isNaN(value) && to - from >= LEAST_POSITIONS) {
                int[] images = Arrays.copyOfRange(order, from, to);
                double[] along = new double[images.length];
                Arrays.setAll(along, i -> alongMm[images[i]]);
                SlicePositions positions = SlicePositions.of(along, tolerances);
                if (positions.count() >= LEAST_POSITIONS) {
                    passes.add(new Pass(positions, images));
                }
            }
        }
        return passes;
    }

    /** Passes of one region overlap; the stations of a table that moves on do not. */
    private static boolean eachReachesIntoAnother(List<Pass> passes) {
        List<SlicePositions> byStart = new ArrayList<>();
        passes.forEach(pass -> byStart.add(pass.positions()));
        byStart.sort((a, b) -> Double.compare(a.firstMm(), b.firstMm()));
        double furthest = Double.NEGATIVE_INFINITY; // that any before reaches
        for (int i = 0; i < byStart.size(); i++) {
            SlicePositions pass = byStart.get(i);
            boolean before = furthest > pass.firstMm();
            boolean behind = i + 1 < byStart.size() && byStart.get(i + 1).firstMm() < pass.lastMm();
            if (!before && !behind) {
                return false;
            }
            furthest = Math.max(furthest, pass.lastMm());
        }
        return true;
    }

    /** Most images of passes at one position, those of one pass and of several. */
    private int maxRepeats(List<Pass> passes) {
        double[] along = passes.stream()
                .flatMapToDouble(pass -> Arrays.stream(pass.images()).mapToDouble(image -> alongMm[image]))
                .toArray();
        return SlicePositions.of(along, tolerances).maxRepeats();
    }

    private static double[] gapsOf(List<Pass> passes) {
        double[] gaps = passes.stream()
                .flatMapToDouble(pass -> Arrays.stream(pass.positions().sortedGaps()))
                .toArray();
        Arrays.sort(gaps);
        return gaps;
    }

    /** Whether the passes are the interleaved slices of one volume with a hole. */
    private boolean isInterleaved(int passes, double zOfPassesMm) {
        return whole.status() == Status.MISSING_SLICES
                && Math.abs(whole.zMm() * passes - zOfPassesMm) <= tolerances.aroundMm(zOfPassesMm);
    }

    /**
     * Makes positions one that lie together, where the gaps between groups are far larger than those inside; null if
     * there are none.
     */
    private StackPositions byNearness() {
        double[] distinct = whole.passes().get(0).positions().distinctMm();
        double[] gaps = whole.passes().get(0).positions().sortedGaps();
        for (int i = gaps.length - 1; i > 0; i--) {
            if (gaps[i - 1] <= gaps[i] * JITTER_SHARE * WIDER) {
                double[] firsts = groups(distinct, gaps[i]);
                if (firsts != null) {
                    return grouped(firsts);
                }
            }
        }
        return null;
    }

    /**
     * The smallest position of each group that gaps of a length cut; null if they are no groups of one position each.
     */
    private double[] groups(double[] distinct, double cutMm) {
        double mostMm = cutMm * JITTER_SHARE;
        if (!Double.isNaN(thicknessMm)) {
            mostMm = Math.min(mostMm, thicknessMm * THICKNESS_SHARE);
        }
        double[] firsts = new double[distinct.length];
        int groups = 0;
        int several = 0;
        for (int from = 0, to; from < distinct.length; from = to) {
            to = from + 1;
            while (to < distinct.length && distinct[to] - distinct[to - 1] < cutMm) {
                to++;
            }
            if (distinct[to - 1] - distinct[from] > mostMm * WIDER) {
                return null;
            }
            firsts[groups++] = distinct[from];
            several += to - from > 1 ? 1 : 0;
        }
        return groups >= LEAST_GROUPS && 2 * several >= groups ? Arrays.copyOf(firsts, groups) : null;
    }

    private StackPositions grouped(double[] firsts) {
        int[] images = new int[firsts.length];
        for (double along : alongMm) {
            int found = Arrays.binarySearch(firsts, along);
            images[found >= 0 ? found : -found - 2]++;
        }
        int maxRepeats = Arrays.stream(images).max().orElse(1);
        SlicePositions positions = new SlicePositions(firsts, alongMm.length, maxRepeats);
        return single(new Pass(positions, whole.passes().get(0).images()));
    }
}
