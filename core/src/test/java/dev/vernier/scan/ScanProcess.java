package dev.vernier.scan;

import dev.vernier.dicom.Outcome;
import dev.vernier.io.FileAccess;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A scan in a process of its own, which may have less of something than others. */
public final class ScanProcess {

    private ScanProcess() {}

    /** Given as a system property: the process has no file left to open when the scan begins, and again when its threads begin. */
    static final String EXHAUSTED = "exhausted";

    private static final int EXHAUSTED_MS = 300;

    /** Prints how many files and folders there were. Arguments: threads, roots. */
    public static void main(String[] args) throws Exception {
        Path[] roots = Arrays.stream(args).skip(1).map(Path::of).toArray(Path[]::new);
        ScanOptions options = Scans.options(false, Integer.parseInt(args[0]), roots);
        FileWork.Factory work = FileScan.factory(options, ScanCache.NONE);
        if (System.getProperty(EXHAUSTED) != null) {
            Scans.of(options); // its classes, which are files, are loaded then
            work = new Exhausting(work);
            openAllForAWhile();
        }
        ArchiveTally tally = new ArchiveScan(options, ScanListener.NONE, work).run();
        System.out.printf(
                "%d files, %d read, %d folders, %s%n",
                tally.files(), tally.files(Outcome.OK), tally.folders(), tally.problemCounts());
    }

    /** Once more before a thread begins: then it is known which roots are archives. */
    private record Exhausting(FileWork.Factory work) implements FileWork.Factory {

        @Override
        public FileWork forFolders(FileAccess access) {
            openAllForAWhile();
            return work.forFolders(access);
        }

        @Override
        public FileWork forArchives() {
            return work.forArchives();
        }
    }

    private static void openAllForAWhile() {
        List<FileChannel> open = new ArrayList<>();
        try {
            while (true) {
                open.add(FileChannel.open(Path.of("/dev/null")));
            }
        } catch (IOException e) {
            new Thread(() -> closeAfterAWhile(open)).start(); // there are no more
        }
    }

    private static void closeAfterAWhile(List<FileChannel> open) {
        try {
            TimeUnit.MILLISECONDS.sleep(EXHAUSTED_MS);
            for (FileChannel each : open) {
                each.close();
            }
        } catch (InterruptedException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * Runs a scan, and gives what it printed, errors too.
     *
     * @param before what the shell shall do before, such as set a limit
     * @param without names of libraries that it shall do without
     */
    static String run(String before, List<String> jvmOptions, int threads, List<Path> roots, String... without)
            throws Exception {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> Arrays.stream(without).noneMatch(entry::contains))
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(List.of("sh", "-c", before + " && exec \"$@\"", "sh"));
        command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        command.addAll(jvmOptions);
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", classPath));
        command.addAll(List.of(ScanProcess.class.getName(), String.valueOf(threads)));
        roots.forEach(root -> command.add(root.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return printed;
    }
}
