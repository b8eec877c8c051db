package dev.vernier.cli;

/** What the process ends with. 130, interrupted, is the JVM's own doing. */
final class ExitStatus {

    /** Done. */
    static final int DONE = 0;
    /** Failed; one line has said what, and what to do. */
    static final int FAILED = 1;
    /** Wrong usage. */
    static final int USAGE = 2;
    /** Done, but there was no DICOM series. */
    static final int NO_SERIES = 3;
    /** Done, but {@code --strict} was given and something was unreadable or malformed. */
    static final int UNREADABLE = 8;

    private ExitStatus() {}
}
