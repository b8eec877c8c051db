package dev.vernier.spark;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.StageInfo;

/** What the local session runs while this is open. */
final class WatchedStages extends SparkListener implements AutoCloseable {

    private final SparkContext context = LocalSpark.session().sparkContext();
    private final List<StageInfo> stages = new CopyOnWriteArrayList<>();
    private final List<Long> resultBytes = new CopyOnWriteArrayList<>();

    WatchedStages() {
        context.addSparkListener(this);
    }

    @Override
    public void onStageCompleted(SparkListenerStageCompleted ended) {
        stages.add(ended.stageInfo());
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd ended) {
        resultBytes.add(ended.taskMetrics().resultSize());
    }

    /** The stages that ended so far. */
    List<StageInfo> stages() throws TimeoutException {
        context.listenerBus().waitUntilEmpty();
        return stages;
    }

    /** What tasks sent to the driver, each. */
    List<Long> resultBytes() throws TimeoutException {
        context.listenerBus().waitUntilEmpty();
        return resultBytes;
    }

    /** What some stages read of what other stages left to them. */
    long recordsRead(Predicate<StageInfo> some) throws TimeoutException {
        return stages().stream()
                .filter(some)
                .mapToLong(stage -> stage.taskMetrics().shuffleReadMetrics().recordsRead())
                .sum();
    }

    @Override
    public void close() {
        context.removeSparkListener(this);
    }
}
