package dev.vernier.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * S3Proxy as a process of its own, on loopback only. The folders in its folder are buckets, and files below them objects, also those that
 * were there before. It keeps a log of all requests.
 */
final class S3Server implements AutoCloseable {

    private final Process process;
    private final int port;
    private final Path log;

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
        // What lies in its folder without having been put there has no ETag; nor has anything where files have no
        // attributes.
        settings.put("fs.s3a.change.detection.version.required", "false");
        settings.put("fs.s3a.endpoint", "http://127.0.0.1:" + port);
        settings.put("fs.s3a.endpoint.region", "us-east-1");
        settings.put("fs.s3a.path.style.access", "true");
        settings.put("fs.s3a.access.key", "local");
        settings.put("fs.s3a.secret.key", "local");
        return settings;
    }

    /** All requests so far, in the order in which they came. */
    List<S3Log.Request> requests() throws IOException {
        return S3Log.requests(log);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** Serves the folders in that of the first argument, with its log in that of the second; says by which settings, and ends with standard input. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (S3Server server = new S3Server(Path.of(arguments[0]), Path.of(arguments[1]))) {
            server.settings().forEach((name, value) -> System.out.println("spark.hadoop." + name + "=" + value));
            System.out.println("ready");
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
