package dev.vernier.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.Tag;
import org.dcm4che3.io.DicomInputStream;

/**
 * What a scan made of dcm4che takes once its JVM is warm: reads every file below a folder up to the pixel data, several times in one JVM.
 * Listing the files is not timed, in its favour. Arguments: FOLDER THREADS PASSES. Prints what {@link WarmPasses} says, and for each file of
 * the last pass its SeriesInstanceUID and PixelSpacing, with a tab between.
 */
public final class Dcm4cheScan {

    private Dcm4cheScan() {}

    /** The values of the files that are DICOM, and how many were looked at. */
    private record Values(long files, List<String> lines) implements WarmPasses.Result {

        @Override
        public long failed() {
            return files - lines.size();
        }
    }

    public static void main(String[] args) throws Exception {
        ForkJoinPool threads = new ForkJoinPool(Integer.parseInt(args[1]));
        List<File> files = files(Path.of(args[0]));
        Values values = WarmPasses.run(
                Integer.parseInt(args[2]),
                () -> new Values(files.size(), threads.submit(() -> read(files)).get()),
                System.out);
        values.lines.forEach(System.out::println);
    }

    private static List<File> files(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).map(Path::toFile).toList();
        }
    }

    /** The values of those files that are DICOM; in parallel on the pool whose thread calls. */
    static List<String> read(List<File> files) {
        return files.parallelStream().flatMap(Dcm4cheScan::read).toList();
    }

    private static Stream<String> read(File file) {
        try (DicomInputStream stream = new DicomInputStream(file)) {
            Attributes dataset = stream.readDatasetUntilPixelData();
            String[] spacing = dataset.getStrings(Tag.PixelSpacing);
            return Stream.of(dataset.getString(Tag.SeriesInstanceUID, "") + "\t"
                    + (spacing == null ? "" : String.join("\\", spacing)));
        } catch (IOException | RuntimeException e) { // what dcm4che throws at files that are no DICOM
            return Stream.empty();
        }
    }
}
