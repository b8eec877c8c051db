package dev.vernier.spark.files;

import dev.vernier.archive.ArchiveKind;
import dev.vernier.scan.ArchiveRoot;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * A folder, or a file, to scan.
 *
 * @param given its name as the user gave it, without a slash at the end
 * @param uri where it is
 * @param folder whether it is a folder
 * @param bytes size of a file
 */
public record Root(String given, String uri, boolean folder, long bytes) {

    /**
     * The outermost of these roots, in the order given: none inside another, so that no file counts twice.
     *
     * @throws NoSuchFileException naming a root that does not exist
     * @throws IOException naming one that cannot be reached, or is an archive: those are not opened on a cluster
     */
    public static List<Root> resolve(List<String> given, HadoopAccess access) throws IOException {
        Map<Path, Root> byPath = new LinkedHashMap<>();
        for (String name : given) {
            Path path = path(name);
            FileStatus status = status(name, path, access);
            Path real = real(status.getPath());
            Root root = new Root(withoutSlash(name), real.toString(), status.isDirectory(), status.getLen());
            if (!root.folder) {
                requireNoArchive(root, access);
            }
            byPath.putIfAbsent(real, root);
        }
        List<Root> outermost = new ArrayList<>();
        byPath.forEach((path, root) -> {
            if (!isInside(path, byPath.keySet())) {
                outermost.add(root);
            }
        });
        return outermost;
    }

    private static Path path(String name) throws IOException {
        try {
            return new Path(name);
        } catch (IllegalArgumentException e) {
            throw new IOException("'" + name + "' is no path: " + e.getMessage(), e);
        }
    }

    private static FileStatus status(String name, Path path, HadoopAccess access) throws IOException {
        try {
            return access.of(path).getFileStatus(path);
        } catch (FileNotFoundException e) {
            NoSuchFileException missing = new NoSuchFileException(name, null, "there is no such folder");
            missing.initCause(e);
            throw missing;
        } catch (IOException e) {
            throw new IOException("cannot use " + name + ": " + e.getMessage(), e);
        }
    }

    private static void requireNoArchive(Root file, HadoopAccess access) throws IOException {
        RangeWindow window = new RangeWindow(access.need());
        ArchiveKind kind;
        try {
            Path path = new Path(file.uri);
            window.open(access.of(path), path, file.bytes);
            kind = ArchiveRoot.of(window);
        } catch (IOException e) {
            return; // whoever reads it tells
        } finally {
            window.closeFile(0);
        }
        if (kind != null) {
            throw new IOException(file.given + " is " + kind.meaning()
                    + ", which is not opened on a cluster: unpack it, or scan it by 'vernier scan'");
        }
    }

    /** A root is what the user named: a link is followed there, though not below. */
    private static Path real(Path path) throws IOException {
        return HadoopAccess.isLocal(path)
                ? new Path(
                        "file",
                        null,
                        java.nio.file.Path.of(path.toUri().getPath())
                                .toRealPath()
                                .toString())
                : path;
    }

    private static boolean isInside(Path path, Set<Path> roots) {
        for (Path above = path.getParent(); above != null; above = above.getParent()) {
            if (roots.contains(above)) {
                return true;
            }
        }
        return false;
    }

    private static String withoutSlash(String name) {
        int end = name.length();
        while (end > 1 && name.charAt(end - 1) == '/' && name.charAt(end - 2) != ':') {
            end--;
        }
        return name.substring(0, end);
    }

    /** What names of folders below it begin with; nothing where it is the only root. */
    public String shownAs(boolean onlyOne) {
        if (onlyOne) {
            return "";
        }
        int slash = given.lastIndexOf('/');
        return folder ? given : given.substring(0, Math.max(slash, 0));
    }
}
