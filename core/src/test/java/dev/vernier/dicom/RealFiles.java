package dev.vernier.dicom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Files of the shared data, for tests that are the better for them but work without. */
public final class RealFiles {

    private static final Path FOLDER = Path.of("..", "..", "shared", "data", "dicom");

    private RealFiles() {}

    /** All of them in order of their names; none where there is no shared data. */
    public static List<Path> all() throws IOException {
        if (!Files.isDirectory(FOLDER)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** So many of them, spread evenly over the cases. */
    public static List<Path> some(int count) throws IOException {
        List<Path> all = all();
        List<Path> some = new ArrayList<>();
        for (int i = 0; i < count && !all.isEmpty(); i++) {
            some.add(all.get((int) ((long) i * all.size() / count)));
        }
        return some;
    }
}
