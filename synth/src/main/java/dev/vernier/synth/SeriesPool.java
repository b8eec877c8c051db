package dev.vernier.synth;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Writes series on several threads; each thread has a writer of its own and takes the next series there is.
 *
 * <p>Errors: the first failure of any thread ends all, and is thrown once none writes any more. Thread rule: stateless.
 */
final class SeriesPool {
    private SeriesPool() {}

    static void writeAll(List<SeriesPlan> plans, int threads, Supplier<SeriesWriter> writers) throws IOException {
        AtomicInteger next = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CompletionService<Void> workers = new ExecutorCompletionService<>(pool);
            for (int i = 0; i < threads; i++) {
                workers.submit(() -> {
                    writeSome(plans, next, writers.get());
                    return null;
                });
            }
            for (int i = 0; i < threads; i++) {
                workers.take().get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IllegalStateException("Writing a series failed: " + e.getCause(), e.getCause());
        } finally {
            stop(pool);
        }
    }

    private static void writeSome(List<SeriesPlan> plans, AtomicInteger next, SeriesWriter writer) throws IOException {
        for (int n = next.getAndIncrement(); n < plans.size(); n = next.getAndIncrement()) {
            if (Thread.currentThread().isInterrupted()) {
                throw interrupted();
            }
            writer.write(plans.get(n));
        }
    }

    private static void stop(ExecutorService pool) {
        pool.shutdownNow();
        try {
            pool.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static InterruptedIOException interrupted() {
        return new InterruptedIOException("Interrupted before all series were written");
    }
}
