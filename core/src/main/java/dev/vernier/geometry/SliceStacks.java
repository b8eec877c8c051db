package dev.vernier.geometry;

import dev.vernier.geometry.StackMeasurement.Measured;
import dev.vernier.stats.SingleLinkage;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Splits image planes into stacks by size, in-plane spacing and orientation (spacing.md §3.2), and measures each:
 * slices of a series and frames of a volume alike. What lacks spacing or orientation joins a stack that has them. O(n
 * log n); used once.
 */
final class SliceStacks {

    /** Rows, Columns, y, x and six cosines. */
    private static final int WIDTH = 4 + Plane.COSINES;

    private static final int Y = 2;
    private static final long NO_STACK_ID = 0;
    private static final double LEAST_SHARE_OF_THICKNESS = 0.25;
    private static final double LEAST_SLICE_MM = 0.1;
    /** So many stacks that crowd around an image are looked at for it to join: only shapes made on purpose are more. */
    private static final int MOST_HOSTS = 2_000;

    private static final int FIRST_COSINE = 4;

    private final ImagePlanes planes;
    private final SpacingRules rules;
    /** Whether the planes are frames of one volume. */
    private final boolean frames;
    /** Numbers of the shapes that the members have. */
    private final int[] shapes;
    /** Numbers of the planes. */
    private final int[] members;
    /** Of each member, the place of its shape in {@link #shapes}. */
    private final int[] placeOfMember;

    private final double[] tuples;
    /** Group of each shape; groups become stacks. */
    private final int[] groupOf;

    private SliceStacks(ImagePlanes planes, int[] members, boolean frames, SpacingRules rules) {
        this.frames = frames;
        this.planes = planes;
        this.members = members;
        this.rules = rules;
        this.placeOfMember = new int[members.length];
        this.shapes = shapesOf();
        this.tuples = new double[WIDTH * shapes.length];
        for (int i = 0; i < shapes.length; i++) {
            planes.shape(shapes[i]).copyPlaneTo(tuples, WIDTH * i);
        }
        double[] relative = new double[WIDTH];
        Arrays.fill(relative, Y, FIRST_COSINE, rules.agreementRelative() * (1 + SpacingRules.ROUNDING));
        double[] absolute = new double[WIDTH];
        Arrays.fill(absolute, FIRST_COSINE, WIDTH, rules.cosineAbsolute() * (1 + SpacingRules.ROUNDING));
        this.groupOf = SingleLinkage.assign(tuples, WIDTH, relative, absolute);
    }

    /**
     * The stacks of some planes, in no particular order.
     *
     * @param members numbers of the planes, at least one
     */
    static List<Measured> of(ImagePlanes planes, int[] members, SpacingRules rules) {
        return new SliceStacks(planes, members, false, rules).measured();
    }

    /** The stacks of frames of one volume: split by StackID as well, where that makes even what is not. */
    static List<Measured> ofFrames(ImagePlanes planes, int[] members, SpacingRules rules) {
        List<Measured> stacks = new ArrayList<>();
        for (Stack stack : new SliceStacks(planes, members, true, rules).stacks()) {
            stacks.addAll(stack.measured.regularAsAWhole() ? List.of(stack.measured) : byStackId(planes, stack, rules));
        }
        return stacks;
    }

    /**
     * Sorts files that call themselves mosaics and do not say of how many images: where a stack of them lies like
     * slices do, somebody took them apart and kept the word (spacing.md §3.8).
     *
     * @param slices takes those that are slices
     * @param mosaics takes the others
     */
    static void takeApart(
            ImagePlanes planes, int[] members, SpacingRules rules, IntArrayList slices, IntArrayList mosaics) {
        for (Stack stack : new SliceStacks(planes, members, false, rules).stacks()) {
            StackSpacing found = stack.measured.stack();
            double thickness = found.declaredThicknessMm;
            double least = Double.isNaN(thickness) ? LEAST_SLICE_MM : thickness * LEAST_SHARE_OF_THICKNESS;
            boolean apart = found.slices >= 3
                    && stack.measured.isEven()
                    && stack.measured.positions().zMm() * (1 + SpacingRules.ROUNDING) >= least;
            (apart ? slices : mosaics).addElements((apart ? slices : mosaics).size(), stack.members);
        }
    }

