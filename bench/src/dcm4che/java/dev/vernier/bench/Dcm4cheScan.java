package dev.vernier.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.Tag;
import org.dcm4che3.io.DicomInputStream;

/**
 * What a scan made of dcm4che takes once its JVM is warm: reads every file below a folder up to the pixel data, several times in one JVM.
 * Listing the files is not timed, in its favour. Arguments: FOLDER THREADS PASSES. Prints a line for each pass, {@code # files N failed N
 * seconds S cpu S}, and for each file of the last pass its SeriesInstanceUID and PixelSpacing, with a tab between.
 */
public final class Dcm4cheScan {

    private Dcm4cheScan() {}

    public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
        ForkJoinPool threads = new ForkJoinPool(Integer.parseInt(args[1]));
        int passes = Integer.parseInt(args[2]);
        OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        List<File> files = files(Path.of(args[0]));
        List<String> values = List.of();
        for (int pass = 0; pass < passes; pass++) {
            long wall = System.nanoTime();
            long cpu = process.getProcessCpuTime();
            values = threads.submit(() -> read(files)).get();
            cpu = process.getProcessCpuTime() - cpu;
            wall = System.nanoTime() - wall;
            System.out.printf(
                    Locale.ROOT,
                    "# files %d failed %d seconds %.6f cpu %.6f%n",
                    files.size(),
                    files.size() - values.size(),
                    wall / 1e9,
                    cpu / 1e9);
        }
        values.forEach(System.out::println);
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
