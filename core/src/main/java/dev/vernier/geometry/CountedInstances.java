package dev.vernier.geometry;

import dev.vernier.geometry.SeriesTally.VolumeInstance;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The instances of a series, each once (spacing.md §3.1): images of one SOPInstanceUID at one position are copies, of
 * which the richest counts; at different positions they are different images. Localizers count only where there is
 * nothing else; files of one concatenation are one volume. O(n log n).
 */
final class CountedInstances {

    private final SeriesTally tally;
    private final ImagePlanes planes;
    /** Numbers of the planes that are slices, and of each the hash of its SOPInstanceUID in the tally. */
    private final int[] slicePlanes;

    private final List<VolumeInstance> volumeFiles;
    private final IntArrayList slices = new IntArrayList();
    private final List<VolumeInstance> kept = new ArrayList<>();
    private final List<Volume> volumes = new ArrayList<>();
    private final long instances;
    private final long frames;
    private final boolean onlyLocalizers;
    private int localizersLeftOut;
    private boolean differing;

    /**
     * A volume: one file, or all of a concatenation.
     *
     * @param header what it says once, of all its files together
     * @param files that it is made of
     */
    record Volume(VolumeHeader header, List<VolumeInstance> files) {

        /** Numbers of its planes, made anew each time: they would be the larger part of a tally's memory. */
        int[] planes() {
            IntArrayList numbers = new IntArrayList();
            for (VolumeInstance file : files) {
                numbers.addElements(numbers.size(), file.planeNumbers());
            }
            return numbers.toIntArray();
        }
    }

    CountedInstances(SeriesTally tally) {
        this.tally = tally;
        this.planes = tally.planes();
        this.slicePlanes = tally.slicePlanes();
        this.volumeFiles = tally.volumes();
        LongOpenHashSet uids = new LongOpenHashSet();
        int images = slicePlanes.length + volumeFiles.size();
        for (int image = 0; image < images; image++) {
            uids.add(uid(image));
        }
        if (uids.size() == images) { // the rule: nothing is there twice
            slices.addElements(0, slicePlanes);
            kept.addAll(volumeFiles);
        } else {
            keepOneOfEach(images);
        }
        frames = slices.size()
                + kept.stream().mapToLong(volume -> volume.header().frames()).sum();
        instances = slices.size() + kept.size() + countOthers(uids);
        onlyLocalizers = dropLocalizers();
        joinConcatenations();
    }

    private int countOthers(LongOpenHashSet uids) {
        LongOpenHashSet others = new LongOpenHashSet(tally.otherInstances());
        for (long uid : tally.instancesWithoutRows()) {
            differing |= uids.contains(uid); // a copy without Rows
            others.add(uid);
        }
        others.removeIf(uids::contains);
        return others.size();
    }

    // Images are numbered: slices first, as in slicePlanes, then volume files.

    private boolean isSlice(int image) {
        return image < slicePlanes.length;
    }

    private VolumeInstance volumeFile(int image) {
        return volumeFiles.get(image - slicePlanes.length);
    }

    private long uid(int image) {
        return isSlice(image) ? tally.sliceInstance(image) : volumeFile(image).sopInstance();
    }

    private int frames(int image) {
        return isSlice(image) ? 1 : volumeFile(image).header().frames();
    }

    /** Planes of an image, by position. */
    private int[] planesOf(int image) {
        if (isSlice(image)) {
            return new int[] {slicePlanes[image]};
        }
        int[] numbers = volumeFile(image).planeNumbers();
        IntArrays.mergeSort(numbers, planes::comparePositions);
        return numbers;
    }

    private void keepOneOfEach(int images) {
        int[] order = new int[images];
        Arrays.setAll(order, i -> i);
        IntArrays.mergeSort(order, (a, b) -> Long.compare(uid(a), uid(b)));
        for (int from = 0, to; from < images; from = to) {
            to = from + 1;
            while (to < images && uid(order[to]) == uid(order[from])) {
                to++;
            }
            if (to - from == 1) {
                keep(order[from]);
            } else {
                keepOneAtEachPosition(Arrays.copyOfRange(order, from, to));
            }
        }
    }

    private void keep(int image) {
        if (isSlice(image)) {
            slices.add(slicePlanes[image]);
        } else {
            kept.add(volumeFile(image));
        }
    }

    private void keepOneAtEachPosition(int[] images) {
        List<Copy> copies = new ArrayList<>();
        for (int image : images) {
            copies.add(new Copy(image));
        }
        copies.sort(Copy::comparePositions);
        List<Copy> without = copies.stream().filter(copy -> !copy.hasPosition()).toList();
        copies.removeIf(copy -> !copy.hasPosition());
        List<Copy> first = new ArrayList<>(without); // these are at any position: at the first, where there is one
        int positions = 0;
        for (int from = 0, to; from < copies.size(); from = to) {
            to = from + 1;
            while (to < copies.size() && copies.get(to).comparePositions(copies.get(from)) == 0) {
                to++;
            }
            List<Copy> here = new ArrayList<>(copies.subList(from, to));
            if (positions++ == 0) {
                here.addAll(first);
            }
            keepRichest(here);
        }
        if (positions == 0) {
            keepRichest(first);
        }
        differing |= positions > 1;
    }