    private record Stack(int[] members, Measured measured) {}

    private static List<Measured> byStackId(ImagePlanes planes, Stack stack, SpacingRules rules) {
        Map<Long, List<Integer>> parts = new HashMap<>();
        for (int plane : stack.members) {
            parts.computeIfAbsent(planes.stackId(plane), id -> new ArrayList<>())
                    .add(plane);
        }
        if (parts.size() == 1) {
            return List.of(stack.measured);
        }
        List<Measured> measured = parts.values().stream()
                .map(part -> part.stream().mapToInt(Integer::intValue).toArray())
                .map(part -> StackMeasurement.ofPlanes(planes, part, rules))
                .toList();
        boolean even = measured.stream().anyMatch(part -> part.isEven() && part.stack().slices >= 3);
        return even ? measured : List.of(stack.measured);
    }

    private List<Measured> measured() {
        return stacks().stream().map(Stack::measured).toList();
    }

    private int[] shapesOf() {
        Map<Integer, Integer> placeOf = new HashMap<>();
        int[] found = new int[Math.min(planes.shapeCount(), members.length)];
        int last = -1;
        for (int i = 0; i < members.length; i++) {
            int number = planes.shapeNumber(members[i]);
            // Mostly the same as the one before.
            if (last >= 0 && found[last] == number) {
                placeOfMember[i] = last;
                continue;
            }
            Integer known = placeOf.putIfAbsent(number, placeOf.size());
            last = known == null ? placeOf.size() - 1 : known;
            found[last] = number;
            placeOfMember[i] = last;
        }
        return Arrays.copyOf(found, placeOf.size());
    }

    private List<Stack> stacks() {
        if (Arrays.stream(groupOf).allMatch(group -> group == 0)) {
            return List.of(new Stack(members, StackMeasurement.ofPlanes(planes, members, rules)));
        }
        Map<Integer, Stack> apart = new HashMap<>();
        measureGroups(apart);
        int[] before = groupOf.clone();
        new StackJoins(apart).join();
        // Groups that won or lost a shape are measured again.
        for (int i = 0; i < before.length; i++) {
            if (before[i] != groupOf[i]) {
                apart.remove(before[i]);
                apart.remove(groupOf[i]);
            }
        }
        measureGroups(apart);
        return List.copyOf(apart.values());
    }

    /** Measures each group that is not among the stacks yet. */
    private void measureGroups(Map<Integer, Stack> stacks) {
        int[] groupOfMember = new int[members.length];
        for (int i = 0; i < members.length; i++) {
            groupOfMember[i] = groupOf[placeOfMember[i]];
        }
        int[] order = Bins.order(groupOfMember);
        for (int from = 0, to; from < order.length; from = to) {
            to = Bins.end(groupOfMember, order, from);
            int group = groupOfMember[order[from]];
            if (!stacks.containsKey(group)) {
                int[] own = new int[to - from];
                for (int i = from; i < to; i++) {
                    own[i - from] = members[order[i]];
                }
                stacks.put(group, new Stack(own, StackMeasurement.ofPlanes(planes, own, rules)));
            }
        }
    }

    /**
     * Lets shapes that lack spacing or orientation join the first stack, in the order of winning, that they may belong
     * to.
     */
    private final class StackJoins {

        /** Place of each group in the order of winning, counted before any joins. */
        private final Map<Integer, Integer> rankOf = new HashMap<>();

        private StackJoins(Map<Integer, Stack> apart) {
            List<Integer> groups = new ArrayList<>(apart.keySet());
            Map<Integer, StackSpacing> chosen = new HashMap<>();
            apart.forEach((group, stack) -> chosen.put(group, chosen(stack)));
            groups.sort(Comparator.comparing(chosen::get, StackOrder.BEST_FIRST));
            for (int rank = 0; rank < groups.size(); rank++) {
                rankOf.put(groups.get(rank), rank);
            }
        }

        /** Stacks compete with the z that they would have alone; the stack itself is not judged yet. */
        private StackSpacing chosen(Stack stack) {
            Measured copy = StackMeasurement.ofPlanes(planes, stack.members, rules);
            copy.stack().volume = frames;
            ZChoice.apply(copy, rules);
            return copy.stack();
        }

