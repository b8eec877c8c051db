package dev.vernier.fuzz;

import dev.vernier.dicom.HeaderParser;
import dev.vernier.dicom.WantedTags;
import dev.vernier.oracle.GeneratedFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes what the fuzzers begin with: the header of every generated file, of a few synthetic ones, and of the small ones
 * of the shared data where they are at hand.
 */
public final class SeedCorpus {

    private static final Path SHARED = Path.of("..", "..", "shared", "data", "dicom");
    private static final int LONGEST = 16 << 10;
    private static final int LONGEST_REAL = 64 << 10;
    private static final WantedTags NOTHING_BEFORE_PIXELS =
            WantedTags.of("(7FE0,0000)").withFullWalk();
    private static final List<String> DECIMALS = List.of(
            "0.9375\\0.46875",
            " +1.5E-01 ",
            "-120.5\\-98.25\\33.125",
            "0,5\\0,25",
            "0.5,0.25",
            "1.2,3.4,5",
            ".5\\5.\\",
            "123456789012345678901234567890e-15",
            "4.9E-324\\1.7976931348623157E308\\1e400",
            "9007199254740993",
            "NaN\\0x1p3\\1d",
            "");

    private SeedCorpus() {}

    /**
     * Writes the seeds of all targets, and makes the folders for what is found from them.
     *
     * @param arguments the folder of folders: {@code seeds/TARGET}, {@code corpus/TARGET}
     */
    public static void main(String[] arguments) throws IOException {
        Path seeds = Path.of(arguments[0]).resolve("seeds");
        Path generated = Files.createTempDirectory("vernier-fuzz");
        try {
            GeneratedFiles.write(generated);
            addAll(seeds, generated, LONGEST);
        } finally {
            delete(generated);
        }
        if (Files.isDirectory(SHARED)) {
            addAll(seeds, SHARED, LONGEST_REAL);
        }
        for (String decimal : DECIMALS) {
            write(seeds.resolve("DecimalStringFuzzer"), decimal.getBytes(StandardCharsets.ISO_8859_1));
        }
        try (Stream<Path> targets = Files.list(seeds)) {
            for (Path target : targets.toList()) {
                Files.createDirectories(seeds.resolveSibling("corpus").resolve(target.getFileName()));
            }
        }
    }

    private static void addAll(Path seeds, Path folder, int longest) throws IOException {
        try (Stream<Path> tree = Files.walk(folder);
                HeaderParser parser = new HeaderParser()) {
            for (Path file : tree.filter(Files::isRegularFile).sorted().toList()) {
                byte[] bytes = Files.readAllBytes(file);
                parser.parse(new TinyWindow(bytes, Integer.MAX_VALUE), NOTHING_BEFORE_PIXELS, (slot, value) -> {});
                int end = (int) Math.min(bytes.length, parser.filePosition() + 16);
                if (end <= longest && isFirstOfItsKind(file)) {
                    byte[] header = Arrays.copyOf(bytes, end);
                    write(seeds.resolve("HeaderParserFuzzer"), header);
                    write(seeds.resolve("InstanceGeometryFuzzer"), header);
                    addDeflated(seeds.resolve("DeflatedFuzzer"), header);
                }
            }
        }
    }

    /** One file of a series is enough. */
    private static boolean isFirstOfItsKind(Path file) throws IOException {
        try (Stream<Path> siblings = Files.list(file.getParent())) {
            boolean series = file.getParent().getFileName().toString().contains("2.25.");
            return !series
                    || siblings.min(Comparator.naturalOrder()).orElseThrow().equals(file);
        }
    }

    private static void addDeflated(Path folder, byte[] header) throws IOException {
        int metaEnd = metaEnd(header);
        if (metaEnd == 0) {
            return;
        }
        byte[] dataset = Arrays.copyOfRange(header, metaEnd, header.length);
        for (int mode = 1; mode <= 2; mode++) {
            write(folder, withLast(dataset, mode));
        }
        write(folder, withLast(DeflatedFuzzer.deflated(dataset, true), 0));
    }

    private static byte[] withLast(byte[] bytes, int last) {
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
        longer[bytes.length] = (byte) last;
        return longer;
    }

    /** Where the meta header of a plain file ends, by its group length; 0 if it has none. */
    private static int metaEnd(byte[] file) {
        int lengthAt = 128 + 4 + 8;
        if (file.length < lengthAt + 4 || file[128] != 'D' || file[132] != 2 || file[134] != 0) {
            return 0;
        }
        int end = lengthAt + 4 + (file[lengthAt] & 0xFF) + ((file[lengthAt + 1] & 0xFF) << 8);
        return end < file.length ? end : 0;
    }

    /** Under a name that its bytes decide, so that a seed is written once. */
    private static void write(Path folder, byte[] seed) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve("seed-%08x".formatted(Arrays.hashCode(seed))), seed);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
