package dev.vernier.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** Opens files for reading. Stateless. */
final class FileOpening {

    private static final Set<OpenOption> NO_FOLLOW = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    private static final Set<OpenOption> FOLLOW = Set.of(StandardOpenOption.READ);

    private FileOpening() {}

    static FileChannel open(Path file, boolean followLink) throws IOException {
        return FileChannel.open(file, followLink ? FOLLOW : NO_FOLLOW);
    }
}
