package dev.vernier.cli;

import dev.vernier.VoxelSpacing;
import dev.vernier.cache.CacheCheck;
import dev.vernier.cache.ChronicleHeaderCache;
import dev.vernier.cache.HeaderCache;
import java.nio.file.Path;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How the files are read, and what is known of them from before. Only a full walk changes what is found. */
final class ReadingOptions {

    @Mixin
    private AccessOptions access = new AccessOptions();

    @Option(
            names = "--cache",
            paramLabel = "FILE",
            description =
                    "Keep what is read in FILE (and FILE.lock beside it), and read only what has changed since. Several"
                            + " scans may share one. Opening it takes seconds, so a small archive gains nothing.")
    private Path cache;

    @Option(
            names = "--cache-check",
            paramLabel = "WHAT",
            completionCandidates = Labels.CacheChecks.class,
            description =
                    "What must be unchanged: the size, time and inode of each of the files, or of the folders only time,"
                            + " inode and names, which is much faster and misses a file that was written to in place without"
                            + " being created, renamed or deleted. Default: files.")
    private CacheCheck cacheCheck;

    @Mixin
    private WalkOptions walk = new WalkOptions();

    void check(CommandLine commandLine) {
        if (cacheCheck != null && cache == null) {
            throw new ParameterException(commandLine, "--cache-check needs --cache");
        }
    }

    /** The cache that was asked for, which is being opened from now on; or none. */
    HeaderCache openCache(Consumer<String> problems) {
        return cache == null ? HeaderCache.NONE : ChronicleHeaderCache.open(cache, problems);
    }

    void applyTo(VoxelSpacing.Builder builder, HeaderCache headers) {
        builder.cache(headers, cacheCheck == null ? CacheCheck.FILES : cacheCheck);
        builder.threads(access.threads());
        builder.read(access.read());
        builder.fullWalk(walk.full());
    }

    /** For people. */
    String threads() {
        return access.threadsInWords();
    }
}
