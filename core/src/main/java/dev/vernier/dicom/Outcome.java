package dev.vernier.dicom;

/** What became of one file: every file that is looked at gets exactly one. */
public enum Outcome {
    /** The wanted values were read. */
    OK("dicom"),
    /** No plausible first element, neither at offset 0 nor behind a preamble. */
    NOT_DICOM("notDicom"),
    /** Zero bytes. */
    EMPTY("empty"),
    /** DICOM without an image plane: DICOMDIR, SR, PR, KO, RTSTRUCT, PDF, raw data, spectroscopy. */
    NO_GEOMETRY("noGeometry"),
    /** An image (Rows and Columns are there) without SeriesInstanceUID. */
    NO_SERIES("noSeries"),
    /** The file ends before the wanted tags were passed. */
    TRUNCATED("truncated"),
    /** The element chain is broken beyond what the standard's structure lets a reader recover. */
    MALFORMED("malformed"),
    /** It could not be opened or read: the file system, or the archive that it is in, does not give it. */
    UNREADABLE("unreadable"),
    /** No DICOM, but a NIfTI volume, whose header was read. */
    NIFTI("nifti");

    private final String label;

    Outcome(String label) {
        this.label = label;
    }

    /** The name used in summaries, in camel case. */
    public String label() {
        return label;
    }
}
