package dev.vernier.scan;

import dev.vernier.geometry.RecordFields;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What went wrong, by kind: a count and a bounded sample of each. Merging is associative and commutative. One thread. */
final class Problems {

    private final Map<String, ProblemSample> samples = new TreeMap<>();

    void add(Problem problem) {
        sample(problem.code()).add(problem);
    }

    /** Counts some of a kind that are not known by their paths. */
    void addWithoutPaths(String code, long more) {
        sample(code).addWithoutPaths(more);
    }

    private ProblemSample sample(String code) {
        return samples.computeIfAbsent(code, c -> new ProblemSample());
    }

    void merge(Problems other) {
        other.samples.forEach((code, sample) -> sample(code).merge(sample));
    }

    /** How often each kind occurred. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        samples.forEach((code, sample) -> counts.put(code, sample.count()));
        return counts;
    }

    /** The first of each kind, by code and path. */
    List<Problem> sorted() {
        List<Problem> all = new ArrayList<>();
        samples.values().forEach(sample -> all.addAll(sample.sorted()));
        return all;
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeInt(samples.size());
        for (Map.Entry<String, ProblemSample> each : samples.entrySet()) {
            RecordFields.writeText(out, each.getKey());
            each.getValue().writeTo(out);
        }
    }

    /** Reads what {@link #writeTo} wrote into this, which must be empty. */
    void readFrom(ByteBuffer in) {
        for (int left = RecordFields.readCount(in, 1); left > 0; left--) {
            sample(RecordFields.readText(in)).readFrom(in);
        }
    }
}
