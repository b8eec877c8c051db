package dev.vernier;

import dev.vernier.scan.ScanOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The roots of a scan: those that lie inside another one are left out, so that no file counts twice. Stateless. */
public final class Roots {

    private Roots() {}

    /**
     * The outermost roots, in the order given and by the names given.
     *
     * @throws NoSuchFileException naming a root that does not exist
     */
    public static List<Path> withoutNested(List<Path> roots) throws IOException {
        Map<Path, Path> givenByReal = new LinkedHashMap<>();
        for (Path root : roots) {
            if (!Files.exists(root)) {
                throw new NoSuchFileException(root.toString(), null, "there is no such folder");
            }
            givenByReal.putIfAbsent(root.toRealPath(), root);
        }
        List<Path> outermost = new ArrayList<>();
        givenByReal.forEach((real, given) -> {
            if (!isInside(real, givenByReal.keySet())) {
                outermost.add(given);
            }
        });
        return outermost;
    }

    private static boolean isInside(Path real, Set<Path> roots) {
        for (Path above = real.getParent(); above != null; above = above.getParent()) {
            if (roots.contains(above)) {
                return true;
            }
        }
        return false;
    }

    /**
     * What names of folders begin with where there are several roots: each root as it was given, and as the archive that it may be. Nothing
     * where there is one.
     */
    static Set<String> names(List<Path> roots) {
        return roots.size() == 1
                ? Set.of()
                : roots.stream()
                        .map(Path::toString)
                        .flatMap(root -> Stream.of(root, root + ScanOptions.ARCHIVE_MARK))
                        .collect(Collectors.toSet());
    }

    /** A folder's name without its root, the longest that matches: the root is no level of {@code folder:N}. */
    static String below(Set<String> rootNames, String folder) {
        for (int end = folder.length(); end >= 0; end = folder.lastIndexOf('/', end - 1)) {
            if (rootNames.contains(folder.substring(0, end))) {
                return folder.substring(Math.min(end + 1, folder.length()));
            }
        }
        return folder;
    }
}
