package dev.vernier.io;

/** Some files of one archive that lie in one of its folders. Read by a source made here. */
public final class ArchiveEntries extends Entries {

    private final OpenArchive archive;
    private final String[] names = new String[CAPACITY];
    private final EntryBytes[] bytes = new EntryBytes[CAPACITY];

    ArchiveEntries(OpenArchive archive) {
        super(archive);
        this.archive = archive;
    }

    /** A source for files of any archive, for one thread. They are read by windows at offsets. */
    public static HeaderSource newSource() {
        return new PositionedSource(new ArchivedFile());
    }

    /** Adds a file by its last name. */
    public void add(String name, EntryBytes where) {
        int index = grow();
        names[index] = name;
        bytes[index] = where;
    }

    OpenArchive archive() {
        return archive;
    }

    EntryBytes bytes(int index) {
        return bytes[index];
    }

    @Override
    public String name(int index) {
        return names[index];
    }

    /** Folders of an archive are names only. */
    @Override
    public Folder folder(int index) {
        throw new UnsupportedOperationException("an archive has no folders to list");
    }
}
