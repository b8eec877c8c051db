package dev.vernier.cli;

import dev.vernier.scan.ScanOptions;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;

/** Which files are read, and how, where nothing is asked but their tags. */
final class FileOptions {

    @Mixin
    private AccessOptions access = new AccessOptions();

    @Mixin
    private LinkOptions links = new LinkOptions();

    @Mixin
    private StrictOption strict = new StrictOption();

    ScanOptions optionsOf(List<Path> roots) {
        return ScanOptions.ofFiles(roots, access.threads(), access.read(), links.follow());
    }

    /** For people. */
    String threads() {
        return access.threadsInWords();
    }

    boolean strict() {
        return strict.isSet();
    }
}
