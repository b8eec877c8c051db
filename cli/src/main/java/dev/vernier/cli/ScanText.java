package dev.vernier.cli;

import dev.vernier.SpacingReport;
import dev.vernier.cache.ChronicleHeaderCache;
import dev.vernier.cache.HeaderCache;
import dev.vernier.dicom.Outcome;
import dev.vernier.scan.ArchiveTally;
import dev.vernier.scan.ScanProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;

/** What is said about a scan beside its result. Stateless. */
final class ScanText {

    static final String ENGINES_CHOICE = "chosen by the engine";

    private static final double NANOS_PER_SECOND = 1e9;

    private ScanText() {}

    /** How far it is. */
    static String progress(ScanProgress progress) {
        double seconds = progress.elapsedNanos() / NANOS_PER_SECOND;
        String problems =
                progress.problems() == 0 ? "" : String.format(Locale.ROOT, ", %,d problems", progress.problems());
        return String.format(
                Locale.ROOT,
                "scanning: %,d files, %,.0f files/s, %,d series%s%s",
                progress.files(),
                progress.files() / Math.max(seconds, 1e-3),
                progress.series(),
                problems,
                timeLeft(progress));
    }

    /** How far an index is. */
    static String indexing(ScanProgress progress) {
        double seconds = progress.elapsedNanos() / NANOS_PER_SECOND;
        String problems =
                progress.problems() == 0 ? "" : String.format(Locale.ROOT, ", %,d problems", progress.problems());
        return String.format(
                Locale.ROOT,
                "indexing: %,d files, %,.0f files/s%s%s",
                progress.files(),
                progress.files() / Math.max(seconds, 1e-3),
                problems,
                timeLeft(progress));
    }

    /** How far the table of an index is, once all files are read. */
    static String writing(long rows, long ofRows) {
        return String.format(Locale.ROOT, "sorting and writing: %,d of %,d rows", rows, ofRows);
    }

    /** What an index holds. */
    static List<String> indexed(ArchiveTally counts, Path file) {
        StringJoiner outcomes = new StringJoiner(", ");
        for (Outcome outcome : Outcome.values()) {
            if (counts.files(outcome) > 0) {
                outcomes.add(String.format(Locale.ROOT, "%,d %s", counts.files(outcome), outcome));
            }
        }
        return List.of("index: " + file, "rows: " + outcomes);
    }

    /** At the pace so far; nothing where the number of files is not known, or less than a second is left. */
    private static String timeLeft(ScanProgress progress) {
        long left = progress.expectedFiles() - progress.files();
        if (left <= 0 || progress.files() == 0) {
            return "";
        }
        long secondsLeft = Math.round(left / (double) progress.files() * progress.elapsedNanos() / NANOS_PER_SECOND);
        if (secondsLeft == 0) {
            return "";
        }
        Duration duration = Duration.ofSeconds(secondsLeft);
        return secondsLeft < 3_600
                ? String.format(Locale.ROOT, ", %d:%02d left", duration.toMinutes(), duration.toSecondsPart())
                : String.format(Locale.ROOT, ", %d h %02d min left", duration.toHours(), duration.toMinutesPart());
    }

    /** What a cache was good for; nothing where there is none, or none that could be used. */
    static Optional<String> cache(HeaderCache headers) {
        if (headers instanceof ChronicleHeaderCache cache && cache.isUsable()) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "cache: opened in %.3f s, %,d records found, %,d kept",
                    cache.openNanos() / NANOS_PER_SECOND,
                    cache.found(),
                    cache.kept()));
        }
        return Optional.empty();
    }

    /** What it took. */
    static List<String> cost(SpacingReport.Cost cost, long files, String threads) {
        double seconds = cost.elapsed().toNanos() / NANOS_PER_SECOND;
        double perFile = Math.max(files, 1);
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "time: %.3f s, %,.0f files/s", seconds, files / Math.max(seconds, 1e-3)));
        lines.add(String.format(Locale.ROOT, "files: %,d; folders: %,d", files, cost.folders()));
        lines.add(String.format(
                Locale.ROOT,
                "read: %.2f reads and %,.0f bytes a file",
                cost.reads() / perFile,
                cost.bytesRead() / perFile));
        lines.add("threads: " + threads);
        addMemoryPeak(lines);
        return lines;
    }

    /** Resident memory at its most, which Linux alone tells for nothing. */
    private static void addMemoryPeak(List<String> lines) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
                if (line.startsWith("VmHWM:")) {
                    long kib = Long.parseLong(line.replaceAll("\\D", ""));
                    lines.add(String.format(Locale.ROOT, "memory: %,d MiB at most", kib / 1024));
                }
            }
        } catch (IOException | NumberFormatException e) {
            lines.add("memory: unknown");
        }
    }
}
