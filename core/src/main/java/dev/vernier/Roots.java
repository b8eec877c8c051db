package dev.vernier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The roots of a scan: those that lie inside another one are left out, so that no file counts twice. Stateless. */
final class Roots {

    private Roots() {}

    /**
     * The outermost roots, in the order given and by the names given.
     *
     * @throws NoSuchFileException naming a root that does not exist
     */
    static List<Path> withoutNested(List<Path> roots) throws IOException {
        Map<Path, Path> givenByReal = new LinkedHashMap<>();
        for (Path root : roots) {
            if (!Files.exists(root)) {
                throw new NoSuchFileException(root.toString(), null, "there is no such folder");
            }
            givenByReal.putIfAbsent(root.toRealPath(), root);
        }
        List<Path> outermost = new ArrayList<>();
        givenByReal.forEach((real, given) -> {
            boolean nested =
                    givenByReal.keySet().stream().anyMatch(other -> !other.equals(real) && real.startsWith(other));
            if (!nested) {
                outermost.add(given);
            }
        });
        return outermost;
    }
}
