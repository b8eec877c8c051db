package dev.vernier.spark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;

/** S3Proxy as a process of its own, on loopback only, keeping objects as files below a folder and a log of all requests. */
final class S3Server implements AutoCloseable {

    private static final Pattern REQUEST =
            Pattern.compile("^(\\S+) DEBUG request: .*\\{([A-Z]+)@\\w+ http://[^/]+(/[^?} ]*)");
    private static final Pattern RANGE = Pattern.compile("^(\\S+) TRACE header: Range: bytes=(\\d+)-(\\d+)");

    private final Process process;
    private final int port;
    private final Path log;

    /**
     * A request for an object.
     *
     * @param method of HTTP
     * @param object its bucket and key
     * @param bytes that were asked for, -1 if all
     */
    record Request(String method, String object, long bytes) {}

    S3Server(Path folder, Path work) throws IOException, InterruptedException {
        port = Loopback.freePort();
        log = work.resolve("s3.log");
        Path properties = Files.writeString(work.resolve("s3.properties"), """
                s3proxy.authorization=none
                s3proxy.endpoint=http://127.0.0.1:%d
                jclouds.provider=filesystem-nio2
                jclouds.identity=local
                jclouds.credential=local
                jclouds.filesystem.basedir=%s
                """.formatted(port, folder));
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-Dlog4j2.configurationFile=s3-log4j2.properties",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.gaul.s3proxy.Main",
                        "--properties",
                        properties.toString())
                .redirectOutput(log.toFile())
                .redirectErrorStream(true)
                .start();
        Loopback.await(process, port, log);
    }

    /** Settings by which Hadoop finds the server. */
    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("fs.s3a.endpoint", "http://127.0.0.1:" + port);
        settings.put("fs.s3a.endpoint.region", "us-east-1");
        settings.put("fs.s3a.path.style.access", "true");
        settings.put("fs.s3a.access.key", "local");
        settings.put("fs.s3a.secret.key", "local");
        return settings;
    }

    Configuration configuration() {
        Configuration configuration = new Configuration();
        settings().forEach(configuration::set);
        return configuration;
    }

    /** All requests for objects so far, in the order in which they came. */
    List<Request> requests() throws IOException {
        List<Request> requests = new ArrayList<>();
        Map<String, Integer> last = new HashMap<>();
        for (String line : new String(Files.readAllBytes(log), StandardCharsets.ISO_8859_1).split("\n")) {
            Matcher request = REQUEST.matcher(line);
            Matcher range = RANGE.matcher(line);
            if (request.find()) {
                last.put(request.group(1), requests.size());
                requests.add(new Request(request.group(2), request.group(3), -1));
            } else if (range.find()) {
                int index = last.get(range.group(1));
                Request whole = requests.get(index);
                long bytes = Long.parseLong(range.group(3)) - Long.parseLong(range.group(2)) + 1;
                requests.set(index, new Request(whole.method, whole.object, bytes));
            }
        }
        return requests;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