        private void join() {
            double spacing = rules.agreementRelative() * (1 + SpacingRules.ROUNDING);
            double cosine = rules.cosineAbsolute() * (1 + SpacingRules.ROUNDING);
            join(false, true, FIRST_COSINE, 0, cosine);
            join(true, false, Y, spacing, 0);
            join(false, false, -1, 0, 0);
        }

        /**
         * Lets all shapes of one kind join.
         *
         * @param withSpacing whether these shapes have a spacing
         * @param withOrientation whether they have an orientation
         * @param column first of the columns in which a host must agree, -1 for none
         */
        private void join(boolean withSpacing, boolean withOrientation, int column, double relative, double absolute) {
            Map<Long, List<Integer>> hostsBySize = new HashMap<>();
            List<Integer> guests = new ArrayList<>();
            for (int i = 0; i < shapes.length; i++) {
                boolean spacing = planes.shape(shapes[i]).hasSpacing();
                boolean orientation = planes.shape(shapes[i]).hasOrientation();
                if (spacing == withSpacing && orientation == withOrientation) {
                    guests.add(i);
                } else if (column < 0 || spacing && orientation) {
                    hostsBySize
                            .computeIfAbsent(size(i), size -> new ArrayList<>())
                            .add(i);
                }
            }
            if (guests.isEmpty()) {
                return;
            }
            // Of many hosts, those are looked at that may agree in the first column.
            Comparator<Integer> order = column < 0
                    ? Comparator.comparing(host -> rankOf.get(groupOf[host]))
                    : Comparator.<Integer>comparingDouble(host -> value(host, column))
                            .thenComparing(host -> planes.shape(shapes[host]));
            hostsBySize.values().forEach(hosts -> hosts.sort(order));
            int[] joined = groupOf.clone();
            for (int guest : guests) {
                int host = host(guest, hostsBySize.getOrDefault(size(guest), List.of()), column, relative, absolute);
                joined[guest] = host < 0 ? groupOf[guest] : groupOf[host];
            }
            System.arraycopy(joined, 0, groupOf, 0, joined.length);
        }

        /** The host of the first stack in the order of winning that agrees, -1 if none does. */
        private int host(int guest, List<Integer> hosts, int column, double relative, double absolute) {
            if (column < 0) {
                return hosts.isEmpty() ? -1 : hosts.get(0);
            }
            double near = Math.max(relative * Math.abs(value(guest, column)), absolute) * 2;
            int best = -1;
            int at = firstFrom(hosts, column, value(guest, column) - near);
            for (int left = MOST_HOSTS;
                    left > 0 && at < hosts.size() && value(hosts.get(at), column) <= value(guest, column) + near;
                    left--) {
                int host = hosts.get(at++);
                boolean better = best < 0 || rankOf.get(groupOf[host]) < rankOf.get(groupOf[best]);
                best = better && agree(guest, host, column, relative, absolute) ? host : best;
            }
            return best;
        }

        /** The place of the first host whose value is not below a bound. */
        private int firstFrom(List<Integer> hosts, int column, double bound) {
            int from = 0;
            int to = hosts.size();
            while (from < to) {
                int middle = (from + to) >>> 1;
                if (value(hosts.get(middle), column) < bound) {
                    from = middle + 1;
                } else {
                    to = middle;
                }
            }
            return from;
        }

        private double value(int shape, int column) {
            return tuples[WIDTH * shape + column];
        }

        private long size(int shape) {
            PlaneShape of = planes.shape(shapes[shape]);
            return (long) of.rows() << Integer.SIZE | of.columns();
        }

        private boolean agree(int a, int b, int column, double relative, double absolute) {
            int end = column == Y ? FIRST_COSINE : WIDTH;
            for (int i = column; i < end; i++) {
                double first = tuples[WIDTH * a + i];
                double second = tuples[WIDTH * b + i];
                double tolerance = Math.max(relative * Math.min(first, second), absolute);
                if (Math.abs(first - second) > tolerance) {
                    return false;
                }
            }
            return true;
        }
    }
}
