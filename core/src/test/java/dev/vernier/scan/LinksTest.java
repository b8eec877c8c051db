package dev.vernier.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vernier.DicomFile;
import dev.vernier.dicom.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Symbolic links: not followed, or followed to each folder once and in every scan by the same name. */
@Timeout(60)
class LinksTest {

    @TempDir
    private Path temp;

    private Path root;
    private Path outside;

    @BeforeEach
    void makeFolders() throws IOException {
        root = Files.createDirectory(temp.resolve("root"));
        outside = Files.createDirectory(temp.resolve("outside"));
    }

    @Test
    void linksAreNotFollowedUnlessAskedFor() throws IOException {
        slice("A").write(root.resolve("a/1"));
        slice("B").write(outside.resolve("b/1"));
        link("folder", outside);
        link("file", outside.resolve("b/1"));
        link("broken", outside.resolve("nothing"));
        ArchiveTally tally = Scans.of(root);

        assertEquals(Map.of("A", 1L), Scans.filesOfSeries(tally));
        assertEquals(1, tally.files());
        assertEquals(Map.of(Problem.LINK_NOT_FOLLOWED, 3L), tally.problemCounts());
        assertEquals(
                List.of("broken", "file", "folder"),
                tally.problems().stream().map(Problem::path).toList());
    }

    @Test
    void linksToFilesAndFoldersAreFollowedWhenAskedFor() throws IOException {
        slice("B").write(outside.resolve("b/1"));
        slice("C").write(outside.resolve("c"));
        link("folder", outside.resolve("b"));
        link("file", outside.resolve("c"));
        ArchiveTally tally = Scans.followingLinks(4, root);

        assertEquals(Map.of("B", "folder", "C", ""), Scans.folders(tally));
        assertEquals(Map.of(), tally.problemCounts());
    }

    @Test
    void aBrokenLinkIsUnreadableWhenFollowed() throws IOException {
        link("broken", outside.resolve("nothing"));
        ArchiveTally tally = Scans.followingLinks(2, root);

        assertEquals(1, tally.files(Outcome.UNREADABLE));
        assertEquals(List.of(new Problem("UNREADABLE", "broken", "no such file")), tally.problems());
    }

    @Test
    void loopsOfFoldersEnd() throws IOException {
        slice("A").write(root.resolve("a/1"));
        link("a/up", root);
        link("a/self", root.resolve("a"));
        link("b", root.resolve("a"));
        ArchiveTally tally = Scans.followingLinks(4, root);

        assertEquals(Map.of("A", 1L), Scans.filesOfSeries(tally));
        assertEquals(Map.of(Problem.LINK_LOOP, 3L), tally.problemCounts());
        assertEquals(2, tally.folders());
    }

    @Test
    void loopsOfLinksEnd() throws IOException {
        link("x", root.resolve("y"));
        link("y", root.resolve("x"));
        ArchiveTally tally = Scans.followingLinks(4, root);

        assertEquals(2, tally.files(Outcome.UNREADABLE));
    }

    @Test
    void loopsBehindLinksEnd() throws IOException {
        slice("B").write(outside.resolve("b/1"));
        Files.createSymbolicLink(outside.resolve("b/back"), outside);
        link("out", outside);
        ArchiveTally tally = Scans.followingLinks(4, root);

        assertEquals(Map.of("B", "out/b"), Scans.folders(tally));
        assertEquals(
                List.of("out/b/back"),
                tally.problems().stream().map(Problem::path).toList());
    }

    @Test
    void aRealFolderKeepsItsNameWhateverLinksLeadToIt() throws IOException {
        for (int i = 0; i < 40; i++) {
            slice("S" + i).write(root.resolve("m" + i + "/1"));
            link("a" + i, root.resolve("m" + i));
            link("z" + i, root.resolve("m" + i));
        }
        for (int threads : new int[] {1, 2, 8, 32}) {
            ArchiveTally tally = Scans.followingLinks(threads, root);
            for (int i = 0; i < 40; i++) {
                assertEquals("m" + i, Scans.folders(tally).get("S" + i));
            }
            assertEquals(Map.of(Problem.LINK_LOOP, 80L), tally.problemCounts());
        }
    }

    @Test
    void ofSeveralLinksToAFolderTheFirstByNameCountsInEveryScan() throws IOException {
        for (int i = 0; i < 40; i++) {
            slice("S" + i).write(outside.resolve("m" + i + "/sub/1"));
            link("z" + i, outside.resolve("m" + i));
            link("deep/a" + i, outside.resolve("m" + i));
            link("b" + i, outside.resolve("m" + i + "/sub"));
        }
        Map<String, String> expected = Scans.folders(Scans.followingLinks(1, root));
        assertEquals("b7", expected.get("S7"));
        for (int threads : new int[] {2, 8, 32}) {
            ArchiveTally tally = Scans.followingLinks(threads, root);
            assertEquals(expected, Scans.folders(tally));
            assertEquals(Scans.followingLinks(1, root).problems(), tally.problems());
        }
    }

