package dev.vernier.spark.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vernier.dicom.Outcome;
import dev.vernier.geometry.SpacingRules;
import dev.vernier.io.FileNames;
import dev.vernier.scan.ArchiveTally;
import dev.vernier.scan.SeriesGrouping;
import dev.vernier.synth.DicomBytes;
import dev.vernier.synth.DicomSyntax;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Executors are often started without a locale: the JVM then takes names of files for ASCII. */
class PosixLocaleTest {

    @TempDir
    private Path root;

    @Test
    void namesThatAreNotAsciiAreReadAsOnOneMachine() throws IOException, InterruptedException {
        byte[] file = new DicomBytes(DicomSyntax.EXPLICIT_LITTLE_ENDIAN)
                .element(0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.2")
                .element(0x00080018, "UI", "1.2.840.1.1")
                .element(0x00080060, "CS", "CT")
                .element(0x0020000E, "UI", "1.2.840.1")
                .element(0x00280010, "US", 40)
                .element(0x00280011, "US", 30)
                .element(0x00280030, "DS", 0.7, 0.5)
                .toFile();
        Path folder = Files.createDirectories(FileNames.path(root + "/\u00c4rzte 50%"));
        for (String name : List.of("\u00e4\u4e2d.dcm", "a\u0308 \ud83d\ude00", "plain")) { // a\u0308 is not composed
            Files.write(FileNames.path(root + "/\u00c4rzte 50%/" + name), file);
        }
        assertEquals(3, folder.toFile().list().length);

        ProcessBuilder child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        PosixLocaleTest.class.getName(),
                        root.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        child.environment().put("LC_ALL", "POSIX");
        Process process = child.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(0, process.waitFor());
        assertEquals("3 of 3 []", said);
    }

    /** Lists and reads a folder, and prints how many files are images. */
    public static void main(String[] args) {
        HadoopAccess access = new HadoopAccess(new Configuration());
        ArchiveTally tally = new ArchiveTally();
        Deque<FolderName> left = new ArrayDeque<>(List.of(new FolderName("file:" + args[0], "")));
        try (BatchReader reader =
                new BatchReader(access, SpacingRules.DEFAULT, List.of(), false, SeriesGrouping.SERIES)) {
            while (!left.isEmpty()) {
                FolderContent content = FolderContent.list(left.remove(), access, tally);
                content.batches(FileBatch.CAPACITY)
                        .forEach(batch -> reader.read(batch, 0, batch.files().size()));
                left.addAll(content.folders());
            }
            tally.merge(reader.finish());
        }
        long images = tally.files(Outcome.OK) + tally.files(Outcome.NO_GEOMETRY);
        System.out.print(images + " of " + tally.files() + " " + tally.problems());
    }
}
