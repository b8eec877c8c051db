package dev.vernier.cli;

import dev.vernier.scan.ArchiveTally;
import dev.vernier.scan.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What an index has no row for, since nobody knows which files are there; nothing else tells of it. Stateless. */
final class WithoutRow {

    private WithoutRow() {}

    /** Folders and archives that could not be listed: a line for each that is known by name, and one for the others. */
    static List<String> unlisted(ArchiveTally counts, List<Path> roots) {
        List<String> lines = new ArrayList<>();
        addUnlisted(
                lines,
                counts,
                roots,
                Problem.UNREADABLE_FOLDER,
                "what is in it has no row: see that it can be read, and index again");
        addUnlisted(
                lines,
                counts,
                roots,
                Problem.UNREADABLE_ARCHIVE,
                "what could not be listed has no row: see that the archive is whole, and index again");
        return lines;
    }

    private static void addUnlisted(
            List<String> lines, ArchiveTally counts, List<Path> roots, String code, String advice) {
        List<Problem> named = named(counts, code);
        named.forEach(problem -> lines.add(
                String.format(Locale.ROOT, "left out: %s (%s): %s", path(problem, roots), problem.detail(), advice)));
        long others = count(counts, code) - named.size();
        if (others > 0) {
            lines.add(String.format(Locale.ROOT, "left out: %,d more with %s", others, code));
        }
    }

    /** Links that were not followed, or led to what has been seen: how many, and the first. */
    static List<String> links(ArchiveTally counts, List<Path> roots) {
        List<String> lines = new ArrayList<>();
        addLinks(
                lines, counts, roots, Problem.LINK_NOT_FOLLOWED, "were not followed (--follow-links does, in folders)");
        addLinks(lines, counts, roots, Problem.LINK_LOOP, "lead to files that have their rows elsewhere");
        return lines;
    }

    private static void addLinks(List<String> lines, ArchiveTally counts, List<Path> roots, String code, String why) {
        named(counts, code).stream()
                .findFirst()
                .ifPresent(first -> lines.add(String.format(
                        Locale.ROOT,
                        "symbolic links without a row: %,d %s, first %s",
                        count(counts, code),
                        why,
                        path(first, roots))));
    }

    private static List<Problem> named(ArchiveTally counts, String code) {
        return counts.problems().stream()
                .filter(problem -> problem.code().equals(code))
                .toList();
    }

    private static long count(ArchiveTally counts, String code) {
        return counts.problemCounts().getOrDefault(code, 0L);
    }

    /** With its root, which the paths of a single one are without. */
    private static String path(Problem problem, List<Path> roots) {
        if (roots.size() > 1) {
            return problem.path();
        }
        return problem.path().equals(".") ? roots.get(0).toString() : roots.get(0) + "/" + problem.path();
    }
}
