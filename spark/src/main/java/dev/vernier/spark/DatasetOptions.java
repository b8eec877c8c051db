package dev.vernier.spark;

import dev.vernier.AxisSystem;
import dev.vernier.Target;
import dev.vernier.geometry.SpacingRules;
import dev.vernier.scan.SeriesGrouping;
import java.util.Objects;

/**
 * What the answer depends on beside the files, and how they are read. Immutable; start from {@link #DEFAULT}.
 *
 * @param catalog a CSV file on any of Hadoop's file systems whose columns may make domains, null if there is none
 * @param seriesColumn header of the catalog's column of series UIDs
 * @param domain what makes a domain, see {@link dev.vernier.domain.DomainExpression}
 * @param rules rules and tolerances
 * @param excludeEstimated whether series whose z is only estimated are kept from voting
 * @param axes what spacings and sizes are along
 * @param target how the resampling target is chosen
 * @param minDomain domains with fewer voting series are flagged
 * @param partitions tasks that listing and reading are divided into; 0 for {@code spark.default.parallelism}, or
 *     without that 8 for each core that the settings promise, at least 200 on a cluster
 * @param reads files that one task reads at a time, 0 for 1 on local files and 16 elsewhere, where reading is waiting
 * @param groupBy what makes images a series
 * @param fullWalk whether all elements of a file are looked at, for archives whose tags are out of order
 */
public record DatasetOptions(
        String catalog,
        String seriesColumn,
        String domain,
        SpacingRules rules,
        boolean excludeEstimated,
        AxisSystem axes,
        Target target,
        int minDomain,
        int partitions,
        int reads,
        SeriesGrouping groupBy,
        boolean fullWalk) {

    /** The defaults of the command line. */
    public static final DatasetOptions DEFAULT = new DatasetOptions(
            null,
            "SeriesInstanceUID",
            "Modality",
            SpacingRules.DEFAULT,
            false,
            AxisSystem.ARRAY,
            Target.MEDIAN,
            0,
            0,
            0,
            SeriesGrouping.SERIES,
            false);

    /** Most reads at a time: connections are the executor's, not the task's. */
    public static final int MOST_READS = 1_024;

    /**
     * Checks what can be checked without the archive.
     *
     * @throws IllegalArgumentException naming the number that is out of range
     */
    public DatasetOptions {
        Objects.requireNonNull(seriesColumn, "seriesColumn");
        Objects.requireNonNull(domain, "domain");
        Objects.requireNonNull(rules, "rules");
        Objects.requireNonNull(axes, "axes");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(groupBy, "groupBy");
        requireBetween("minDomain", minDomain, Integer.MAX_VALUE);
        requireBetween("partitions", partitions, Integer.MAX_VALUE / 2);
        requireBetween("reads", reads, MOST_READS);
    }

    private static void requireBetween(String name, int value, int most) {
        if (value < 0 || value > most) {
            throw new IllegalArgumentException(name + " must be 0 to " + most + ", not " + value);
        }
    }

    /** The same with a catalog. */
    public DatasetOptions withCatalog(String file, String uidColumn) {
        return new DatasetOptions(
                file,
                uidColumn,
                domain,
                rules,
                excludeEstimated,
                axes,
                target,
                minDomain,
                partitions,
                reads,
                groupBy,
                fullWalk);
    }

    /** The same with other domains. */
    public DatasetOptions withDomain(String expression) {
        return new DatasetOptions(
                catalog,
                seriesColumn,
                expression,
                rules,
                excludeEstimated,
                axes,
                target,
                minDomain,
                partitions,
                reads,
                groupBy,
                fullWalk);
    }

    /** The same by other rules. */
    public DatasetOptions withRules(SpacingRules spacingRules, boolean withoutEstimated) {
        return new DatasetOptions(
                catalog,
                seriesColumn,
                domain,
                spacingRules,
                withoutEstimated,
                axes,
                target,
                minDomain,
                partitions,
                reads,
                groupBy,
                fullWalk);
    }

    /** The same along other axes; along the patient's, series without an orientation to the patient do not vote. */
    public DatasetOptions withAxes(AxisSystem system) {
        return new DatasetOptions(
                catalog,
                seriesColumn,
                domain,
                rules,
                excludeEstimated,
                system,
                target,
                minDomain,
                partitions,
                reads,
                groupBy,
                fullWalk);
    }

    /** The same with another target, and another least number of voting series in a domain. */
    public DatasetOptions withTarget(Target rule, int votingSeries) {
        return new DatasetOptions(
                catalog,
                seriesColumn,
                domain,
                rules,
                excludeEstimated,
                axes,
                rule,
                votingSeries,
                partitions,
                reads,
                groupBy,
                fullWalk);
    }

    /** The same with another division of the work. */
    public DatasetOptions withWork(int tasks, int readsOfTask) {
        return new DatasetOptions(
                catalog,
                seriesColumn,
                domain,
                rules,
                excludeEstimated,
                axes,
                target,
                minDomain,
                tasks,
                readsOfTask,
                groupBy,
                fullWalk);
    }

    /** The same with something else that makes images a series. */
    public DatasetOptions withGroupBy(SeriesGrouping grouping) {
        return new DatasetOptions(
                catalog,
                seriesColumn,
                domain,
                rules,
                excludeEstimated,
                axes,
                target,
                minDomain,
                partitions,
                reads,
                grouping,
                fullWalk);
    }

    /** The same with all elements of each file looked at, or not. */
    public DatasetOptions withFullWalk(boolean full) {
        return new DatasetOptions(
                catalog,
                seriesColumn,
                domain,
                rules,
                excludeEstimated,
                axes,
                target,
                minDomain,
                partitions,
                reads,
                groupBy,
                full);
    }
}
