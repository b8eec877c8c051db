package dev.vernier.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every way to list folders and to open the files in them must do. */
@Timeout(60)
class FileAccessContractTest {

    @TempDir
    private Path root;

    static Stream<Named> accesses() {
        return Stream.of(new Named("portable", FileAccess.portable()), new Named("best", FileAccess.best()));
    }

    record Named(String name, FileAccess access) {
        @Override
        public String toString() {
            return name;
        }
    }

    private interface Use {
        void of(FolderLister lister) throws IOException;
    }

    private static void list(FileAccess access, Folder folder, Use use) throws IOException {
        try (FolderLister lister = access.newLister()) {
            lister.open(folder, false);
            use.of(lister);
        }
    }

    private static Map<String, EntryKind> kinds(FileAccess access, Folder folder, boolean followLinks)
            throws IOException {
        Map<String, EntryKind> kinds = new TreeMap<>();
        list(access, folder, lister -> {
            while (lister.next()) {
                kinds.put(lister.name(), lister.kind(followLinks));
            }
        });
        return kinds;
    }

    /** The one entry of a folder. */
    private static Entries only(FileAccess access, Folder folder) throws IOException {
        Entries[] files = new Entries[1];
        list(access, folder, lister -> {
            assertTrue(lister.next());
            files[0] = lister.newFiles();
            lister.addTo(files[0]);
            assertFalse(lister.next());
        });
        return files[0];
    }

    private static String read(FileAccess access, Entries files, int index) throws IOException {
        FileHandle handle = access.newHandle();
        handle.open(files, index, false);
        try {
            ByteBuffer buffer = ByteBuffer.allocateDirect(100);
            int count = handle.read(0, buffer, 7, 90);
            byte[] bytes = new byte[count];
            buffer.get(7, bytes);
            assertEquals(count, handle.size());
            return new String(bytes, StandardCharsets.UTF_8);
        } finally {
            handle.close();
        }
    }

