package dev.vernier.scan;

import dev.vernier.geometry.RecordFields;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Headers whose voxels are in another file, and files that may be that: NIfTI and Analyze keep {@code NAME.img} beside {@code NAME.hdr}. Which
 * of the two is met first is chance, so a file named like an image waits until all is known; one that has its header is no problem.
 * Merging is associative and commutative. One thread at a time.
 */
final class ImagePairs {

    private static final List<String> IMAGE_ENDINGS = List.of(".img", ".img.gz");
    private static final List<String> HEADER_ENDINGS = List.of(".hdr", ".hdr.gz");

    private final Set<String> headers = new HashSet<>();
    /** Those that wait, by path: the JDK's map stays fast where hashes are made to collide. */
    private final Map<String, Problem> images = new HashMap<>();

    /** Adds a header by its path. */
    void addHeader(String path) {
        String name = without(HEADER_ENDINGS, path);
        if (name != null) {
            headers.add(name);
        }
    }

    /** Adds what is to be told of a file unless its header is found; false if it is not named like an image. */
    boolean addIfImage(Problem file) {
        String name = without(IMAGE_ENDINGS, file.path());
        if (name != null && !headers.contains(name)) {
            images.put(file.path(), file);
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
        images.putAll(other.images);
        dropPaired();
    }

    private void dropPaired() {
        images.keySet().removeIf(path -> headers.contains(without(IMAGE_ENDINGS, path)));
    }

    /** Those that have no header, which are then no longer kept. */
    List<Problem> takeUnpaired() {
        dropPaired();
        List<Problem> unpaired = new ArrayList<>(images.values());
        images.clear();
        return unpaired;
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeInt(headers.size());
        for (String name : headers) {
            RecordFields.writeText(out, name);
        }
        out.writeInt(images.size());
        for (Problem image : images.values()) {
            image.writeTo(out);
        }
    }

    void readFrom(ByteBuffer in) {
        for (int left = RecordFields.readCount(in, 1); left > 0; left--) {
            headers.add(RecordFields.readText(in));
        }
        for (int left = RecordFields.readCount(in, 1); left > 0; left--) {
            Problem image = Problem.readFrom(in);
            images.put(image.path(), image);
        }
    }
}
