package dev.vernier.cli.inspect;

import dev.vernier.Axes;
import dev.vernier.AxisSystem;
import dev.vernier.ReportedAxes;
import dev.vernier.cli.output.TextTable;
import dev.vernier.geometry.AnatomicalPlane;
import dev.vernier.geometry.Flag;
import dev.vernier.geometry.SeriesExplanation;
import dev.vernier.geometry.SeriesSpacing;
import dev.vernier.geometry.StackExplanation;
import dev.vernier.geometry.Status;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Explains the spacing of one series: the answer, then what led there. Stateless. */
final class SeriesText {

    private SeriesText() {}

    static void print(SeriesExplanation explanation, Detail detail, Page page) {
        printAnswer(explanation, page);
        List<StackExplanation> stacks = explanation.stacks();
        if (stacks.isEmpty()) {
            return;
        }
        if (stacks.size() > 1) {
            printStacks(stacks, detail, page);
        }
        int explained = detail == Detail.ALL ? stacks.size() : 1;
        for (int i = 0; i < explained; i++) {
            page.heading(stacks.size() == 1 ? "How it came about" : "Stack " + (i + 1) + title(i));
            StackText.print(stacks.get(i), detail, page);
        }
    }

    private static String title(int stack) {
        return stack == 0 ? ", which speaks for the series" : "";
    }

    private static void printAnswer(SeriesExplanation explanation, Page page) {
        SeriesSpacing spacing = explanation.spacing();
        page.fact(
                "spacing",
                "x " + Page.number(spacing.x()) + ", y " + Page.number(spacing.y()) + ", z " + Page.number(spacing.z())
                        + " mm");
        printPatient(spacing, page);
        String status = spacing.status().name();
        page.fact(
                "status",
                spacing.status() == Status.REGULAR
                        ? page.paint().good(status)
                        : page.paint().odd(status),
                ": " + spacing.status().meaning());
        if (!spacing.reason().isEmpty()) {
            page.fact("reason", spacing.reason());
        }
        for (Flag flag : spacing.flags()) {
            page.fact("flag", page.paint().odd(flag.name()), ": " + flag.meaning() + angle(flag, spacing));
        }
        page.fact(
                "holds",
                Page.count(spacing.files(), "file") + ", " + Page.count(spacing.instances(), "instance") + ", "
                        + Page.count(spacing.frames(), "frame") + positions(spacing));
        if (spacing.files() > spacing.instances()) {
            page.fact(
                    "repeated",
                    Page.count(spacing.files() - spacing.instances(), "file") + " of instances that are there already");
        }
        if (explanation.localizersLeftOut() > 0) {
            page.fact("left out", Page.count(explanation.localizersLeftOut(), "localizer"));
        }
        page.fact("votes", votes(spacing));
    }

    private static void printPatient(SeriesSpacing spacing, Page page) {
        if (spacing.rows() == 0) {
            return;
        }
        if (spacing.plane() == AnatomicalPlane.UNKNOWN) {
            page.fact("plane", "unknown: no orientation to the patient");
            return;
        }
        page.fact(
                "plane",
                String.format(
                        Locale.ROOT, "%s, %.1f degrees oblique", spacing.plane().label(), spacing.obliquityDegrees()));
        ReportedAxes patient = ReportedAxes.of(spacing, AxisSystem.PATIENT);
        if (patient.axes() == AxisSystem.PATIENT) {
            Axes mm = patient.spacing();
            page.fact(
                    "patient",
                    "R/L " + Page.number(mm.x()) + ", A/P " + Page.number(mm.y()) + ", S/I " + Page.number(mm.z())
                            + " mm, as by --axes patient");
        }
    }

    private static String votes(SeriesSpacing spacing) {
        if (!spacing.votes()) {
            return spacing.flags().contains(Flag.IMPLAUSIBLE)
                    ? "no: a spacing is unknown or implausible"
                    : "no: x, y or z is unknown";
        }
        return spacing.patientAxes().isKnown() ? "yes" : "yes, but not with --axes patient";
    }

    private static String angle(Flag flag, SeriesSpacing spacing) {
        return flag == Flag.TILTED ? ", " + Page.number(Math.rint(spacing.tiltDegrees() * 100) / 100) + " degrees" : "";
    }

    private static String positions(SeriesSpacing spacing) {
        if (spacing.slices() <= 0) {
            return "";
        }
        String extent = Double.isNaN(spacing.extentMm()) ? "" : " over " + Page.number(spacing.extentMm()) + " mm";
        return "; " + Page.count(spacing.slices(), "slice") + extent;
    }

    private static void printStacks(List<StackExplanation> stacks, Detail detail, Page page) {
        page.heading("Stacks");
        page.line("One that has the most distinct positions speaks for the series; then a volume before slices, then");
        page.line("the most instances, then the smaller spacing decide. Volumes alone vote, each once.");
        int shown = Math.min(stacks.size(), detail.stacks());
        List<StackExplanation> listed = stacks.subList(0, shown);
        page.table(new TextTable()
                .numbers(
                        "stack",
                        IntStream.rangeClosed(1, shown)
                                .mapToObj(String::valueOf)
                                .toList())
                .text("holds", listed.stream().map(StackText::describe).toList())
                .numbers(
                        "positions",
                        listed.stream()
                                .map(each -> Page.count(each.positionsMm().length))
                                .toList())
                .lengths("x", listed.stream().map(StackExplanation::x).toList())
                .lengths("y", listed.stream().map(StackExplanation::y).toList())
                .lengths("z", listed.stream().map(StackExplanation::z).toList())
                .text(
                        "status",
                        listed.stream().map(each -> each.status().name()).toList())
                .text("flags", listed.stream().map(each -> flags(each.flags())).toList()));
        if (shown < stacks.size()) {
            page.line("... and " + Page.count(stacks.size() - shown, "more stack") + ": --all shows them");
        }
    }

    static String flags(Set<Flag> flags) {
        return flags.stream().map(Flag::name).collect(Collectors.joining(" "));
    }
}
