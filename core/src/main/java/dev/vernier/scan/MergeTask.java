package dev.vernier.scan;

import java.io.Serial;
import java.util.List;
import java.util.concurrent.RecursiveTask;

/** Merges tallies two by two, in a tree. */
final class MergeTask extends RecursiveTask<ArchiveTally> {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient List<ArchiveTally> tallies;

    MergeTask(List<ArchiveTally> tallies) {
        this.tallies = tallies;
    }

    @Override
    protected ArchiveTally compute() {
        int count = tallies.size();
        if (count == 1) {
            return tallies.get(0);
        }
        MergeTask left = new MergeTask(tallies.subList(0, count / 2));
        left.fork();
        ArchiveTally right = new MergeTask(tallies.subList(count / 2, count)).compute();
        return left.join().merge(right);
    }
}