    private static void run(String... command) throws Exception {
        assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor(), String.join(" ", command));
    }

    @ParameterizedTest
    @MethodSource("accesses")
    void everyKindOfEntryIsTold(Named named) throws Exception {
        Files.writeString(root.resolve("file"), "x");
        Files.createDirectory(root.resolve("folder"));
        Files.createSymbolicLink(root.resolve("to file"), root.resolve("file"));
        Files.createSymbolicLink(root.resolve("to folder"), root.resolve("folder"));
        Files.createSymbolicLink(root.resolve("to pipe"), root.resolve("pipe"));
        run("mkfifo", root.resolve("pipe").toString());
        Folder folder = named.access.folder(root);

        assertEquals(
                Map.of(
                        "file", EntryKind.FILE,
                        "folder", EntryKind.FOLDER,
                        "pipe", EntryKind.OTHER,
                        "to file", EntryKind.LINK,
                        "to folder", EntryKind.LINK,
                        "to pipe", EntryKind.LINK),
                kinds(named.access, folder, false));
        assertEquals(
                Map.of(
                        "file", EntryKind.FILE,
                        "folder", EntryKind.FOLDER,
                        "pipe", EntryKind.OTHER,
                        "to file", EntryKind.FILE,
                        "to folder", EntryKind.FOLDER,
                        "to pipe", EntryKind.OTHER),
                kinds(named.access, folder, true));
    }

    @ParameterizedTest
    @MethodSource("accesses")
    void aLinkToNothingIsALinkAndFollowingItFails(Named named) throws IOException {
        Files.createSymbolicLink(root.resolve("broken"), root.resolve("nothing"));
        list(named.access, named.access.folder(root), lister -> {
            assertTrue(lister.next());
            assertEquals(EntryKind.LINK, lister.kind(false));
            assertThrows(NoSuchFileException.class, () -> lister.kind(true));
        });
    }

    @ParameterizedTest
    @MethodSource("accesses")
    void aFolderLargerThanAnyBufferIsListedOnce(Named named) throws IOException {
        Map<String, EntryKind> expected = new TreeMap<>();
        for (int i = 0; i < 3_000; i++) {
            String name = "a name that is so long that many do not fit into one buffer, number " + i;
            Files.createFile(root.resolve(name));
            expected.put(name, EntryKind.FILE);
        }
        assertEquals(expected, kinds(named.access, named.access.folder(root), false));
    }

    @ParameterizedTest
    @MethodSource("accesses")
    void anEmptyFolderAndNamesThatBeginWithDots(Named named) throws IOException {
        assertEquals(Map.of(), kinds(named.access, named.access.folder(root), false));
        for (String name : new String[] {".hidden", "...", "..x", ".x"}) {
            Files.createFile(root.resolve(name));
        }
        assertEquals(4, kinds(named.access, named.access.folder(root), false).size());
    }

    @ParameterizedTest
    @MethodSource("accesses")
    void filesOfABatchAreReadAfterTheListingIsClosed(Named named) throws IOException {
        for (int i = 0; i < Entries.CAPACITY; i++) {
            Files.writeString(root.resolve("file" + i), "content of file" + i);
        }
        Entries[] batch = new Entries[1];
        list(named.access, named.access.folder(root), lister -> {
            batch[0] = lister.newFiles();
            while (lister.next()) {
                assertFalse(batch[0].isFull());
                lister.addTo(batch[0]);
            }
        });
        assertTrue(batch[0].isFull());
        assertEquals(Entries.CAPACITY, batch[0].size());
        batch[0].retain();
        batch[0].release();
        for (int i = 0; i < Entries.CAPACITY; i++) {
            assertEquals("content of " + batch[0].name(i), read(named.access, batch[0], i));
        }
        batch[0].release();
    }

    @ParameterizedTest
    @MethodSource("accesses")
    void foldersOfABatchAreListedAfterItsListingIsClosed(Named named) throws IOException {
        Files.createDirectories(root.resolve("a folder/below/and below"));
        Entries[] batch = new Entries[1];
        list(named.access, named.access.folder(root), lister -> {
            assertTrue(lister.next());
            batch[0] = lister.newFolders();
            lister.addTo(batch[0]);
            assertEquals(Map.of("below", EntryKind.FOLDER), kinds(named.access, lister.folder(), false));
        });
        assertEquals("a folder", batch[0].name(0));
        assertEquals(Map.of("below", EntryKind.FOLDER), kinds(named.access, batch[0].folder(0), false));
    }

    @ParameterizedTest
    @MethodSource("accesses")
    void namesThatAreNotUtf8AreShownByTheirBytesAndOpened(Named named) throws Exception {
        assumeFalse(
                "ANSI_X3.4-1968".equals(System.getProperty("sun.jnu.encoding")), "this locale has no names but ASCII");
        run(
                "sh",
                "-c",
                "cd \"$0\" && d=$(printf 'f\\377\\303\\244') && mkdir \"$d\" && printf text >\"$d/$(printf 'x\\374\\\\y\\303\\244\\342')\"",
                root.toString());
        Entries[] batch = new Entries[1];
        list(named.access, named.access.folder(root), lister -> {
            assertTrue(lister.next());
            assertEquals("f\\xFFä", lister.name());
            batch[0] = only(named.access, lister.folder());
        });
        assertEquals("x\\xFC\\yä\\xE2", batch[0].name(0));
        assertEquals("text", read(named.access, batch[0], 0));
        batch[0].release();
    }

    @ParameterizedTest
    @MethodSource("accesses")
    void pathsLongerThanTheSystemOpensAtOnce(Named named) throws Exception {
        String name = "n".repeat(200);
        int depth = 50;
        run(
                "sh",
                "-c",
                "cd \"$0\" && i=0 && while [ $i -lt $1 ]; do mkdir $2 && cd -P $2 || exit; i=$((i+1)); done; printf deep >file",
                root.toString(),
                String.valueOf(depth),
                name);
        Folder folder = named.access.folder(root);
        for (int i = 0; i < depth; i++) {
            Folder[] below = new Folder[1];
            list(named.access, folder, lister -> {
                assertTrue(lister.next());
                assertEquals(EntryKind.FOLDER, lister.kind(false));
                below[0] = lister.folder();
            });
            folder = below[0];
        }
        Entries file = only(named.access, folder);
        assertEquals("deep", read(named.access, file, 0));
        file.release();
        run("rm", "-rf", root.resolve(name).toString()); // the JDK cannot remove it
    }

    @ParameterizedTest
    @MethodSource("accesses")
    void aFolderIsTheSameUnderEveryNameAndNoOther(Named named) throws IOException {
        Files.createDirectory(root.resolve("a"));
        Files.createDirectory(root.resolve("b"));
        Path link = Files.createSymbolicLink(root.resolve("link"), root.resolve("a"));
        Object[] ids = new Object[3];
        Path[] paths = {root.resolve("a"), root.resolve("b"), link};
        for (int i = 0; i < ids.length; i++) {
            try (FolderLister lister = named.access.newLister()) {
                lister.open(named.access.folder(paths[i]), true);
                ids[i] = lister.identity();
            }
        }
        assertEquals(ids[0], ids[2]);
        assertNotEquals(ids[0], ids[1]);
    }

    @ParameterizedTest
    @MethodSource("accesses")
    void whatCannotBeListedIsRefusedAndTheListerGoesOn(Named named) throws IOException {
        Path file = Files.createFile(root.resolve("file"));
        try (FolderLister lister = named.access.newLister()) {
            assertThrows(
                    NoSuchFileException.class, () -> lister.open(named.access.folder(root.resolve("missing")), false));
            assertThrows(IOException.class, () -> lister.open(named.access.folder(file), false));
            lister.open(named.access.folder(root), false);
            assertTrue(lister.next());
        }
    }

    @ParameterizedTest
    @MethodSource("accesses")
    void aFileThatVanishesOrIsReplacedIsRefused(Named named) throws Exception {
        for (String name : new String[] {"vanishes", "becomes a folder", "becomes a link", "becomes a pipe"}) {
            Path folder = Files.createDirectory(root.resolve(name));
            Path file = Files.writeString(folder.resolve("file"), "x");
            Entries listed = only(named.access, named.access.folder(folder));
            Files.delete(file);
            switch (name) {
                case "becomes a folder" -> Files.createDirectory(file);
                case "becomes a link" -> Files.createSymbolicLink(file, Files.createFile(folder.resolve("target")));
                case "becomes a pipe" -> {
                    if (!named.access.isNative()) {
                        continue; // the JDK's channels would wait for a writer
                    }
                    run("mkfifo", file.toString());
                }
                default -> {
                    // vanishes
                }
            }
            assertThrows(IOException.class, () -> read(named.access, listed, 0), name);
            listed.release();
        }
    }

    @ParameterizedTest
    @MethodSource("accesses")
    void aFolderThatIsReplacedByALinkIsRefusedUnlessLinksAreFollowed(Named named) throws IOException {
        String longName = "n".repeat(200);
        for (int depth : new int[] {1, 8}) {
            Path above = Files.createDirectories(root.resolve((longName + "/").repeat(depth)));
            Files.createFile(Files.createDirectory(above.resolve("target")).resolve("file"));
            Folder link = named.access.folder(Files.createSymbolicLink(above.resolve("link"), above.resolve("target")));
            try (FolderLister lister = named.access.newLister()) {
                assertThrows(IOException.class, () -> lister.open(link, false), "depth " + depth);
                lister.open(link, true);
                assertTrue(lister.next());
                assertEquals("file", lister.name());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("accesses")
    void linksWithinLongPathsAreFollowed(Named named) throws IOException {
        Path path = root;
        for (int i = 0; i < 12; i++) {
            String name = i + "n".repeat(100);
            Files.createDirectory(path.resolve("real" + i));
            path = Files.createSymbolicLink(path.resolve(name), Path.of("real" + i));
        }
        Files.createFile(Files.createDirectory(path.resolve("folder")).resolve("file"));

        assertEquals(
                Map.of("file", EntryKind.FILE),
                kinds(named.access, named.access.folder(path.resolve("folder")), false));
    }

    @ParameterizedTest
    @MethodSource("accesses")
    void oneFileByItsPath(Named named) throws IOException {
        Path file = Files.writeString(root.resolve("größer ✓.dcm"), "text");
        Entries one = named.access.file(file);
        assertEquals(1, one.size());
        assertEquals("größer ✓.dcm", one.name(0));
        assertEquals("text", read(named.access, one, 0));
    }

    @ParameterizedTest
    @MethodSource("accesses")
    void readsAtAnyOffsetAndEndsAtTheEnd(Named named) throws IOException {
        byte[] bytes = new byte[10_000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31);
        }
        Path file = Files.write(root.resolve("file"), bytes);
        FileHandle handle = named.access.newHandle();
        handle.open(file, false);
        ByteBuffer buffer = ByteBuffer.allocateDirect(4_096);
        assertEquals(4_000, handle.read(5_000, buffer, 96, 4_000));
        byte[] read = new byte[4_000];
        buffer.get(96, read);
        assertArrayEquals(Arrays.copyOfRange(bytes, 5_000, 9_000), read);
        assertEquals(10, handle.read(9_990, buffer, 0, 4_096));
        assertTrue(handle.read(10_000, buffer, 0, 4_096) <= 0);
        assertTrue(handle.read(6_000_000_000L, buffer, 0, 4_096) <= 0);
        assertEquals(10_000, handle.size());
        handle.close();
        handle.close();
    }

    /** A link that takes a folder's place and is gone again, over and over. */
    @ParameterizedTest
    @MethodSource("accesses")
    void aLinkThatIsInAFoldersPlaceForAMomentIsNeverFollowed(Named named) throws Exception {
        Path place = Files.createDirectory(root.resolve("place"));
        Files.createFile(place.resolve("own"));
        Path elsewhere = Files.createDirectory(root.resolve("elsewhere"));
        Files.createFile(elsewhere.resolve("not ours"));
        Path link = Files.createSymbolicLink(root.resolve("link"), elsewhere);
        AtomicBoolean enough = new AtomicBoolean();
        Thread swapping = new Thread(() -> {
            Path aside = root.resolve("aside");
            try {
                while (!enough.get()) {
                    Files.move(place, aside);
                    Files.move(link, place);
                    Files.move(place, link);
                    Files.move(aside, place);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        swapping.start();
        Set<String> seen = new TreeSet<>();
        try (FolderLister lister = named.access.newLister()) {
            for (int i = 0; i < 20_000; i++) {
                listNames(lister, named.access.folder(place), seen);
            }
        } finally {
            enough.set(true);
            swapping.join();
        }
        assertEquals(Set.of("own"), seen);
    }

    /** Adds the names of the entries, if the folder can be opened just now. */
    private static void listNames(FolderLister lister, Folder folder, Set<String> names) throws IOException {
        try {
            lister.open(folder, false);
        } catch (FileSystemException e) {
            return;
        }
        try (lister) {
            while (lister.next()) {
                names.add(lister.name());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("accesses")
    void stampsOfFilesTellSizeTimeAndInode(Named named) throws IOException {
        Path file = Files.writeString(root.resolve("größer ✓"), "four");
        Instant modified = Instant.ofEpochSecond(1_000_000_007, 123_456_789);
        Files.setLastModifiedTime(file, FileTime.from(modified));
        FileStamp stamp = new FileStamp();
        Entries listed = only(named.access, named.access.folder(root));
        for (Entries files : List.of(listed, named.access.file(file))) {
            named.access.newStamps().read(files, 0, false, stamp);
            assertEquals(4, stamp.sizeBytes());
            assertEquals(1_000_000_007_123_456_789L, stamp.modifiedNanos());
            assertEquals(inode(file), stamp.inode());
        }
        Files.delete(file);
        assertThrows(NoSuchFileException.class, () -> named.access.newStamps().read(listed, 0, false, new FileStamp()));
        listed.release();
    }

    @ParameterizedTest
    @MethodSource("accesses")
    void theStampOfALinkIsItsOwnOrThatOfItsTarget(Named named) throws IOException {
        Path target = Files.writeString(root.resolve("target"), "twelve bytes");
        Path folder = Files.createDirectory(root.resolve("folder"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), target);
        Entries listed = only(named.access, named.access.folder(folder));
        FileStamp stamp = new FileStamp();

        named.access.newStamps().read(listed, 0, true, stamp);
        assertEquals(12, stamp.sizeBytes());
        assertEquals(inode(target), stamp.inode());
        named.access.newStamps().read(listed, 0, false, stamp);
        assertEquals(
                Files.readAttributes(link, "unix:ino", LinkOption.NOFOLLOW_LINKS)
                        .get("ino"),
                stamp.inode());
        listed.release();
    }

    @ParameterizedTest
    @MethodSource("accesses")
    void theStampOfAFolderChangesWithItsEntries(Named named) throws IOException {
        Path folder = Files.createDirectory(root.resolve("folder"));
        Files.setLastModifiedTime(folder, FileTime.from(Instant.ofEpochSecond(1_000_000_007, 5)));
        FileStamp stamp = new FileStamp();
        list(named.access, named.access.folder(folder), lister -> lister.stamp(stamp));
        assertEquals(1_000_000_007_000_000_005L, stamp.modifiedNanos());
        assertEquals(inode(folder), stamp.inode());

        Files.createFile(folder.resolve("new"));
        list(named.access, named.access.folder(folder), lister -> lister.stamp(stamp));
        assertNotEquals(1_000_000_007_000_000_005L, stamp.modifiedNanos());
    }

    private static long inode(Path path) throws IOException {
        return (long) Files.getAttribute(path, "unix:ino");
    }
}
