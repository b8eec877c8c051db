package dev.vernier.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Set;

/**
 * An open folder whose entries are opened relative to it where the JDK can do that, so that the length of its own path does not matter.
 * Thread-safe.
 */
final class OpenPathFolder extends OpenFolder {

    private static final LinkOption[] NO_FOLLOW = {LinkOption.NOFOLLOW_LINKS};
    private static final LinkOption[] FOLLOW = {};

    /** Characters of a path that systems open at once; Linux has the lowest limit, 4,096 bytes, and a character takes up to four. */
    private static final int SAFE_PATH_CHARACTERS = 1_000;

    private final DirectoryStream<Path> stream;
    private final SecureDirectoryStream<Path> relative;

    private OpenPathFolder(DirectoryStream<Path> stream) {
        this.stream = stream;
        this.relative = stream instanceof SecureDirectoryStream<Path> secure ? secure : null;
    }

    /** Opens a folder, which may be named by a link or must not. */
    static OpenPathFolder open(Path folder, boolean followLink) throws IOException {
        if (folder.toString().length() > SAFE_PATH_CHARACTERS) {
            return new OpenPathFolder(openInSteps(folder, followLink));
        }
        if (followLink) {
            return new OpenPathFolder(Files.newDirectoryStream(folder));
        }
        // The JDK opens without following a link relative to the folder above only, which costs twice as much.
        BasicFileAttributes named = Files.readAttributes(folder, BasicFileAttributes.class, NO_FOLLOW);
        if (!named.isDirectory()) {
            throw new NotDirectoryException(folder.toString());
        }
        OpenPathFolder open = new OpenPathFolder(Files.newDirectoryStream(folder));
        if (!open.is(named, folder)) {
            open.release();
            throw new NotDirectoryException(folder.toString());
        }
        return open;
    }

    /** Whether this is what was named just before: a link may have taken its place, and gone again, in between. */
    private boolean is(BasicFileAttributes named, Path folder) {
        try {
            return Objects.equals(named.fileKey(), attributes(folder).fileKey());
        } catch (IOException e) {
            return false;
        }
    }

    /** Opens a part of the path, relative to that the next part, and so on. */
    private static DirectoryStream<Path> openInSteps(Path folder, boolean followLink) throws IOException {
        int names = folder.getNameCount();
        int from = lastWithin(folder, 0);
        Path first = folder.subpath(0, from);
        DirectoryStream<Path> stream =
                Files.newDirectoryStream(folder.isAbsolute() ? folder.getRoot().resolve(first) : first);
        while (from < names) {
            if (!(stream instanceof SecureDirectoryStream<Path> above)) {
                stream.close();
                return Files.newDirectoryStream(folder);
            }
            int to = lastWithin(folder, from);
            LinkOption[] options = followLink || to < names ? FOLLOW : NO_FOLLOW;
            try (above) {
                stream = above.newDirectoryStream(folder.subpath(from, to), options);
            }
            from = to;
        }
        return stream;
    }

    /** How far the names from {@code from} on make a path that can be opened at once. */
    private static int lastWithin(Path folder, int from) {
        int length = 0;
        int to = from;
        do {
            length += 1 + folder.getName(to++).toString().length();
        } while (to < folder.getNameCount()
                && length + folder.getName(to).toString().length() < SAFE_PATH_CHARACTERS);
        return to;
    }

    DirectoryStream<Path> stream() {
        return stream;
    }

    BasicFileAttributes attributes(Path entry, boolean followLink) throws IOException {
        LinkOption[] options = followLink ? FOLLOW : NO_FOLLOW;
        return relative == null
                ? attributesOf(entry, followLink)
                : relative.getFileAttributeView(entry.getFileName(), BasicFileAttributeView.class, options)
                        .readAttributes();
    }

    /** Attributes of what no open folder holds. */
    static BasicFileAttributes attributesOf(Path path, boolean followLink) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, followLink ? FOLLOW : NO_FOLLOW);
    }

    /** The folder's own attributes. */
    BasicFileAttributes attributes(Path folder) throws IOException {
        return relative == null
                ? Files.readAttributes(folder, BasicFileAttributes.class)
                : relative.getFileAttributeView(BasicFileAttributeView.class).readAttributes();
    }

    FileChannel channel(Path entry, Set<OpenOption> options) throws IOException {
        if (relative != null) {
            SeekableByteChannel channel = relative.newByteChannel(entry.getFileName(), options);
            if (channel instanceof FileChannel file) {
                return file;
            }
            channel.close();
        }
        return FileChannel.open(entry, options);
    }

    @Override
    void close() {
        try {
            stream.close();
        } catch (IOException e) {
            // As the class above says.
        }
    }
}
