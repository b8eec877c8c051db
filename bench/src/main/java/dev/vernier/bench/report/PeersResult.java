package dev.vernier.bench.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A result file of {@code bench/peers/run.sh rivals}; {@code bench/results/README.md} describes the format.
 *
 * @param machine what must be the same for two files to be compared without a warning
 * @param origin date, commit and processor, for captions
 */
record PeersResult(String machine, String origin, List<Row> rows) {

    static final String FORMAT = "vernier-peers";
    private static final int VERSION = 1;

    /** Who a row is about. */
    enum Kind {
        FLOOR,
        VERNIER,
        RIVAL
    }

    /**
     * One program on one set of files.
     *
     * @param wallSeconds of each round
     * @param cpuSeconds of each round, user and system
     */
    record Row(String set, String name, Kind kind, double files, double[] wallSeconds, double[] cpuSeconds) {

        /** Microseconds a file of a round's seconds. */
        double micros(double seconds) {
            return 1e6 * seconds / files;
        }
    }

    static PeersResult of(ResultNode file) throws MalformedResultException {
        if (!file.get("format").text().equals(FORMAT)) {
            throw file.get("format").wrong("is not \"" + FORMAT + "\"");
        }
        if (file.get("version").number() != VERSION) {
            throw file.get("version").wrong("is not " + VERSION);
        }
        List<Row> rows = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (ResultNode node : file.get("rows").list()) {
            Row row = row(node);
            if (!names.add(row.set + "\n" + row.name)) {
                throw node.wrong("comes twice: " + row.name);
            }
            rows.add(row);
        }
        String cpu = file.get("cpu").text();
        return new PeersResult(
                cpu,
                ResultText.visible(cpu + ", " + file.get("date").text() + ", commit "
                        + file.get("commit").text()),
                rows);
    }

    private static Row row(ResultNode node) throws MalformedResultException {
        Row row = new Row(
                node.get("set").text(),
                node.get("name").text(),
                kind(node.get("kind")),
                node.get("files").number(),
                node.get("wallSeconds").numbers(),
                node.get("cpuSeconds").numbers());
        if (row.files < 1) {
            throw node.get("files").wrong("is less than 1");
        }
        if (row.wallSeconds.length != row.cpuSeconds.length) {
            throw node.wrong("has not as many cpuSeconds as wallSeconds");
        }
        return row;
    }

    private static Kind kind(ResultNode node) throws MalformedResultException {
        return switch (node.text()) {
            case "floor" -> Kind.FLOOR;
            case "vernier" -> Kind.VERNIER;
            case "rival" -> Kind.RIVAL;
            default -> throw node.wrong("is none of floor, vernier, rival");
        };
    }

    /**
     * What Vernier took, as multiples of what the floor took in the same round: a machine that is slower on another day is not mistaken
     * for a slower program. What rivals took is not of interest here.
     */
    List<Samples> overFloor() throws MalformedResultException {
        Map<String, Row> floors = new HashMap<>();
        rows.stream().filter(row -> row.kind == Kind.FLOOR).forEach(row -> floors.put(row.set, row));
        List<Samples> samples = new ArrayList<>();
        for (Row row : rows) {
            if (row.kind == Kind.VERNIER) {
                Row floor = floors.get(row.set);
                if (floor == null || floor.wallSeconds.length < row.wallSeconds.length) {
                    throw new MalformedResultException(
                            "the set " + row.set + " has no floor of as many rounds as " + row.name);
                }
                samples.add(over(row, "wall", row.wallSeconds, floor, floor.wallSeconds));
                samples.add(over(row, "CPU", row.cpuSeconds, floor, floor.cpuSeconds));
            }
        }
        return samples;
    }

    private static Samples over(Row row, String what, double[] seconds, Row floor, double[] floorSeconds)
            throws MalformedResultException {
        double[] values = new double[seconds.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.micros(seconds[i]) / floor.micros(floorSeconds[i]);
            if (!(values[i] <= Double.MAX_VALUE)) {
                throw new MalformedResultException("the floor of the set " + row.set + " took no time");
            }
        }
        return new Samples(row.set + ", " + row.name + ", " + what, "times the floor", false, values);
    }
}
