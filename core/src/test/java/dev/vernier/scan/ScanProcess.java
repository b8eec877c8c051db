package dev.vernier.scan;

import dev.vernier.dicom.Outcome;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A scan in a process of its own, which may have less of something than others. */
public final class ScanProcess {

    private ScanProcess() {}

    /** Prints how many files and folders there were. Arguments: threads, root. */
    public static void main(String[] args) throws Exception {
        ArchiveTally tally = Scans.of(Scans.options(false, Integer.parseInt(args[0]), Path.of(args[1])));
        System.out.printf(
                "%d files, %d read, %d folders, %s%n",
                tally.files(), tally.files(Outcome.OK), tally.folders(), tally.problemCounts());
    }

    /**
     * Runs a scan, and gives what it printed, errors too.
     *
     * @param before what the shell shall do before, such as set a limit
     * @param without names of libraries that it shall do without
     */
    static String run(String before, List<String> jvmOptions, int threads, Path root, String... without)
            throws Exception {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> Arrays.stream(without).noneMatch(entry::contains))
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(List.of("sh", "-c", before + " && exec \"$@\"", "sh"));
        command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        command.addAll(jvmOptions);
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", classPath));
        command.addAll(List.of(ScanProcess.class.getName(), String.valueOf(threads), root.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return printed;
    }
}
