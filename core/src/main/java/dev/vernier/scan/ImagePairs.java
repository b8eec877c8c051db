package dev.vernier.scan;

import dev.vernier.dicom.Outcome;
import dev.vernier.geometry.RecordFields;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Headers whose voxels are in another file, and files that may be that: NIfTI and Analyze keep {@code NAME.img} beside {@code NAME.hdr}. Which
 * of the two is met first is chance, so a file named like an image waits until all is known; one that has its header is no problem. A hash is
 * kept of each name, and a bounded sample of the paths. Merging is associative and commutative. One thread at a time.
 */
final class ImagePairs {

    /** Paths that are kept: enough for the sample of problems, though most of these images have their headers. */
    private static final int MAX_WAITING_PATHS = 100_000;

    private static final List<String> IMAGE_ENDINGS = List.of(".img", ".img.gz");
    private static final List<String> HEADER_ENDINGS = List.of(".hdr", ".hdr.gz");

    private final int maxWaitingPaths;
    private final LongArrayList headers = new LongArrayList(0);
    private final LongArrayList images = new LongArrayList(0);
    private ProblemSample waiting;

    ImagePairs() {
        this(MAX_WAITING_PATHS);
    }

    ImagePairs(int maxWaitingPaths) {
        this.maxWaitingPaths = maxWaitingPaths;
        this.waiting = new ProblemSample(maxWaitingPaths);
    }

    /** Adds a header by its path. */
    void addHeader(String path) {
        String name = without(HEADER_ENDINGS, path);
        if (name != null) {
            headers.add(FolderListing.hash(name));
        }
    }

    /** Adds what is to be told of a file, NOT_DICOM, unless its header is found; false if it is not named like an image. */
    boolean addIfImage(Problem file) {
        String name = without(IMAGE_ENDINGS, file.path());
        if (name != null) {
            images.add(FolderListing.hash(name));
            waiting.add(file);
        }
        return name != null;
    }

    /** The path without the ending, null if it has none of these. */
    private static String without(List<String> endings, String path) {
        for (String ending : endings) {
            int length = path.length() - ending.length();
            if (length > 0 && path.substring(length).toLowerCase(Locale.ROOT).equals(ending)) {
                return path.substring(0, length);
            }
        }
        return null;
    }

    void merge(ImagePairs other) {
        headers.addAll(other.headers);
        images.addAll(other.images);
        waiting.merge(other.waiting);
    }

    /** Tells of those that have no header, and keeps nothing. */
    void endWaiting(Problems problems) {
        long[] known = headers.toLongArray();
        Arrays.sort(known);
        long unpaired = images.longStream().filter(name -> lacks(known, name)).count();
        for (Problem image : waiting.sorted()) {
            String name = without(IMAGE_ENDINGS, image.path());
            if (name == null || lacks(known, FolderListing.hash(name))) {
                problems.add(image);
                unpaired--;
            }
        }
        if (unpaired > 0) {
            problems.addWithoutPaths(Outcome.NOT_DICOM.name(), unpaired);
        }
        headers.clear();
        images.clear();
        waiting = new ProblemSample(maxWaitingPaths);
    }

    private static boolean lacks(long[] sorted, long name) {
        return Arrays.binarySearch(sorted, name) < 0;
    }

    void writeTo(DataOutput out) throws IOException {
        write(headers, out);
        write(images, out);
        waiting.writeTo(out);
    }

    private static void write(LongArrayList names, DataOutput out) throws IOException {
        out.writeInt(names.size());
        for (long name : names.toLongArray()) {
            out.writeLong(name);
        }
    }

    /** Reads what {@link #writeTo} wrote into this, which must be empty. */
    void readFrom(ByteBuffer in) {
        read(headers, in);
        read(images, in);
        waiting.readFrom(in);
    }

    private static void read(LongArrayList names, ByteBuffer in) {
        for (int left = RecordFields.readCount(in, Long.BYTES); left > 0; left--) {
            names.add(in.getLong());
        }
    }
}
