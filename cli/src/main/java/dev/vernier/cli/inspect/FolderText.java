package dev.vernier.cli.inspect;

import dev.vernier.cli.console.Paint;
import dev.vernier.cli.output.TextTable;
import dev.vernier.geometry.SeriesSpacing;
import dev.vernier.inspect.FolderInspection;
import dev.vernier.inspect.SeriesInspection;
import dev.vernier.scan.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** Explains the series of a folder, few of them one after the other, or lists them where they are many. Stateless. */
public final class FolderText {

    /** So many are explained without being asked for. */
    private static final int FEW_SERIES = 3;

    private FolderText() {}

    /** The explanation, ending with a line feed. */
    public static String of(FolderInspection folder, Detail detail, Paint paint) {
        Page page = new Page(paint);
        List<SeriesInspection> series = folder.series();
        if (series.size() > FEW_SERIES && detail == Detail.BOUNDED) {
            printList(series, detail, page);
        } else {
            series.forEach(each -> print(each, detail, page));
        }
        printProblems(folder, detail, page);
        return page.toString();
    }

    private static void print(SeriesInspection series, Detail detail, Page page) {
        page.heading("Series " + series.seriesUid());
        String labels =
                series.labels().stream().filter(label -> !label.isEmpty()).collect(Collectors.joining(", "));
        page.fact("from", labels.isEmpty() ? "unknown" : labels);
        page.fact("folder", series.folder().isEmpty() ? "." : series.folder());
        if (series.unreadableFiles() > 0) {
            page.fact("unreadable", page.paint().bad(Page.count(series.unreadableFiles(), "file")), "");
        }
        SeriesText.print(series.explain(), detail, page);
    }

    private static void printList(List<SeriesInspection> all, Detail detail, Page page) {
        List<SeriesInspection> listed = all.subList(0, Math.min(all.size(), detail.series()));
        List<SeriesSpacing> spacings =
                listed.stream().map(SeriesInspection::spacing).toList();
        page.heading(Page.count(all.size()) + " series");
        page.table(new TextTable()
                .text("series", listed.stream().map(SeriesInspection::seriesUid).toList())
                .text(
                        "status",
                        spacings.stream().map(each -> each.status().name()).toList())
                .lengths("x", spacings.stream().map(SeriesSpacing::x).toList())
                .lengths("y", spacings.stream().map(SeriesSpacing::y).toList())
                .lengths("z", spacings.stream().map(SeriesSpacing::z).toList())
                .text(
                        "plane",
                        spacings.stream().map(each -> each.plane().label()).toList())
                .numbers(
                        "files",
                        spacings.stream().map(each -> Page.count(each.files())).toList())
                .text(
                        "flags",
                        spacings.stream()
                                .map(each -> SeriesText.flags(each.flags()))
                                .toList()));
        if (listed.size() < all.size()) {
            page.line("... and " + Page.count(all.size() - listed.size()) + " more");
        }
        page.line("");
        page.line("--series UID explains one of them, --all each.");
    }

    private static void printProblems(FolderInspection folder, Detail detail, Page page) {
        if (folder.problemCount() == 0) {
            return;
        }
        page.heading("Of no use: " + Page.count(folder.problemCount()));
        List<Problem> problems = folder.problems();
        List<Problem> listed = problems.subList(0, Math.min(problems.size(), detail.problems()));
        for (Problem problem : listed) {
            page.fact(problem.code(), problem.path() + (problem.detail().isEmpty() ? "" : ": " + problem.detail()));
        }
        if (listed.size() < folder.problemCount()) {
            page.line("... and " + Page.count(folder.problemCount() - listed.size()) + " more"
                    + (listed.size() < problems.size()
                            ? ": --all lists them"
                            : ", of kinds of which the first are listed"));
        }
    }
}
