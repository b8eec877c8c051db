package dev.vernier.spark;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A standalone master and two workers of one core each, processes of their own on loopback. Its class path is that of a cluster: Spark, and
 * what Spark brings; the application comes to it by spark-submit, in the jar that users get.
 */
final class SparkCluster implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";

    /** The jars of Spark, which the build does not pack into ours. */
    private static final String SPARK_CLASS_PATH = System.getProperty("spark.class.path");

    private static final Path APPLICATION =
            Path.of(System.getProperty("vernier.spark.jar")).toAbsolutePath();

    private final Path folder;
    private final int port;
    private final List<Process> processes = new ArrayList<>();
    private final List<Worker> workers = new ArrayList<>();

    private record Worker(Process process, Path work) {

        /** An executor has a folder in that of its application. */
        private boolean runs(String executor) throws IOException {
            try (Stream<Path> applications = Files.list(work)) {
                return applications.anyMatch(application -> Files.isDirectory(application.resolve(executor)));
            }
        }
    }

    /** Starts the cluster, which keeps all its files in a folder. */
    SparkCluster(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        this.port = Loopback.freePort();
        Files.createDirectories(folder.resolve("jars")); // where workers look for Spark; executors are told otherwise
        Process master = start(
                "master", "org.apache.spark.deploy.master.Master", "--host", LOOPBACK, "--port", String.valueOf(port));
        Loopback.await(master, port, folder.resolve("master.log"));
        for (int i = 1; i <= 2; i++) {
            Path work = Files.createDirectories(folder.resolve("work-" + i));
            Process worker = start(
                    "worker-" + i,
                    "org.apache.spark.deploy.worker.Worker",
                    "--host",
                    LOOPBACK,
                    "--cores",
                    "1",
                    "--memory",
                    "1g",
                    "--work-dir",
                    work.toString(),
                    master());
            workers.add(new Worker(worker, work));
        }
    }

    private Process start(String name, String mainClass, String... arguments) throws IOException {
        // On a machine too busy for executors to come up in time, the master gives an application up after ten of them.
        List<String> line = java(mainClass, "-Dspark.deploy.maxExecutorRetries=-1");
        line.addAll(Arrays.asList(arguments));
        line.addAll(List.of("--webui-port", "0"));
        return started(line, name);
    }

    private static List<String> java(String mainClass, String... options) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(Arrays.asList(System.getProperty("spark.flags").split(" ")));
        line.add("-Xmx512m");
        line.addAll(Arrays.asList(options));
        line.addAll(List.of("-cp", SPARK_CLASS_PATH, mainClass));
        return line;
    }

    private Process started(List<String> line, String name) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(log(name).toFile())
                .directory(folder.toFile());
        builder.environment().put("SPARK_HOME", folder.toString());
        builder.environment().put("SPARK_LOCAL_IP", LOOPBACK);
        builder.environment().put("SPARK_SCALA_VERSION", "2.13"); // which it would look for in its sources otherwise
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    private Path log(String name) {
        return folder.resolve(name + ".log");
    }

    private String master() {
        return "spark://" + LOOPBACK + ":" + port;
    }

    /** What spark-submit does, with a driver outside the cluster. */
    Process submit(String name, String... arguments) throws IOException {
        List<String> line = java(
                "org.apache.spark.deploy.SparkSubmit",
                "-Dlog4j2.configurationFile=" + resource("/driver-log4j2.properties"));
        line.addAll(List.of("--master", master(), "--class", VernierSpark.class.getName()));
        for (String setting : List.of(
                "spark.driver.host=" + LOOPBACK,
                "spark.driver.bindAddress=" + LOOPBACK,
                "spark.ui.enabled=false",
                "spark.shuffle.io.retryWait=1s", // a dead executor is asked for its blocks three times more
                "spark.executor.extraClassPath=" + SPARK_CLASS_PATH,
                "spark.executor.memory=512m")) {
            line.addAll(List.of("--conf", setting));
        }
        line.add(APPLICATION.toString());
        line.addAll(Arrays.asList(arguments));
        return started(line, name);
    }

    private static Path resource(String name) {
        try {
            return Path.of(SparkCluster.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the driver of that name has said. */
    DriverLog driverLog(String name) {
        return new DriverLog(log(name));
    }

    /** Kills the worker that runs an executor of the only application, and the executor, without a word to anybody. */
    void killWorkerOf(String executor) throws IOException {
        for (Worker worker : workers) {
            if (worker.runs(executor)) {
                kill(worker.process);
                return;
            }
        }
        throw new IllegalStateException("no worker runs executor " + executor);
    }

    private static void kill(Process process) {
        Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList()
                .forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public void close() {
        processes.forEach(SparkCluster::kill);
    }
}
