package dev.vernier.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares our reader with an oracle on all files of a folder, and what they disagree about with the table. */
final class Comparison {

    private final Oracle oracle;
    private final Path root;
    private final String prefix;

    /**
     * A comparison of all files below a folder.
     *
     * @param prefix stands for the folder in the table
     */
    Comparison(Oracle oracle, Path root, String prefix) {
        this.oracle = oracle;
        this.root = root;
        this.prefix = prefix;
    }

    /**
     * Asserts that exactly the known disagreements are found. Where another version of the oracle is installed than the one
     * that the table knows, it may have learnt: then disagreements of the table may be missing, but still none may be new.
     */
    void assertOnlyKnownDisagreements(Path scratch, int leastFiles) throws IOException, InterruptedException {
        String version = oracle.installedVersion(scratch);
        List<Path> files = files();
        assertTrue(files.size() >= leastFiles, () -> files.size() + " files");
        Set<Disagreement> found = disagreements(files, scratch);
        Set<Disagreement> known = Disagreement.table().stream()
                .map(Disagreement.Known::disagreement)
                .filter(row -> row.oracle().equals(oracle.name()) && row.file().startsWith(prefix))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        assertEquals("", rows(found, known), "disagreements that disagreements.csv does not list");
        if (version.equals(oracle.knownVersion())) {
            assertEquals("", rows(known, found), "rows of disagreements.csv that are no longer true");
        }
    }

    private static String rows(Set<Disagreement> some, Set<Disagreement> others) {
        return some.stream()
                .filter(disagreement -> !others.contains(disagreement))
                .map(Disagreement::asRow)
                .collect(Collectors.joining("\n"));
    }

    private Set<Disagreement> disagreements(List<Path> files, Path scratch) throws IOException, InterruptedException {
        Map<Path, Reading> theirs = oracle.read(files, scratch);
        Map<Path, Reading> ours = OurReader.read(files, oracle.decodesText());
        List<Disagreement> all = new ArrayList<>();
        for (Path file : files) {
            String name = prefix + root.relativize(file);
            assertTrue(theirs.containsKey(file), () -> oracle.name() + " says nothing of " + name);
            all.addAll(Disagreement.between(oracle.name(), name, ours.get(file), theirs.get(file)));
        }
        return new LinkedHashSet<>(all);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> tree = Files.walk(root)) {
            return tree.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
