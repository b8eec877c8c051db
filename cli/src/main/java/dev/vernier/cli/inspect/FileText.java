package dev.vernier.cli.inspect;

import dev.vernier.cli.console.Paint;
import dev.vernier.cli.output.TextTable;
import dev.vernier.dicom.Dictionary;
import dev.vernier.dicom.Tag;
import dev.vernier.dicom.TagPath;
import dev.vernier.inspect.FileInspection;
import dev.vernier.inspect.ReadElement;
import dev.vernier.inspect.Walk;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Explains one file: what became of it, how it was read, which elements were met where, and what follows. Stateless.
 */
public final class FileText {

    private static final int MOST_VALUE_CHARS = 60;

    private FileText() {}

    /** The explanation, ending with a line feed. */
    public static String of(FileInspection file, Detail detail, Paint paint) {
        Page page = new Page(paint);
        page.heading("File " + file.file());
        printOutcome(file, page);
        printReading(file, page);
        printWalk(file, page);
        if (!file.elements().isEmpty()) {
            page.heading("Elements read");
            page.table(elements(file.elements(), detail));
            if (!file.absent().isEmpty()) {
                page.line("");
                page.wrapped("looked for and not met: "
                        + file.absent().stream().map(TagPath::toString).collect(Collectors.joining(", ")));
            }
        }
        if (file.geometry() != null) {
            page.heading("Geometry of this file alone");
            SeriesText.print(file.geometry(), detail, page);
        }
        return page.toString();
    }

    private static void printOutcome(FileInspection file, Page page) {
        String outcome = file.outcome().name();
        String painted = switch (file.outcome()) {
            case OK -> page.paint().good(outcome);
            case TRUNCATED, MALFORMED, UNREADABLE -> page.paint().bad(outcome);
            default -> page.paint().odd(outcome);
        };
        page.fact("outcome", painted, ": " + InspectWords.outcome(file));
    }

    private static void printReading(FileInspection file, Page page) {
        Walk walk = file.walk();
        page.fact("size", Page.count(file.sizeBytes(), "byte"));
        page.fact(
                "read",
                Page.count(file.bytesRead(), "byte") + " in " + Page.count(file.reads(), "read") + share(file)
                        + needed(walk));
    }

    /** What the walk looked at from the start on; then it jumped over something large, or ended. */
    private static String needed(Walk walk) {
        if (walk.neededBytes() == 0) {
            return "";
        }
        boolean jumped = !walk.inflated() && !walk.gzipped() && walk.neededBytes() < walk.endAt();
        return "; the first " + Page.count(walk.neededBytes()) + " were needed"
                + (jumped ? ", then parts of the rest" : "");
    }

    /** Where a file ends within an element, parts are read twice. */
    private static String share(FileInspection file) {
        double percent = Math.min(100, 100.0 * file.bytesRead() / file.sizeBytes());
        return file.sizeBytes() == 0 ? "" : String.format(Locale.ROOT, ", %.1f %% of it", percent);
    }

    private static void printWalk(FileInspection file, Page page) {
        Walk walk = file.walk();
        if (walk.end() == null) {
            return;
        }
        page.fact("begins", InspectWords.beginning(walk));
        page.fact("encoding", InspectWords.encoding(file));
        page.fact("ends", InspectWords.end(walk));
        if (walk.lastTag() != 0) {
            page.fact("last tag", Tag.toString(walk.lastTag()) + name(walk.lastTag()));
        }
        if (walk.repaired()) {
            page.fact("repaired", page.paint().odd("yes"), ": lengths or delimiters that contradict each other");
        }
        if (walk.duplicates()) {
            page.fact("duplicates", page.paint().odd("yes"), ": a tag stands there twice, and the first one counts");
        }
        if (walk.tooLong()) {
            page.fact("too long", page.paint().odd("yes"), ": a value of more than a megabyte is left out");
        }
    }

    private static String name(int tag) {
        String name = Dictionary.name(tag);
        return name.equals(Tag.toString(tag)) ? "" : " " + name;
    }

    private static TextTable elements(List<ReadElement> elements, Detail detail) {
        return new TextTable()
                .text(
                        "tag",
                        elements.stream().map(each -> each.path().numbers()).toList())
                .text(
                        "name",
                        elements.stream().map(each -> lastName(each.path())).toList())
                .text("VR", elements.stream().map(ReadElement::vr).toList())
                .numbers(
                        "at byte",
                        elements.stream()
                                .map(each -> String.valueOf(each.valueAt()))
                                .toList())
                .numbers(
                        "bytes",
                        elements.stream()
                                .map(each -> each.sequence() ? "" : Page.count(each.lengthBytes()))
                                .toList())
                .text(
                        "value",
                        elements.stream().map(each -> value(each, detail)).toList());
    }

    /** The numbers say which sequences it is in. */
    private static String lastName(TagPath path) {
        String names = path.toString();
        return names.substring(names.lastIndexOf('/') + 1);
    }

    private static String value(ReadElement element, Detail detail) {
        if (element.sequence()) {
            return Page.count(element.times(), "item");
        }
        String value = element.value();
        if (detail == Detail.BOUNDED && value.length() > MOST_VALUE_CHARS) {
            value = value.substring(0, MOST_VALUE_CHARS) + " ...";
        }
        return element.times() == 1 ? value : value + "  (the first of " + Page.count(element.times()) + ")";
    }
}
