package dev.vernier.cli.report;

import dev.vernier.dicom.Outcome;

/** What became of a file, as people say it after a number. Stateless. */
public final class OutcomeWords {

    private OutcomeWords() {}

    /** Such as "not DICOM". */
    public static String of(Outcome outcome) {
        return switch (outcome) {
            case OK -> "DICOM";
            case NOT_DICOM -> "not DICOM";
            case EMPTY -> "empty";
            case NO_GEOMETRY -> "DICOM without an image";
            case NO_SERIES -> "DICOM without a series";
            case TRUNCATED -> "truncated";
            case MALFORMED -> "malformed";
            case UNREADABLE -> "unreadable";
            case NIFTI -> "NIfTI";
        };
    }
}
