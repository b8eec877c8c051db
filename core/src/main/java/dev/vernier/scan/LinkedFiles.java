package dev.vernier.scan;

import dev.vernier.io.FileAccess;
import dev.vernier.io.FolderLister;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Links to files, kept until all folders are listed: only then is it known which files are met without them. A file
 * that lies in a folder that was listed, or is a root, counts there; of several links to any other file the first by
 * name counts. So whatever names lead to a file, it counts once, in every scan by the same name. Thread-safe while
 * links are added.
 */
final class LinkedFiles {

    private final FileAccess access;
    private final Queue<LinkedFile> links = new ConcurrentLinkedQueue<>();

    LinkedFiles(FileAccess access) {
        this.access = access;
    }

    /**
     * Keeps a link to a file. It is followed now and not again: by then something else may be in its place.
     *
     * @param folder the folder of the link, by its name below the root
     * @param name the last name of the link
     * @throws IOException if it cannot be followed
     */
    void add(Path link, String folder, String name) throws IOException {
        Path real = link.toRealPath();
        links.add(new LinkedFile(real, identity(real.getParent()), folder, name));
    }

    private Object identity(Path folder) throws IOException {
        try (FolderLister lister = access.newLister()) {
            lister.open(access.folder(folder), true);
            return lister.identity();
        }
    }

    /**
     * The links that stand for their files, by name.
     *
     * @param listed whether the folder of this identity was listed
     * @param roots the real paths of the roots
     * @param others is told the links that stand for nothing
     */
    List<LinkedFile> take(Predicate<Object> listed, Collection<Path> roots, Consumer<LinkedFile> others) {
        List<LinkedFile> sorted = new ArrayList<>(links);
        links.clear();
        Collections.sort(sorted);
        Set<Path> known = new HashSet<>(roots);
        List<LinkedFile> standing = new ArrayList<>();
        for (LinkedFile link : sorted) {
            if (!listed.test(link.realFolder()) && known.add(link.real())) {
                standing.add(link);
            } else {
                others.accept(link);
            }
        }
        return standing;
    }
}
