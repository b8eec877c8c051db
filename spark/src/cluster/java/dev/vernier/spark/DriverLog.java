package dev.vernier.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a driver says of its stages and tasks: {@code driver-log4j2.properties} has it do so. */
final class DriverLog {

    private static final Pattern READING = Pattern.compile(
            "Submitting \\d+ missing tasks from ShuffleMapStage (\\d+) \\(" + Pattern.quote(ReadFiles.NAME) + " ");

    private final Path file;

    DriverLog(Path file) {
        this.file = file;
    }

    /** All of it so far. */
    String text() throws IOException {
        return Files.readString(file);
    }

    /** The number of the stage that reads files, once it has begun. */
    Optional<String> readingStage() throws IOException {
        return first(READING);
    }

    /** An executor that has ended a task of a stage, as soon as there is one. */
    Optional<String> executorWithResults(String stage) throws IOException {
        return first(Pattern.compile(
                "Finished task \\d+\\.\\d+ in stage " + stage + "\\.0 \\(TID \\d+\\) .*\\(executor (\\d+)\\)"));
    }

    /** The tasks of a stage that an executor was in the middle of when it was lost. The worker or the executor may be missed first. */
    List<String> lostTasks(String stage) throws IOException {
        return lines("task \\d+\\.\\d+ in stage " + stage
                + "\\.\\d+ .*(while it was being computed, its executor exited|ExecutorLostFailure)");
    }

    /** The tasks of a stage that ended when they, or the stage, were run once more. */
    List<String> retries(String stage) throws IOException {
        return lines("Finished task (\\d+\\.[1-9]\\d* in stage " + stage + "\\.|\\d+\\.\\d+ in stage " + stage
                + "\\.[1-9])");
    }

    private Optional<String> first(Pattern pattern) throws IOException {
        Matcher matcher = pattern.matcher(text());
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private List<String> lines(String regex) throws IOException {
        Pattern pattern = Pattern.compile(regex);
        return text().lines().filter(line -> pattern.matcher(line).find()).toList();
    }
}
