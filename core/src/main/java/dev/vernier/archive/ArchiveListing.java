package dev.vernier.archive;

import dev.vernier.io.OpenArchive;
import java.io.IOException;

/** Lists archives of any kind. Stateless. */
public final class ArchiveListing {

    private static final String NEEDED = "org.apache.commons.compress.archivers.zip.ZipFile";

    private ArchiveListing() {}

    /** Whether Commons Compress is there; else {@link #list} must not be called. */
    public static boolean isAvailable() {
        try {
            Class.forName(NEEDED, false, ArchiveListing.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /**
     * Tells what is in an archive. What the sink throws comes out unchanged: it says nothing of the archive.
     *
     * @throws IOException if the archive cannot be listed, or not to its end; what was told until then holds
     */
    public static void list(ArchiveKind kind, OpenArchive archive, EntrySink sink) throws IOException {
        switch (kind) {
            case ZIP -> ZipDirectory.list(archive, sink);
            case TAR -> TarWalk.list(archive, sink);
            case GZIPPED_TAR -> TarWalk.listGzipped(archive, sink);
        }
    }

    /** The library throws various ones where fields of an archive make no sense. */
    static IOException damage(RuntimeException thrownByLibrary) {
        return new IOException("the archive is damaged: " + thrownByLibrary.getMessage(), thrownByLibrary);
    }
}
