package dev.vernier.cli.inspect;

import dev.vernier.cli.output.TextTable;
import dev.vernier.geometry.GapCluster;
import dev.vernier.geometry.StackExplanation;
import dev.vernier.geometry.Status;
import dev.vernier.geometry.XySource;
import dev.vernier.geometry.ZSource;
import java.util.ArrayList;
import java.util.List;

/** Explains one stack: where it lies, what gave x, y and z, and its gaps. Stateless. */
final class StackText {

    private StackText() {}

    static void print(StackExplanation stack, Detail detail, Page page) {
        page.fact("images", describe(stack));
        printPlace(stack, page);
        page.fact("x, y", inPlane(stack));
        if (Double.isNaN(stack.z())) {
            page.fact("z", page.paint().odd("unknown"), ": " + stack.reason());
        }
        if (stack.zSource() == ZSource.NIFTI_PIXDIM) {
            page.fact(
                    "z",
                    Page.number(stack.z()) + " mm by " + stack.zSource().label() + "; "
                            + stack.zReason().meaning());
        } else {
            ZTable.print(stack, page);
        }
        printGaps(stack, detail, page);
    }

    /** In one line. */
    static String describe(StackExplanation stack) {
        String content = stack.isVolume()
                ? "a volume of " + Page.count(stack.frames(), "frame")
                : Page.count(stack.instances(), "slice");
        return content + " of " + stack.rows() + " rows and " + stack.columns() + " columns";
    }

    private static void printPlace(StackExplanation stack, Page page) {
        double[] normal = stack.normal();
        if (normal.length == 0) {
            page.fact("orientation", "unknown");
        } else {
            page.fact("orientation", Page.vector(stack.orientation()) + ", so the normal is " + Page.vector(normal));
        }
        if (stack.firstPositionMm().length > 0) {
            page.fact("begins at", Page.vector(stack.firstPositionMm()) + " mm");
        }
        if (stack.passes() > 1) {
            page.fact(
                    "passes",
                    stack.passes()
                            + " acquisitions on grids of their own: the gaps of all are counted, those of the longest"
                            + " shown");
        }
        if (stack.repeats() > 1) {
            page.fact("repeats", "up to " + stack.repeats() + " images at one position");
        }
    }

    private static String inPlane(StackExplanation stack) {
        if (stack.xySource() == XySource.UNKNOWN) {
            return "unknown: none of its images states an in-plane spacing";
        }
        int images = stack.isVolume() ? Math.max(stack.inPlaneVotes(), 1) : stack.instances();
        String who = stack.isVolume()
                ? (images == 1 ? "stated once for the file" : "stated for " + Page.count(images, "frame"))
                : "stated by " + Page.count(stack.inPlaneVotes()) + " of " + Page.count(images, "image");
        return Page.number(stack.x()) + ", " + Page.number(stack.y()) + " mm by "
                + stack.xySource().label()
                + (stack.xySource() == XySource.NIFTI_PIXDIM ? "" : ", which has y first") + "; " + who;
    }

    private static void printGaps(StackExplanation stack, Detail detail, Page page) {
        GapMarks gaps = new GapMarks(stack, detail.clusters());
        if (gaps.size() == 0) {
            return;
        }
        printClusters(stack, gaps, page);
        GapPlot.draw(gaps, page);
        if (stack.status() != Status.REGULAR || detail == Detail.ALL) {
            GapList.print(gaps, detail, page);
        }
    }

    private static void printClusters(StackExplanation stack, GapMarks gaps, Page page) {
        List<GapCluster> clusters = gaps.clusters();
        List<String> names = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (int i = 0; i < clusters.size(); i++) {
            names.add(GapMarks.name(i));
            notes.add(i == 0 ? winner(stack, clusters.get(i)) : multiple(stack, clusters.get(i)));
        }
        page.table(new TextTable()
                .text("cluster", names)
                .numbers(
                        "gaps",
                        clusters.stream().map(each -> Page.count(each.gaps())).toList())
                .lengths("from", clusters.stream().map(GapCluster::fromMm).toList())
                .lengths("to", clusters.stream().map(GapCluster::toMm).toList())
                .lengths("median", clusters.stream().map(GapCluster::medianMm).toList())
                .text("", notes));
        if (gaps.others() > 0) {
            page.line(GapMarks.OTHER + ": " + Page.count(gaps.others(), "gap") + " in smaller clusters");
        } else if (gaps.hasLongNames()) {
            page.line(GapMarks.OTHER + " below: clusters from AA on");
        }
    }

    private static String winner(StackExplanation stack, GapCluster cluster) {
        double declared = stack.declaredSpacingMm();
        boolean counts =
                cluster.fromMm() < cluster.toMm() && declared >= cluster.fromMm() && declared <= cluster.toMm();
        return counts
                ? "WINS: most gaps; SpacingBetweenSlices lies in it, and is the spacing"
                : "WINS: most gaps; its median is the spacing";
    }

    private static String multiple(StackExplanation stack, GapCluster cluster) {
        int factor = stack.multiple(cluster.fromMm());
        if (factor == 0 || factor != stack.multiple(cluster.toMm())) {
            return "no multiple of it";
        }
        return factor + " times that: " + Page.count(factor - 1, "slice") + " left out"
                + (cluster.gaps() > 1 ? " in each" : "");
    }
}
