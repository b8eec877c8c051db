package dev.vernier;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** The ways in which a folder is packed to one file. */
public enum Packed {
    ZIP_STORED {
        @Override
        void write(Path folder, List<Path> paths, Path file) throws IOException {
            zip(folder, paths, file, Deflater.NO_COMPRESSION, Zip64Mode.AsNeeded);
        }
    },
    ZIP_DEFLATED {
        @Override
        void write(Path folder, List<Path> paths, Path file) throws IOException {
            zip(folder, paths, file, Deflater.BEST_SPEED, Zip64Mode.AsNeeded);
        }
    },
    ZIP_64 {
        @Override
        void write(Path folder, List<Path> paths, Path file) throws IOException {
            zip(folder, paths, file, Deflater.BEST_COMPRESSION, Zip64Mode.Always);
        }
    },
    TAR_GNU {
        @Override
        void write(Path folder, List<Path> paths, Path file) throws IOException {
            try (OutputStream out = Files.newOutputStream(file)) {
                tar(folder, paths, out, TarArchiveOutputStream.LONGFILE_GNU);
            }
        }
    },
    TAR_POSIX {
        @Override
        void write(Path folder, List<Path> paths, Path file) throws IOException {
            try (OutputStream out = Files.newOutputStream(file)) {
                tar(folder, paths, out, TarArchiveOutputStream.LONGFILE_POSIX);
            }
        }
    },
    TAR_GZ {
        @Override
        void write(Path folder, List<Path> paths, Path file) throws IOException {
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
                tar(folder, paths, out, TarArchiveOutputStream.LONGFILE_POSIX);
            }
        }
    };

    abstract void write(Path folder, List<Path> paths, Path file) throws IOException;

    /** Packs all that is in a folder, in the order of the names; the file lies beside the folder. */
    public Path pack(Path folder) throws IOException {
        return pack(folder, paths(folder));
    }

    /** Packs some paths of a folder, in this order. */
    public Path pack(Path folder, List<Path> paths) throws IOException {
        Path file = folder.resolveSibling(folder.getFileName() + "." + name());
        write(folder, paths, file);
        return file;
    }

    static List<Path> paths(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(path -> !path.equals(folder)).sorted().toList();
        }
    }

    private static void zip(Path folder, List<Path> paths, Path file, int level, Zip64Mode mode) throws IOException {
        // Written as a stream, sizes stand behind the content; else before it.
        try (ZipArchiveOutputStream zip = mode == Zip64Mode.Always
                ? new ZipArchiveOutputStream(file.toFile())
                : new ZipArchiveOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            zip.setLevel(level);
            zip.setUseZip64(mode);
            for (Path path : paths) {
                boolean isFolder = Files.isDirectory(path);
                byte[] content = isFolder ? new byte[0] : Files.readAllBytes(path);
                ZipArchiveEntry entry = new ZipArchiveEntry(folder.relativize(path) + (isFolder ? "/" : ""));
                if (level == Deflater.NO_COMPRESSION) {
                    CRC32 crc = new CRC32();
                    crc.update(content);
                    entry.setMethod(ZipArchiveEntry.STORED);
                    entry.setSize(content.length);
                    entry.setCrc(crc.getValue());
                }
                zip.putArchiveEntry(entry);
                zip.write(content);
                zip.closeArchiveEntry();
            }
        }
    }

    private static void tar(Path folder, List<Path> paths, OutputStream out, int longNames) throws IOException {
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out, "UTF-8")) {
            tar.setLongFileMode(longNames);
            tar.setAddPaxHeadersForNonAsciiNames(longNames == TarArchiveOutputStream.LONGFILE_POSIX);
            for (Path path : paths) {
                String name = folder.relativize(path).toString();
                if (Files.isSymbolicLink(path)) {
                    TarArchiveEntry link = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
                    link.setLinkName(Files.readSymbolicLink(path).toString());
                    tar.putArchiveEntry(link);
                } else {
                    TarArchiveEntry entry = new TarArchiveEntry(path, name);
                    tar.putArchiveEntry(entry);
                    if (entry.isFile()) {
                        Files.copy(path, tar);
                    }
                }
                tar.closeArchiveEntry();
            }
        }
    }
}
