package dev.vernier.bench.report;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Compares two result files, of {@code bench/peers/run.sh rivals} or of JMH, and prints what changed beyond noise. {@link Change} has
 * the rule. Exit status: 0 if nothing became slower, 1 if something did, 2 if the files cannot be compared.
 */
public final class Compare {

    private static final String USAGE = "usage: bench/run.sh compare BEFORE.json AFTER.json";

    static final int NOTHING_SLOWER = 0;
    static final int SLOWER = 1;
    static final int CANNOT = 2;

    private final PrintStream out;
    private final PrintStream err;

    /** One file's content, whichever its kind. */
    private record Result(String kind, String machine, Map<String, Samples> samples) {}

    Compare(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(new Compare(out, err).run(args));
    }

    /** Compares the two files that are named, and returns the exit status. */
    int run(String... args) {
        if (args.length != 2) {
            err.println(USAGE);
            return CANNOT;
        }
        List<Result> results = new ArrayList<>();
        for (String arg : args) {
            try {
                results.add(read(Path.of(arg)));
            } catch (MalformedResultException e) {
                return cannot(ResultText.visible(arg) + ": " + e.getMessage());
            } catch (IOException | InvalidPathException e) {
                return cannot(ResultText.visible(arg) + " cannot be read: "
                        + e.getClass().getSimpleName());
            }
        }
        return compare(results.get(0), results.get(1));
    }

    private static Result read(Path file) throws IOException, MalformedResultException {
        ResultNode node = ResultNode.read(file);
        String kind = node.isList() ? "JMH" : PeersResult.FORMAT;
        String machine;
        List<Samples> samples;
        if (node.isList()) {
            JmhResult jmh = JmhResult.of(node);
            machine = jmh.machine();
            samples = jmh.samples();
        } else {
            PeersResult peers = PeersResult.of(node);
            machine = peers.machine();
            samples = peers.overFloor();
        }
        Map<String, Samples> byName = new LinkedHashMap<>();
        samples.forEach(sample -> byName.put(sample.name(), sample));
        return new Result(kind, machine, byName);
    }

    private int compare(Result before, Result after) {
        if (!before.kind.equals(after.kind)) {
            return cannot("one file is JMH's, the other one is not");
        }
        Set<String> common = new HashSet<>(before.samples.keySet());
        common.retainAll(after.samples.keySet());
        if (common.isEmpty()) {
            return cannot("the files have nothing in common");
        }
        if (!before.machine.equals(after.machine)) {
            err.println("warning: not measured alike: " + ResultText.visible(before.machine) + " before, "
                    + ResultText.visible(after.machine) + " after");
        }
        List<Change> changes = before.samples.values().stream()
                .filter(samples -> common.contains(samples.name()))
                .map(samples -> Change.between(samples, after.samples.get(samples.name())))
                .toList();
        print(changes, Change.Verdict.SLOWER);
        print(changes, Change.Verdict.FASTER);
        print(changes, Change.Verdict.UNKNOWN);
        printMissing("only before", before, common);
        printMissing("only after", after, common);
        out.println(summary(changes));
        return count(changes, Change.Verdict.SLOWER) > 0 ? SLOWER : NOTHING_SLOWER;
    }

    private void print(List<Change> changes, Change.Verdict verdict) {
        for (Change change : changes) {
            if (change.verdict() == verdict) {
                out.println(
                        verdict == Change.Verdict.UNKNOWN
                                ? "unknown      " + ResultText.visible(change.name())
                                        + ": too few rounds, no time, or another unit"
                                : String.format(
                                        Locale.ROOT,
                                        "%-6s %5.2fx %s: %.4g, now %.4g %s (p %.3f)",
                                        verdict.name().toLowerCase(Locale.ROOT),
                                        change.times(),
                                        ResultText.visible(change.name()),
                                        change.before(),
                                        change.after(),
                                        ResultText.visible(change.unit()),
                                        change.p()));
            }
        }
    }

    private void printMissing(String where, Result result, Set<String> common) {
        result.samples.keySet().stream()
                .filter(name -> !common.contains(name))
                .forEach(name -> out.println(where + "  " + ResultText.visible(name)));
    }

    private static String summary(List<Change> changes) {
        return String.format(
                Locale.ROOT,
                "%d compared: %d slower, %d faster, %d the same within noise, %d unknown",
                changes.size(),
                count(changes, Change.Verdict.SLOWER),
                count(changes, Change.Verdict.FASTER),
                count(changes, Change.Verdict.SAME),
                count(changes, Change.Verdict.UNKNOWN));
    }

    private static long count(List<Change> changes, Change.Verdict verdict) {
        return changes.stream().filter(change -> change.verdict() == verdict).count();
    }

    private int cannot(String why) {
        err.println("compare: " + why);
        return CANNOT;
    }
}
