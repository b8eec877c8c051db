package dev.vernier.bench.report;

/** Result files for the tests. */
final class ResultFiles {

    private ResultFiles() {}

    /** A result of the rivals' benchmark with rows that {@link #row} made. */
    static String peers(String... rows) {
        return "{\"format\":\"vernier-peers\",\"version\":1,\"date\":\"2026-11-25\",\"commit\":\"abc\",\"cpu\":\"A CPU\",\"rows\":["
                + String.join(",", rows) + "]}";
    }

    static String row(String name, String kind, String wallSeconds, String cpuSeconds) {
        return "{\"set\":\"synthetic\",\"name\":\"" + name + "\",\"kind\":\"" + kind
                + "\",\"files\":1000,\"wallSeconds\":[" + wallSeconds + "],\"cpuSeconds\":[" + cpuSeconds + "]}";
    }

    /** A result of JMH of one benchmark. */
    static String jmh(String mode, String unit, String rawData) {
        return "[{\"benchmark\":\"dev.vernier.B.parse\",\"mode\":\"" + mode
                + "\",\"jdkVersion\":\"17.0.15\",\"params\":{\"shape\":\"CLASSIC\"},\"primaryMetric\":{\"score\":1,\"scoreUnit\":\""
                + unit + "\",\"rawData\":" + rawData + "}}]";
    }
}
