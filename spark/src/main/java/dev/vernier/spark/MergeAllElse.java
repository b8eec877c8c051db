package dev.vernier.spark;

import dev.vernier.scan.ArchiveTally;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;

/** A task that merges what the tasks that read found beside series, one by one: the driver gets one bounded tally, not one of each task. */
final class MergeAllElse implements FlatMapFunction<Iterator<byte[]>, byte[]> {

    private static final long serialVersionUID = 1;

    @Override
    public Iterator<byte[]> call(Iterator<byte[]> parts) {
        ArchiveTally all = new ArchiveTally();
        parts.forEachRemaining(part -> all.merge(ArchiveTally.readAllButSeries(ByteBuffer.wrap(part))));
        return List.of(Bytes.of(all::writeAllButSeries)).iterator();
    }
}