    @Test
    void linksFoundBehindLinksAreFollowedInTurn() throws IOException {
        for (int i = 0; i < 20; i++) {
            Path folder = Files.createDirectories(outside.resolve("chain" + i));
            Files.createSymbolicLink(folder.resolve("next"), outside.resolve("chain" + (i + 1)));
        }
        slice("END").write(outside.resolve("chain20/1"));
        link("start", outside.resolve("chain0"));

        assertEquals(Map.of("END", 1L), Scans.filesOfSeries(Scans.followingLinks(4, root)));
    }

    @Test
    void aFileThatIsMetWithoutItsLinksCountsByItsOwnNameOnly() throws IOException {
        for (int i = 0; i < 40; i++) {
            // As git-annex keeps files: content in a hidden folder, the names that people know are links into it.
            Path object = root.resolve(".git/annex/objects/" + i + "/f.dcm");
            slice("S" + i).write(object);
            link("a/" + i + ".dcm", Path.of("../.git/annex/objects/" + i + "/f.dcm"));
            link("z/" + i + ".dcm", root.resolve("a/" + i + ".dcm"));
        }
        for (int threads : new int[] {1, 2, 8, 32}) {
            ArchiveTally tally = Scans.followingLinks(threads, root);
            assertEquals(40, tally.files());
            assertEquals(".git/annex/objects/7", Scans.folders(tally).get("S7"));
            assertEquals(Map.of(Problem.LINK_LOOP, 80L), tally.problemCounts());
            assertEquals("a/0.dcm", tally.problems().get(0).path());
            assertEquals(
                    "this file is scanned under another name",
                    tally.problems().get(0).detail());
        }
    }

    @Test
    void ofSeveralLinksToAFileTheFirstByNameCountsInEveryScan() throws IOException {
        for (int i = 0; i < 40; i++) {
            slice("S" + i).write(outside.resolve("f" + i));
            link("z/" + i, outside.resolve("f" + i));
            link("b/" + i, outside.resolve("f" + i));
            link("m" + i, root.resolve("z/" + i));
        }
        for (int threads : new int[] {1, 2, 8, 32}) {
            ArchiveTally tally = Scans.followingLinks(threads, root);
            assertEquals(40, tally.files(Outcome.OK));
            assertEquals(40, tally.files());
            assertEquals("b", Scans.folders(tally).get("S7"));
            assertEquals(Map.of(Problem.LINK_LOOP, 80L), tally.problemCounts());
        }
    }

    @Test
    void aFileInAFolderThatALinkLeadsToCountsThere() throws IOException {
        slice("S").write(outside.resolve("sub/1"));
        link("a-file", outside.resolve("sub/1"));
        link("b-folder", outside);
        ArchiveTally tally = Scans.followingLinks(4, root);

        assertEquals(Map.of("S", "b-folder/sub"), Scans.folders(tally));
        assertEquals(1, tally.files());
    }

    @Test
    void aFileCountsOnceBelowSeveralRootsOrAsARootToo() throws IOException {
        slice("A").write(outside.resolve("a"));
        slice("B").write(temp.resolve("alone"));
        link("to-root", outside.resolve("a"));
        link("to-file", temp.resolve("alone"));
        for (Path[] roots :
                new Path[][] {{root, outside, temp.resolve("alone")}, {temp.resolve("alone"), outside, root}}) {
            ArchiveTally tally = Scans.followingLinks(4, roots);
            assertEquals(2, tally.files());
            assertEquals(outside.toString(), Scans.folders(tally).get("A"));
            assertEquals(temp.toString(), Scans.folders(tally).get("B"));
        }
    }

    @Test
    void linksOfAnyNamesAreFollowed() throws IOException {
        slice("S").write(outside.resolve("\u8111 %41 #1"));
        link("\u75C5/\u5FC3 %20 ?", outside.resolve("\u8111 %41 #1"));
        ArchiveTally tally = Scans.followingLinks(2, root);

        assertEquals(Map.of("S", "\u75C5"), Scans.folders(tally));
    }

    private void link(String name, Path target) throws IOException {
        Path link = root.resolve(name);
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, target);
    }

    private static DicomFile slice(String series) {
        return DicomFile.slice(0).series(series);
    }
}
