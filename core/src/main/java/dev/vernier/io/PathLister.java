package dev.vernier.io;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Iterator;

/** Lists by the JDK's directory streams. These do not tell what an entry is, so that it costs a call to ask. */
final class PathLister extends FolderLister {

    private final Patience patience;
    private OpenPathFolder folder;
    private Path path;
    private Iterator<Path> entries;
    private Path entry;

    PathLister(Patience patience) {
        this.patience = patience;
    }

    @Override
    public void open(Folder listed, boolean followLink) throws IOException {
        path = ((PathFolder) listed).path();
        for (int tries = 0; folder == null; tries++) {
            try {
                folder = OpenPathFolder.open(path, followLink);
            } catch (IOException e) {
                patience.awaitDescriptor(e, tries);
            }
        }
        entries = folder.stream().iterator();
    }

    @Override
    public boolean next() throws IOException {
        try {
            boolean more = entries.hasNext();
            entry = more ? entries.next() : null;
            return more;
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    @Override
    public EntryKind kind(boolean followLink) throws IOException {
        BasicFileAttributes attributes = folder.attributes(entry, followLink);
        if (attributes.isRegularFile()) {
            return EntryKind.FILE;
        }
        if (attributes.isDirectory()) {
            return EntryKind.FOLDER;
        }
        return attributes.isSymbolicLink() ? EntryKind.LINK : EntryKind.OTHER;
    }

    @Override
    public String name() {
        return FileNames.text(entry);
    }

    @Override
    public Folder folder() {
        return new PathFolder(entry);
    }

    @Override
    public Object identity() throws IOException {
        Object key = folder.attributes(path).fileKey();
        return key == null ? path.toRealPath() : key;
    }

    @Override
    public void stamp(FileStamp into) throws IOException {
        PathStamps.set(into, folder.attributes(path));
    }

    @Override
    public Entries newFiles() {
        folder.retain();
        return new PathEntries(folder, patience);
    }

    @Override
    public Entries newFolders() {
        return new PathEntries(null, patience);
    }

    @Override
    public void addTo(Entries batch) {
        ((PathEntries) batch).add(entry);
    }

    @Override
    public void close() {
        if (folder != null) {
            folder.release();
        }
        folder = null;
        entries = null;
        entry = null;
    }
}
