package dev.vernier.cache;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process of its own that keeps records, and says {@code k} when the first ones are kept. */
public final class CacheProcess {

    static final int FIRST = 500;

    private CacheProcess() {}

    /** Keeps the records of these numbers. Arguments: file, from, to. */
    public static void main(String[] args) {
        int from = Integer.parseInt(args[1]);
        try (ChronicleHeaderCache cache = ChronicleHeaderCache.open(Path.of(args[0]), System.out::println)) {
            cache.find(new byte[HeaderCache.KEY_BYTES]);
            for (int i = from; i < Integer.parseInt(args[2]); i++) {
                if (i == from + FIRST) {
                    while (cache.openNanos() == 0 && cache.isUsable()) {
                        Thread.onSpinWait();
                    }
                    while (cache.kept() < FIRST && cache.isUsable()) {
                        Thread.onSpinWait();
                    }
                    System.out.println("k");
                }
                cache.keep(ChronicleHeaderCacheTest.key(i), ChronicleHeaderCacheTest.record(i));
            }
        }
    }

    static Process start(Path file, int from, int to) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(System.getProperty("chronicle.flags").split(" ")));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Dslf4j.internal.verbosity=ERROR"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), CacheProcess.class.getName()));
        command.addAll(List.of(file.toString(), String.valueOf(from), String.valueOf(to)));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
