package dev.vernier.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Does the same several times in one JVM, and prints what each pass took: the last ones show a JVM that is warm. */
final class WarmPasses {

    private WarmPasses() {}

    /** What a pass has read. */
    interface Result {

        /** All files that were looked at. */
        long files();

        /** Those of them that could not be read as DICOM. */
        long failed();
    }

    /** Prints a line for each pass, {@code # files N failed N seconds S cpu S}, and returns what the last one gave. */
    static <R extends Result> R run(int passes, Callable<R> pass, PrintStream out) throws Exception {
        OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        R result = null;
        for (int i = 0; i < passes; i++) {
            long wallNanos = System.nanoTime();
            long cpuNanos = process.getProcessCpuTime();
            result = pass.call();
            cpuNanos = process.getProcessCpuTime() - cpuNanos;
            wallNanos = System.nanoTime() - wallNanos;
            out.printf(
                    Locale.ROOT,
                    "# files %d failed %d seconds %.6f cpu %.6f%n",
                    result.files(),
                    result.failed(),
                    wallNanos / 1e9,
                    cpuNanos / 1e9);
        }
        return result;
    }
}
