package dev.vernier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.vernier.cache.CacheCheck;
import dev.vernier.cache.HeaderCache;
import dev.vernier.dicom.Tag;
import dev.vernier.geometry.SpacingRules;
import dev.vernier.geometry.ZRule;
import dev.vernier.io.ReadStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever has happened to an archive since it was cached, a scan with the cache says what a scan without it says. */
@Timeout(300)
class CachedScanTest {

    private static final FileTime LONG_AGO = FileTime.fromMillis(1_600_000_000_000L);

    @TempDir
    private Path temp;

    private Path root;
    private Random random;
    private long clock = LONG_AGO.toMillis();
    private int made;

    @BeforeEach
    void makeRoot() throws IOException {
        root = Files.createDirectory(temp.resolve("root"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void afterAnyEditsTheAnswerIsTheUncachedOne(long seed) throws IOException {
        random = new Random(seed);
        writeArchive();
        MemoryCache files = new MemoryCache();
        MemoryCache folders = new MemoryCache();
        for (int round = 0; round < 8; round++) {
            VoxelSpacing.Builder options = randomOptions();
            String expected = Archive.text(options.build().scan());
            String where = "seed " + seed + ", round " + round;
            assertEquals(expected, text(options.cache(files, CacheCheck.FILES)), where);
            assertEquals(expected, text(options.cache(folders, CacheCheck.FOLDERS)), where);
            assertEquals(expected, text(options.cache(files, CacheCheck.FILES)), where + " again");
            assertEquals(expected, text(options.cache(folders, CacheCheck.FOLDERS)), where + " again");
            for (int edits = random.nextInt(8); edits > 0; edits--) {
                edit();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(CacheCheck.class)
    void whatIsUnchangedIsNotReadAgain(CacheCheck check) throws IOException {
        random = new Random(7);
        writeArchive();
        MemoryCache cache = new MemoryCache();
        for (ReadStrategy read : List.of(ReadStrategy.AUTO, ReadStrategy.POSITIONED)) {
            SpacingReport first = scan(cache, check, read);
            SpacingReport second = scan(cache, check, read);

            assertEquals(Archive.text(first), Archive.text(second));
            assertEquals(0, second.cost().reads());
            assertEquals(first.cost().folders(), second.cost().folders());
        }
    }

    @Test
    void aChangedToleranceIsAppliedWithoutReadingSlicesAgain() throws IOException {
        random = new Random(8);
        DicomFile.writeAll(root.resolve("slices"), DicomFile.stack(5, 1.5));
        settle(root);
        MemoryCache cache = new MemoryCache();
        scan(cache, CacheCheck.FOLDERS, ReadStrategy.AUTO);
        SpacingRules rules = new SpacingRules(ZRule.POSITIONS, false, 1e-2, 1e-2, 1e-2, 1e-2, 0.1, 0.1, 0.1, 1e-2);
        VoxelSpacing.Builder options = VoxelSpacing.builder().root(root).rules(rules);
        String expected = Archive.text(options.build().scan());
        SpacingReport cached = options.cache(cache, CacheCheck.FOLDERS).build().scan();

        assertEquals(expected, Archive.text(cached));
        assertEquals(0, cached.cost().reads());
    }

    @Test
    void whatChangedJustNowIsNotKept() throws IOException {
        DicomFile.writeAll(root.resolve("fresh"), DicomFile.stack(5, 1.5));
        MemoryCache cache = new MemoryCache();
        scan(cache, CacheCheck.FOLDERS, ReadStrategy.AUTO);

        assertEquals(0, cache.takeKept());
    }

    @ParameterizedTest
    @EnumSource(CacheCheck.class)
    void recordsThatAreNotWhatWasKeptAreReadAgain(CacheCheck check) throws IOException {
        random = new Random(9);
        writeArchive();
        MemoryCache cache = new MemoryCache();
        String expected = Archive.text(scan(HeaderCache.NONE, check, ReadStrategy.AUTO));
        scan(cache, check, ReadStrategy.AUTO);
        cache.replaceAll(record -> Arrays.copyOf(record, random.nextInt(record.length)));
        assertEquals(expected, Archive.text(scan(cache, check, ReadStrategy.AUTO)));
        assertNotEquals(0, cache.takeKept());
        cache.replaceAll(record -> Arrays.copyOf(record, record.length + 1));
        assertEquals(expected, Archive.text(scan(cache, check, ReadStrategy.AUTO)));
    }

    @Test
    void aFileWrittenInPlaceIsMissedByTheCheckOfFoldersOnly() throws IOException {
        random = new Random(10);
        writeArchive();
        MemoryCache cache = new MemoryCache();
        String before = text(options().cache(cache, CacheCheck.FOLDERS));
        Path file = files().get(3);
        Files.write(file, DicomFile.slice(5).series("written in place").toBytes());
        settleOne(file);
        String after = text(options());

        assertNotEquals(before, after);
        assertEquals(before, text(options().cache(cache, CacheCheck.FOLDERS)));
        assertEquals(after, text(options().cache(cache, CacheCheck.FILES)));
    }

    private VoxelSpacing.Builder options() {
        return VoxelSpacing.builder().root(root);
    }

    private SpacingReport scan(HeaderCache cache, CacheCheck check, ReadStrategy read) throws IOException {
        return options().read(read).cache(cache, check).build().scan();
    }

    private static String text(VoxelSpacing.Builder options) throws IOException {
        return Archive.text(options.build().scan());
    }

    private VoxelSpacing.Builder randomOptions() {
        VoxelSpacing.Builder options = options().threads(1 + random.nextInt(4)).followLinks(random.nextInt(4) == 0);
        if (random.nextInt(3) == 0) {
            options.domain(pick("Manufacturer", "folder:1", "Modality,ProtocolName"));
        }
        if (random.nextInt(3) == 0) {
            options.read(ReadStrategy.values()[random.nextInt(ReadStrategy.values().length)]);
        }
        if (random.nextInt(4) == 0) {
            options.onlySeries(Set.of("S1", "S2"));
        }
        SpacingRules rules = SpacingRules.DEFAULT.withDetectorSpacing(random.nextInt(4) == 0);
        return options.rules(random.nextInt(3) == 0 ? rules.withZRule(ZRule.SLICE_THICKNESS) : rules);
    }

    private void writeArchive() throws IOException {
        for (int i = 0; i < 30; i++) {
            edit();
        }
        for (int i = 0; i < 3; i++) {
            DicomFile.writeAll(newFolder(), DicomFile.stack(70, 1.25 + i));
        }
        settle(root);
    }

    /** One thing that happens to archives. */
    private void edit() throws IOException {
        List<Path> files = files();
        Path file = files.isEmpty() ? null : files.get(random.nextInt(files.size()));
        switch (file == null ? 0 : random.nextInt(11)) {
            case 0, 1, 2 -> file = Files.write(anyFolder().resolve(newName()), content());
            case 3 -> Files.write(file, content()); // in place: see below
            case 4 -> Files.move(file, anyFolder().resolve("m" + made++));
            case 5 -> Files.delete(file);
            case 6 -> Files.write(file, Arrays.copyOf(Files.readAllBytes(file), random.nextInt(400)));
            case 7 ->
                Files.move(Files.write(temp.resolve("aside"), content()), file, StandardCopyOption.REPLACE_EXISTING);
            case 8 ->
                Files.createSymbolicLink(
                        anyFolder().resolve("l" + made++), random.nextBoolean() ? file : root.resolve("none"));
            case 9 -> remove(anyFolder());
            default -> settleOne(file);
        }
        if (file != null && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            settleOne(file);
            // The check of folders is for archives in which files are not written to in place.
            settleOne(file.getParent());
        }
        for (Path folder : folders()) {
            if (Files.getLastModifiedTime(folder).toMillis() > System.currentTimeMillis() - 86_400_000L) {
                settleOne(folder);
            }
        }
    }

    /** Some are of pairs: of a header and its image. */
    private String newName() {
        int number = made++;
        return random.nextInt(3) > 0 ? "f" + number : "p" + random.nextInt(4) + pick(".hdr", ".img", ".img.gz");
    }

    private byte[] content() {
        int kind = random.nextInt(12);
        double z = random.nextInt(6) * 1.5;
        DicomFile file = switch (kind) {
            case 0 -> DicomFile.volume(0, z + 1, 2 * z + 2);
            case 1 -> DicomFile.ofClass(DicomFile.STRUCTURED_REPORT);
            case 2 -> DicomFile.slice(z).without(Tag.SOP_INSTANCE_UID);
            case 3 -> DicomFile.slice(z).without(Tag.SERIES_INSTANCE_UID);
            default ->
                DicomFile.slice(z).thickness(2 + random.nextInt(3)).text(Tag.PROTOCOL_NAME, "LO", pick("head", "neck"));
        };
        if (kind != 3) {
            file.series("S" + random.nextInt(5)).manufacturer(pick("GE", "Siemens"));
        }
        byte[] bytes = file.toBytes();
        if (kind > 8) {
            NiftiFile nifti = NiftiFile.one().dim(3, 64, 48, 1 + random.nextInt(3));
            return kind == 9
                    ? nifti.toGzip()
                    : nifti.magic(pick("n+1", "ni1", "   ")).toBytes();
        }
        return kind == 8 ? "not an image\n".getBytes(StandardCharsets.US_ASCII) : bytes;
    }

    private String pick(String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    private Path anyFolder() throws IOException {
        List<Path> folders = folders();
        return random.nextInt(4) == 0 ? newFolder() : folders.get(random.nextInt(folders.size()));
    }

    private Path newFolder() throws IOException {
        List<Path> folders = folders();
        return Files.createDirectory(folders.get(random.nextInt(folders.size())).resolve("d" + made++));
    }

    private void remove(Path folder) throws IOException {
        if (!folder.equals(root)) {
            try (Stream<Path> tree = Files.walk(folder)) {
                for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> tree = Files.walk(root)) {
            return new ArrayList<>(tree.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList());
        }
    }

    private List<Path> folders() throws IOException {
        try (Stream<Path> tree = Files.walk(root)) {
            return new ArrayList<>(tree.filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList());
        }
    }

    /** Gives everything a time long ago, each another one, as if it had not happened just now. */
    private void settle(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            tree.filter(path -> !Files.isSymbolicLink(path)).forEach(path -> {
                try {
                    settleOne(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private void settleOne(Path path) throws IOException {
        if (!Files.isSymbolicLink(path)) {
            clock += 1_000;
            Files.setLastModifiedTime(path, FileTime.fromMillis(clock));
        }
    }
}
