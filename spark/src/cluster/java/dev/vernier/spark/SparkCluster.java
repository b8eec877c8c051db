package dev.vernier.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A standalone master and two workers of one core each, processes of their own on loopback, from the jars on the class path. */
final class SparkCluster implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";

    private final Path folder;
    private final int port;
    private final List<Process> processes = new ArrayList<>();
    private final List<Process> workers = new ArrayList<>();

    SparkCluster(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        this.port = Loopback.freePort();
        Files.createDirectories(
                folder.resolve("jars")); // where workers look for Spark; it is on the class path of executors
        Process master = start(
                "master", "org.apache.spark.deploy.master.Master", "--host", LOOPBACK, "--port", String.valueOf(port));
        Loopback.await(master, port, folder.resolve("master.log"));
        for (int i = 1; i <= 2; i++) {
            Path work = Files.createDirectories(folder.resolve("work-" + i));
            workers.add(start(
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
                    master()));
        }
    }

    private Process start(String name, String mainClass, String... arguments) throws IOException {
        List<String> line = java(mainClass);
        line.addAll(Arrays.asList(arguments));
        line.addAll(List.of("--webui-port", "0"));
        Process process = process(line, name).start();
        processes.add(process);
        return process;
    }

    private static List<String> java(String mainClass, String... options) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(Arrays.asList(System.getProperty("spark.flags").split(" ")));
        line.add("-Xmx512m");
        line.addAll(Arrays.asList(options));
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
        return line;
    }

    private ProcessBuilder process(List<String> line, String name) {
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile())
                .directory(folder.toFile());
        builder.environment().put("SPARK_HOME", folder.toString());
        builder.environment().put("SPARK_LOCAL_IP", LOOPBACK);
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        return builder;
    }

    private String master() {
        return "spark://" + LOOPBACK + ":" + port;
    }

    /** The application, as a driver outside the cluster; its output goes to a file of this name. */
    Process submit(String name, String... arguments) throws IOException {
        List<String> line = java(
                VernierSpark.class.getName(),
                "-Dlog4j2.configurationFile=driver-log4j2.properties",
                "-Dspark.master=" + master(),
                "-Dspark.driver.host=" + LOOPBACK,
                "-Dspark.driver.bindAddress=" + LOOPBACK,
                "-Dspark.ui.enabled=false",
                "-Dspark.cores.max=2",
                "-Dspark.executor.memory=512m",
                "-Dspark.executor.extraClassPath=" + System.getProperty("java.class.path"));
        line.addAll(Arrays.asList(arguments));
        Process process = process(line, name).start();
        processes.add(process);
        return process;
    }

    String output(String name) throws IOException {
        return Files.readString(folder.resolve(name + ".log"));
    }

    /** Kills one worker and its executors, without a word to anybody. */
    void killWorker() {
        Process worker = workers.get(0);
        Stream.concat(worker.descendants(), Stream.of(worker.toHandle())).forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public void close() {
        processes.forEach(process -> Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList()
                .forEach(ProcessHandle::destroyForcibly));
    }
}
