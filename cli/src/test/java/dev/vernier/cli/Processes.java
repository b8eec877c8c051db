package dev.vernier.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Runs the command line as a process of its own, from this test's class path. */
final class Processes {

    private static final long LIMIT_SECONDS = 120;

    private Processes() {}

    /** What a process left behind. */
    record Ended(int status, String out, String err) {}

    /** A process that runs, or has run. */
    record Running(Process process, CompletableFuture<String> out, BufferedReader err) {

        /** Reads standard error up to the line, and forgets it. */
        void awaitErrorLine(Predicate<String> expected) throws IOException {
            for (String line = err.readLine(); line != null; line = err.readLine()) {
                if (expected.test(line)) {
                    return;
                }
            }
            throw new AssertionError("ended too early");
        }

        void signal(String name) throws IOException, InterruptedException {
            new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        }

        Ended end() throws IOException, InterruptedException {
            String errors = String.join("\n", err.lines().toList());
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("still running: " + errors);
            }
            return new Ended(process.exitValue(), out.join(), errors);
        }
    }

    static Running start(List<String> jvmOptions, Path directory, String command, Object... arguments)
            throws IOException {
        return running(builder(jvmOptions, directory, command, arguments).start());
    }

    static ProcessBuilder builder(List<String> jvmOptions, Path directory, String command, Object... arguments) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(jvmOptions);
        line.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto"));
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName(), command));
        Arrays.stream(arguments).map(String::valueOf).forEach(line::add);
        return new ProcessBuilder(line).directory(directory.toFile());
    }

    static Running running(Process process) {
        CompletableFuture<String> out = CompletableFuture.supplyAsync(() -> {
            try {
                return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return new Running(
                process,
                out,
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8)));
    }

    /** Whether SIGINT would be ignored by children of this process, as it is below some shells' background jobs. */
    static boolean ignoresInterrupts() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return false;
        }
        for (String line : Files.readAllLines(status)) {
            if (line.startsWith("SigIgn:")) {
                return (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0;
            }
        }
        return false;
    }
}
