package dev.vernier.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.DicomFile;
import dev.vernier.NiftiFile;
import dev.vernier.Packed;
import dev.vernier.dicom.HeaderValues;
import dev.vernier.dicom.Mutations;
import dev.vernier.dicom.Outcome;
import dev.vernier.dicom.Samples;
import dev.vernier.dicom.TagPath;
import dev.vernier.dicom.WantedTags;
import dev.vernier.geometry.SpacingRules;
import dev.vernier.io.ArchiveEntries;
import dev.vernier.io.Entries;
import dev.vernier.io.FileAccess;
import dev.vernier.io.HeaderSource;
import dev.vernier.io.ReadStrategy;
import dev.vernier.synth.DicomSyntax;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A broken file has one outcome, and the same bytes are read of it, in a folder, a tar archive, a gzipped one, and a
 * zip archive, stored or deflated. The same files in every run: {@code -Dvernier.fuzz.mutants=1000000} makes more, {@code
 * -Dvernier.fuzz.seed=...} others.
 */
class FiveWaysTest {

    private static final long MUTANTS = Long.getLong("vernier.fuzz.mutants", 20_000);
    private static final long SEED = Long.getLong("vernier.fuzz.seed", 0);
    /** Mutants of one archive: what was read of one of them must not be found again in the next. */
    private static final int BATCH = 2_000;

    private static final List<Packed> ARCHIVES =
            List.of(Packed.TAR_GNU, Packed.TAR_GZ, Packed.ZIP_STORED, Packed.ZIP_DEFLATED);
    private static final List<TagPath> LABELS = List.of(TagPath.parse("Modality"), TagPath.parse("Manufacturer"));
    private static final WantedTags TAGS = WantedTags.of(
            "SpecificCharacterSet",
            "SOPInstanceUID",
            "PatientName",
            "(0019,1010)",
            "(0019,1020)/PixelSpacing",
            "PixelSpacing",
            "ReferencedImageSequence/ReferencedSOPInstanceUID",
            "PerFrameFunctionalGroupsSequence/PlanePositionSequence/ImagePositionPatient",
            "(7FE0,0010)");

    /** Only of these are the further tags read to the end. */
    private static final Set<Outcome> DICOM = EnumSet.of(Outcome.OK, Outcome.NO_GEOMETRY, Outcome.NO_SERIES);

    @TempDir
    private Path temp;

    /** Writes down what is read of each file, by its path. */
    private static final class Recorder implements FileWork {

        private final JudgedReader reader;
        private final FurtherTags further;
        private final HeaderValues values = new HeaderValues(TAGS);
        private final Map<String, String> answers;
        private final Set<Outcome> outcomes;

        Recorder(HeaderSource source, Map<String, String> answers, Set<Outcome> outcomes) {
            this.reader = new JudgedReader(source, false, SpacingRules.DEFAULT, LABELS, false, SeriesGrouping.SERIES);
            this.further = reader.readAlso(values.wanted().withFullWalk(), values);
            this.answers = answers;
            this.outcomes = outcomes;
        }

        static Map<String, String> of(Path root, Set<Outcome> outcomes) throws IOException {
            Map<String, String> answers = new ConcurrentHashMap<>();
            FileWork.Factory factory = new FileWork.Factory() {
                @Override
                public FileWork forFolders(FileAccess access) {
                    return new Recorder(ReadStrategy.AUTO.newSource(access), answers, outcomes);
                }

                @Override
                public FileWork forArchives() {
                    return new Recorder(ArchiveEntries.newSource(), answers, outcomes);
                }
            };
            new ArchiveScan(Scans.options(false, 2, root), ScanListener.NONE, factory).run();
            return answers;
        }

        @Override
        public void lookAt(String folder, Entries files, int index, ArchiveTally tally) {
            values.begin();
            Outcome outcome = reader.read(folder, files, index);
            String missing = DICOM.contains(outcome) ? further.missing() : "";
            String text =
                    outcome + " " + reader.detail() + missing + "; values " + values() + "; geometry " + geometry();
            answers.put(FolderNames.child(folder, files.name(index)), text);
            synchronized (outcomes) {
                outcomes.add(outcome);
            }
        }

        private String geometry() {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try {
                reader.geometry().writeTo(new DataOutputStream(bytes));
            } catch (IOException e) {
                throw new UncheckedIOException(e); // memory does not fail so
            }
            return HexFormat.of().formatHex(bytes.toByteArray());
        }

        private String values() {
            StringBuilder text = new StringBuilder();
            for (int slot = 0; slot < TAGS.size(); slot++) {
                if (values.isPresent(slot)) {
                    text.append(slot).append('=').append(values.vr(slot)).append(':');
                    text.append(HexFormat.of().formatHex(values.bytes(slot))).append(' ');
                }
            }
            return text.toString();
        }

        @Override
        public void refuse(String path, String reason, ArchiveTally tally) {
            answers.put(path, "refused: " + reason);
        }

        @Override
        public long reads() {
            return reader.reads();
        }

        @Override
        public long bytesRead() {
            return reader.bytesRead();
        }

        @Override
        public void close() {
            reader.close();
        }
    }

    private static List<byte[]> corpus() throws IOException {
        List<byte[]> corpus = new ArrayList<>(Samples.all().values());
        for (DicomSyntax syntax : DicomSyntax.values()) {
            corpus.add(DicomFile.slice(3).syntax(syntax).toBytes());
        }
        corpus.add(DicomFile.volume(0, 2, 4).toBytes());
        corpus.add(NiftiFile.one().toBytes());
        corpus.add(NiftiFile.two().toBytes());
        corpus.add(NiftiFile.two().toGzip());
        return corpus;
    }

    @Test
    void mutatedFilesSayTheSameInAFolderAndInAnyArchive() throws IOException {
        Mutations mutations = new Mutations(corpus());
        Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
        for (long from = SEED; from < SEED + MUTANTS; from += BATCH) {
            Path folder = Files.createDirectory(temp.resolve("from" + from));
            for (long seed = from; seed < Math.min(from + BATCH, SEED + MUTANTS); seed++) {
                mutations.mutate(seed);
                write(folder.resolve("seed-" + seed), mutations);
            }
            compare(folder, outcomes);
        }
        Set<Outcome> expected = EnumSet.allOf(Outcome.class);
        expected.remove(Outcome.UNREADABLE);
        assertEquals(expected, outcomes);
    }

    private static void write(Path file, Mutations mutations) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(mutations.bytes(), 0, mutations.size());
        }
    }

    private static void compare(Path folder, Set<Outcome> outcomes) throws IOException {
        Map<String, String> inFolder = Recorder.of(folder, outcomes);
        assertTrue(inFolder.size() > 0);
        inFolder.forEach((name, answer) -> assertFalse(answer.contains("internal error"), name + ": " + answer));
        for (Packed packed : ARCHIVES) {
            Path archive = packed.pack(folder);
            Map<String, String> inArchive = Recorder.of(archive, outcomes);
            for (String name : new TreeSet<>(inFolder.keySet())) {
                assertEquals(inFolder.get(name), inArchive.get(name), name + " in " + packed);
            }
            assertEquals(inFolder.size(), inArchive.size(), packed::toString);
            Files.delete(archive);
        }
        for (String name : inFolder.keySet()) {
            Files.delete(folder.resolve(name));
        }
    }
}
