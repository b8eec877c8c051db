package dev.vernier.archive;

/** What kind of archive a root is: those that are opened. {@link ContainerFormat} tells which. */
public enum ArchiveKind {
    ZIP("a zip archive"),
    TAR("a tar archive"),
    GZIPPED_TAR("a gzipped tar archive");

    private final String meaning;

    ArchiveKind(String meaning) {
        this.meaning = meaning;
    }

    /** In words. */
    public String meaning() {
        return meaning;
    }
}