    private void keepRichest(List<Copy> copies) {
        Copy best = copies.get(0);
        for (Copy copy : copies) {
            best = copy.compareTo(best) < 0 ? copy : best;
        }
        for (Copy copy : copies) {
            differing |= copy.differs(best);
        }
        keep(best.image);
    }

    /** One of several images with one SOPInstanceUID. */
    private final class Copy implements Comparable<Copy> {

        private final int image;
        private final int[] own;
        private final int richness;

        private Copy(int image) {
            this.image = image;
            this.own = planesOf(image);
            this.richness = Arrays.stream(own).map(planes::richness).max().orElse(0);
        }

        private boolean hasPosition() {
            return planes.hasPosition(own[0]); // those without come last
        }

        private int comparePositions(Copy other) {
            int order = 0;
            for (int i = 0; i < Math.min(own.length, other.own.length) && order == 0; i++) {
                order = planes.comparePositions(own[i], other.own[i]);
            }
            return order != 0 ? order : Integer.compare(own.length, other.own.length);
        }

        private boolean differs(Copy other) {
            boolean same = frames(image) == frames(other.image) && own.length == other.own.length;
            for (int i = 0; i < own.length && same; i++) {
                same = planes.compareGeometry(own[i], other.own[i]) == 0;
            }
            return !same;
        }

        /** The richest first; of equally rich ones the smaller tuple. */
        @Override
        public int compareTo(Copy other) {
            int order = Integer.compare(other.richness, richness);
            order = order != 0 ? order : Integer.compare(frames(image), frames(other.image));
            order = order != 0 ? order : Integer.compare(own.length, other.own.length);
            for (int i = 0; i < own.length && order == 0; i++) {
                order = planes.compare(own[i], other.own[i]);
            }
            return order != 0 ? order : compareHeaders(other);
        }

        private int compareHeaders(Copy other) {
            if (isSlice(image) || isSlice(other.image)) {
                return Boolean.compare(isSlice(other.image), isSlice(image));
            }
            return CountedInstances.compareHeaders(
                    volumeFile(image).header(), volumeFile(other.image).header());
        }
    }

    private static int compareHeaders(VolumeHeader a, VolumeHeader b) {
        int order = a.kind().compareTo(b.kind());
        order = order != 0 ? order : Integer.compare(a.slices(), b.slices());
        order = order != 0 ? order : Long.compare(a.concatenation(), b.concatenation());
        return order != 0 ? order : Boolean.compare(a.toPatient(), b.toPatient());
    }

    private boolean isLocalizer(VolumeInstance volume) {
        return planes.shapeOf(volume.from()).localizer();
    }

    /** Localizers do not count, unless there is nothing else; then true. */
    private boolean dropLocalizers() {
        boolean anyOther = kept.stream().anyMatch(volume -> !isLocalizer(volume));
        for (int i = 0; i < slices.size() && !anyOther; i++) {
            anyOther = !planes.shapeOf(slices.getInt(i)).localizer();
        }
        if (anyOther) {
            int before = slices.size() + kept.size();
            slices.removeIf(plane -> planes.shapeOf(plane).localizer());
            kept.removeIf(this::isLocalizer);
            localizersLeftOut = before - slices.size() - kept.size();
        }
        return !anyOther;
    }

    private void joinConcatenations() {
        kept.sort((a, b) -> Long.compare(a.header().concatenation(), b.header().concatenation()));
        for (int from = 0, to; from < kept.size(); from = to) {
            long concatenation = kept.get(from).header().concatenation();
            to = from + 1;
            while (concatenation != 0
                    && to < kept.size()
                    && kept.get(to).header().concatenation() == concatenation) {
                to++;
            }
            add(kept.subList(from, to));
        }
    }

    private void add(List<VolumeInstance> files) {
        VolumeHeader first = files.get(0).header();
        if (files.size() == 1
                && first.frames() == 1
                && first.concatenation() != 0
                && first.kind().mayBeSlice()) {
            slices.add(files.get(0).from()); // all that there is of a concatenation
            return;
        }
        long total = 0;
        for (VolumeInstance file : files) {
            first = compareHeaders(file.header(), first) < 0 ? file.header() : first;
            total += file.header().frames();
        }
        volumes.add(new Volume(first.withFrames((int) Math.min(total, Integer.MAX_VALUE)), List.copyOf(files)));
    }

    /** Distinct images, and distinct SOPInstanceUIDs of everything else that no image has. */
    int instances() {
        return (int) Math.min(instances, Integer.MAX_VALUE);
    }

    /** Frames of all images, localizers among them. */
    long frames() {
        return frames;
    }

    /** Whether files with one SOPInstanceUID differ. */
    boolean differing() {
        return differing;
    }

    /** Whether all images are localizers; they count then. */
    boolean onlyLocalizers() {
        return onlyLocalizers;
    }

    /** Localizers that do not count. */
    int localizersLeftOut() {
        return localizersLeftOut;
    }

    /** Numbers of the planes that are slices and count. */
    int[] slices() {
        return slices.toIntArray();
    }

    /** The volumes that count. */
    List<Volume> volumes() {
        return volumes;
    }
}
