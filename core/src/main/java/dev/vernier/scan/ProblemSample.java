package dev.vernier.scan;

import dev.vernier.geometry.RecordFields;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The first paths by name of one kind of problem, and the count of all: bounded memory, the same for any order of files. */
final class ProblemSample {

    /** Paths that are kept of each kind. */
    static final int MAX_PATHS = 1_000;

    private final int maxPaths;
    private final PriorityQueue<Problem> kept = new PriorityQueue<>(Comparator.reverseOrder());
    private long count;

    ProblemSample() {
        this(MAX_PATHS);
    }

    ProblemSample(int maxPaths) {
        this.maxPaths = maxPaths;
    }

    void add(Problem problem) {
        count++;
        keep(problem);
    }

    private void keep(Problem problem) {
        if (kept.size() < maxPaths) {
            kept.add(problem);
        } else if (problem.compareTo(kept.element()) < 0) {
            kept.remove();
            kept.add(problem);
        }
    }

    /** Counts some that are not known by their paths. */
    void addWithoutPaths(long more) {
        count += more;
    }

    void merge(ProblemSample other) {
        count += other.count;
        other.kept.forEach(this::keep);
    }

    long count() {
        return count;
    }

    List<Problem> sorted() {
        List<Problem> problems = new ArrayList<>(kept);
        problems.sort(Comparator.naturalOrder());
        return problems;
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeLong(count);
        out.writeInt(kept.size());
        for (Problem problem : kept) {
            problem.writeTo(out);
        }
    }

    /** Reads what {@link #writeTo} wrote into this, which must be empty. */
    void readFrom(ByteBuffer in) {
        count = in.getLong();
        for (int left = RecordFields.readCount(in, 1); left > 0; left--) {
            keep(Problem.readFrom(in));
        }
    }
}
