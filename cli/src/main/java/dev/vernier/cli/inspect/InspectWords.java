package dev.vernier.cli.inspect;

import dev.vernier.dicom.Tag;
import dev.vernier.dicom.TagPath;
import dev.vernier.dicom.TransferSyntax;
import dev.vernier.inspect.FileInspection;
import dev.vernier.inspect.ReadElement;
import dev.vernier.inspect.Walk;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the engine says by constants and numbers, as people say it. Stateless. */
final class InspectWords {

    private static final int BEHIND_PREAMBLE = 132;
    private static final int BEHIND_MAGIC = 4;
    private static final TagPath STATED_SYNTAX = TagPath.of(Tag.TRANSFER_SYNTAX_UID);

    private InspectWords() {}

    static String outcome(FileInspection file) {
        String words = switch (file.outcome()) {
            case OK -> "an image of a series";
            case NOT_DICOM -> "neither a DICOM element at its beginning nor a preamble with DICM";
            case NIFTI -> "a NIfTI file";
            case EMPTY -> "zero bytes";
            case NO_GEOMETRY -> "DICOM, but no image plane";
            case NO_SERIES -> "an image of no series";
            case TRUNCATED -> "cut short";
            case MALFORMED -> "its elements cannot be followed";
            case UNREADABLE -> "it cannot be read";
        };
        return Stream.of(words, file.why(), file.detail())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
    }

    static String beginning(Walk walk) {
        String start = walk.firstElementAt() == BEHIND_PREAMBLE
                ? "preamble and DICM"
                : walk.firstElementAt() == BEHIND_MAGIC ? "DICM without a preamble" : "no preamble";
        if (walk.datasetAt() == 0) {
            return start + (walk.firstElementAt() == 0 ? ", no meta information: the data set is at byte 0" : "");
        }
        String meta = walk.datasetAt() == walk.firstElementAt() ? "no meta information" : "meta information";
        return start + ", " + meta + " to byte " + walk.datasetAt();
    }

    /** What was found, and what the file says if that is something else. */
    static String encoding(FileInspection file) {
        Walk walk = file.walk();
        String found = switch (walk.encoding()) {
            case IMPLICIT_LITTLE_ENDIAN -> "implicit little endian";
            case EXPLICIT_LITTLE_ENDIAN -> "explicit little endian";
            case EXPLICIT_BIG_ENDIAN -> "explicit big endian";
            case DEFLATED_EXPLICIT_LITTLE_ENDIAN ->
                "deflated" + (walk.inflated() ? ": offsets behind the meta group are in the inflated data set" : "");
        };
        if (walk.gzipped()) {
            found += " in a gzipped file: all offsets are in what it holds";
        }
        List<String> stated = file.elements().stream()
                .filter(each -> each.path().equals(STATED_SYNTAX))
                .map(ReadElement::value)
                .toList();
        return stated.isEmpty()
                ? found + "; the file does not say"
                : found + "; the file says " + stated.get(0)
                        + (contradicts(walk, stated.get(0)) ? ", which is not so" : "");
    }

    private static boolean contradicts(Walk walk, String uid) {
        return walk.datasetAt() > 0 && TransferSyntax.of(uid) != walk.encoding();
    }

    static String end(Walk walk) {
        String at = " at byte " + walk.endAt() + (walk.inflated() ? " of the inflated data set" : "");
        return switch (walk.end()) {
            case LAST_WANTED -> "behind the last tag that can matter," + at;
            case PIXEL_DATA -> "before the pixel data," + at;
            case END_OF_DATA -> "at the end of the data," + at;
            case CUT -> "where the file ends within an element," + at;
            case BROKEN -> "where the elements cannot be followed," + at;
        };
    }
}
