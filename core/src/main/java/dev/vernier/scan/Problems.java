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
        samples.computeIfAbsent(problem.code(), code -> new ProblemSample()).add(problem);
    }

    void merge(Problems other) {
        other.samples.forEach((code, sample) ->
                samples.computeIfAbsent(code, c -> new ProblemSample()).merge(sample));
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
            samples.put(RecordFields.readText(in), ProblemSample.readFrom(in));
        }
    }
}
