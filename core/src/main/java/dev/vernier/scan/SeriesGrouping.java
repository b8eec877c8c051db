package dev.vernier.scan;

/** What makes images a series. */
public enum SeriesGrouping {
    /** Their SeriesInstanceUID: an image without one is of no series. */
    SERIES("series"),
    /** Their SeriesInstanceUID; where they have none, the folder that they lie in. */
    FOLDER("folder");

    /** No UID has a colon, or letters. */
    private static final String FOLDER_PREFIX = "folder:";

    private final String label;

    SeriesGrouping(String label) {
        this.label = label;
    }

    /** The name used on the command line. */
    public String label() {
        return label;
    }

    /**
     * The series that the images of a folder without SeriesInstanceUID are: the folder's name below the root behind a
     * word that no UID has.
     */
    static String nameOf(String folder) {
        return FOLDER_PREFIX + (folder.isEmpty() ? "." : folder);
    }
}
