package dev.vernier.spark;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What S3Proxy says of the requests that it answered: {@code s3-log4j2.properties} has it write a line for each of them and for each header. */
final class S3Log {

    private static final String REQUEST_MARK = " DEBUG request: ";
    private static final String RANGE_MARK = " TRACE header: Range: ";
    private static final Pattern REQUEST = Pattern.compile("\\b([A-Z]+)@\\w+ https?://[^/ ]+(/[^?} ]*)");
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");

    private S3Log() {}

    /**
     * A request for an object or a bucket.
     *
     * @param method of HTTP
     * @param object bucket and key, with a slash before each
     * @param from first byte that was asked for
     * @param bytes that were asked for, {@link #ALL} if there was no range
     */
    record Request(String method, String object, long from, long bytes) {

        static final long ALL = -1;
    }

    /**
     * The requests in the order in which they came. The threads of the server write at the same time: what belongs together has the same thread in
     * front.
     *
     * @throws IOException if the log cannot be read, or has what is not understood
     */
    static List<Request> requests(Path log) throws IOException {
        List<Request> requests = new ArrayList<>();
        Map<String, Integer> last = new HashMap<>();
        for (String line : new String(Files.readAllBytes(log), StandardCharsets.ISO_8859_1).split("\n")) {
            int mark = line.indexOf(REQUEST_MARK);
            if (mark >= 0) {
                Matcher request = matched(REQUEST, line, mark + REQUEST_MARK.length());
                last.put(line.substring(0, mark), requests.size());
                requests.add(new Request(
                        request.group(1), URI.create(request.group(2)).getPath(), 0, Request.ALL));
                continue;
            }
            mark = line.indexOf(RANGE_MARK);
            if (mark >= 0) {
                Matcher range = matched(RANGE, line, mark + RANGE_MARK.length());
                Integer index = last.get(line.substring(0, mark));
                if (index == null) {
                    throw new IOException("a range without a request: " + line);
                }
                Request whole = requests.get(index);
                long from = Long.parseLong(range.group(1));
                long bytes = Long.parseLong(range.group(2)) - from + 1;
                requests.set(index, new Request(whole.method, whole.object, from, bytes));
            }
        }
        return requests;
    }

    private static Matcher matched(Pattern pattern, String line, int from) throws IOException {
        Matcher matcher = pattern.matcher(line);
        if (!matcher.find(from)) {
            throw new IOException("not understood: " + line);
        }
        return matcher;
    }

    /** The requests of each object whose name begins so. */
    static Map<String, List<Request>> byObject(List<Request> requests, String prefix) {
        return requests.stream()
                .filter(request -> request.object.startsWith(prefix))
                .collect(Collectors.groupingBy(Request::object, LinkedHashMap::new, Collectors.toList()));
    }

    static long bytes(List<Request> requests) {
        return requests.stream().mapToLong(Request::bytes).sum();
    }

    /** How many of the bytes of an object were asked for once more. */
    static long repeatedBytes(List<Request> requests) {
        long repeated = 0;
        long end = 0;
        for (Request request : requests.stream()
                .sorted(Comparator.comparingLong(Request::from))
                .toList()) {
            long itsEnd = request.from + request.bytes;
            repeated += Math.max(0, Math.min(end, itsEnd) - request.from);
            end = Math.max(end, itsEnd);
        }
        return repeated;
    }

    /** Prints, for the objects whose names begin with the second argument, what the log of the first says of them: a Markdown table. */
    public static void main(String[] arguments) throws IOException {
        Map<String, List<Request>> objects = byObject(requests(Path.of(arguments[0])), arguments[1]);
        long others = objects.values().stream()
                .flatMap(List::stream)
                .filter(request -> !request.method.equals("GET") || request.bytes < 0)
                .count();
        System.out.println("| requests an object | objects | bytes an object: median | nine in ten | most |");
        System.out.println("| --- | --- | --- | --- | --- |");
        for (int count = 1; count <= 3; count++) {
            int least = count;
            print(
                    count < 3 ? String.valueOf(count) : "3 or more",
                    objects.size(),
                    objects.values().stream()
                            .filter(each -> Math.min(each.size(), 3) == least)
                            .toList());
        }
        print("all", objects.size(), List.copyOf(objects.values()));
        System.out.printf(
                Locale.ROOT,
                "%n%,d requests for %,d objects, %.3f an object, %,d of them not GETs of ranges; %,.0f bytes an object. First windows of %,d to %,d"
                        + " bytes; %.1f %% of the objects cost no more than 8,192 bytes.%n",
                objects.values().stream().mapToInt(List::size).sum(),
                objects.size(),
                objects.values().stream().mapToInt(List::size).average().orElse(0),
                others,
                objects.values().stream().mapToLong(S3Log::bytes).average().orElse(0),
                objects.values().stream()
                        .mapToLong(each -> each.get(0).bytes)
                        .min()
                        .orElse(0),
                objects.values().stream()
                        .mapToLong(each -> each.get(0).bytes)
                        .max()
                        .orElse(0),
                100.0
                        * objects.values().stream()
                                .filter(each -> bytes(each) <= 8_192)
                                .count()
                        / Math.max(objects.size(), 1));
    }

    private static void print(String requests, int all, List<List<Request>> objects) {
        long[] bytes = objects.stream().mapToLong(S3Log::bytes).sorted().toArray();
        if (bytes.length > 0) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %,d (%.1f %%) | %,d | %,d | %,d |%n",
                    requests,
                    bytes.length,
                    100.0 * bytes.length / all,
                    bytes[bytes.length / 2],
                    bytes[(int) Math.ceil(0.9 * bytes.length) - 1],
                    Arrays.stream(bytes).max().orElse(0));
        }
    }
}
