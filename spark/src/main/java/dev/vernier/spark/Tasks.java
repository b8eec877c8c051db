package dev.vernier.spark;

import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;

/**
 * How many tasks the work is divided into. Executors register while the application runs, so cores are not counted, which
 * would say 2 on an idle cluster, but taken from the settings. Stateless.
 */
final class Tasks {

    /** More tasks than cores, since some files take longer; fewer than make the shuffle a matter of blocks. */
    private static final int A_CORE = 8;

    /** What Spark's own queries take where nothing is known. */
    private static final int LEAST_ON_A_CLUSTER = 200;

    private static final int MOST = 10_000;

    private Tasks() {}

    static int thatRead(DatasetOptions options, SparkContext context) {
        return options.partitions() > 0
                ? options.partitions()
                : thatRead(context.conf(), context.isLocal(), context.defaultParallelism());
    }

    static int thatRead(SparkConf settings, boolean local, int coresSoFar) {
        if (settings.contains("spark.default.parallelism")) {
            return settings.getInt("spark.default.parallelism", LEAST_ON_A_CLUSTER);
        }
        long cores = Math.max(local ? 0 : coresOf(settings), coresSoFar);
        return (int) Math.max(Math.min(A_CORE * cores, MOST), local ? 1 : LEAST_ON_A_CLUSTER);
    }

    /** The cores that executors will have, 0 where the settings do not tell. */
    private static long coresOf(SparkConf settings) {
        boolean dynamic = settings.getBoolean("spark.dynamicAllocation.enabled", false);
        String executors = dynamic ? "spark.dynamicAllocation.maxExecutors" : "spark.executor.instances";
        long asked = (long) settings.getInt(executors, 0) * settings.getInt("spark.executor.cores", 1);
        int most =
                settings.getInt("spark.cores.max", 0); // of a standalone cluster: without executors, all that it gives
        return asked > 0 && most > 0 ? Math.min(asked, most) : Math.max(asked, most);
    }

    /** Tasks that merge and assess series, which are few beside files: each takes a block from every task that reads. */
    static int thatAssess(int reading) {
        return (reading + 3) / 4;
    }
}
