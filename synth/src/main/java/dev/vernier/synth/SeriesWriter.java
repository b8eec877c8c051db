package dev.vernier.synth;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the files of one series after another into a folder each.
 *
 * <p>Thread rule: one thread at a time; its buffers are reused.
 */
final class SeriesWriter {
    /** Told of every file that was written. */
    interface Progress {
        void fileWritten();
    }

    private static final double SHARE_DOUBLED = 0.1;

    private final Path root;
    private final Progress progress;
    private final Map<DicomSyntax, DicomBytes> buffers = new EnumMap<>(DicomSyntax.class);

    SeriesWriter(Path root, Progress progress) {
        this.root = root;
        this.progress = progress;
    }

    void write(SeriesPlan plan) throws IOException {
        Path folder = Files.createDirectory(root.resolve(plan.uid()));
        Acquisition acquisition = Acquisition.of(plan);
        DicomBytes buffer = buffers.computeIfAbsent(acquisition.syntax(), DicomBytes::new);
        if (plan.volume()) {
            writeVolume(acquisition, folder.toFile(), buffer);
        } else {
            writeSlices(acquisition, folder.toFile(), buffer);
        }
        if (plan.has(Planted.JUNK)) {
            for (int files = JunkFiles.write(folder); files > 0; files--) {
                progress.fileWritten();
            }
        }
    }

    private void writeSlices(Acquisition acquisition, File folder, DicomBytes buffer) throws IOException {
        SeriesPlan plan = acquisition.plan();
        SeededRandom random = plan.randomFor("duplicates");
        List<Slice> slices = SliceStack.of(acquisition);
        int surelyDoubled = random.between(0, slices.size() - 1);
        ClassicHeader header = new ClassicHeader(acquisition);
        for (int i = 0; i < slices.size(); i++) {
            Slice slice = slices.get(i);
            int hole = header.write(buffer, slice);
            boolean doubled = plan.has(Planted.DUPLICATES) && (i == surelyDoubled || random.chance(SHARE_DOUBLED));
            for (String name : names(slice.sopInstanceUid(), doubled)) {
                SparseFile.write(
                        new File(folder, name), buffer, hole, acquisition.largePrivateBytes(), header.pixelBytes());
                progress.fileWritten();
            }
        }
    }

    private void writeVolume(Acquisition acquisition, File folder, DicomBytes buffer) throws IOException {
        SeriesPlan plan = acquisition.plan();
        String sopInstanceUid = Uid.next(plan.randomFor("volume"));
        EnhancedHeader header = new EnhancedHeader(acquisition);
        header.write(buffer, sopInstanceUid);
        for (String name : names(sopInstanceUid, plan.has(Planted.DUPLICATES))) {
            SparseFile.write(new File(folder, name), buffer, buffer.size(), 0, header.pixelBytes());
            progress.fileWritten();
        }
    }

    private static List<String> names(String sopInstanceUid, boolean doubled) {
        String name = sopInstanceUid + ".dcm";
        return doubled ? List.of(name, "Copy of " + name) : List.of(name);
    }
}
