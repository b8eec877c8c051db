package dev.vernier.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vernier.dicom.ByteWindow;
import dev.vernier.dicom.HeaderParser;
import dev.vernier.dicom.Parsed;
import dev.vernier.dicom.Samples;
import dev.vernier.dicom.WantedTags;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that another process cuts short while it is read: the worst that can happen to mapped memory. */
final class ShrinkingFile implements ByteWindow {

    private static final long[] CUTS = {0, 5_000, 41_000, 140};

    private final HeaderSource source;
    private final Path file;
    private final long cutAt;
    private int loadsBefore;

    private ShrinkingFile(HeaderSource source, Path file, long cutAt, int loadsBefore) {
        this.source = source;
        this.file = file;
        this.cutAt = cutAt;
        this.loadsBefore = loadsBefore;
    }

    /**
     * Reads a file many times, cut after one load or another: an answer made of true values, or what the boundary of one file
     * catches.
     *
     * @return how often it was the latter
     */
    static int read(Path file, HeaderSource source, HeaderParser parser, int rounds) throws IOException {
        byte[] bytes = Samples.explicit()
                .element(0x00080060, "CS", "CT")
                .sequence(0x00081140, true, item -> item.element(0x00191010, "OB", new byte[40_000]))
                .element(0x00191010, "OB", new byte[40_000])
                .element(0x00280030, "DS", "0.5\\0.25")
                .toFile();
        WantedTags wanted = WantedTags.of("Modality", "ReferencedImageSequence/PixelSpacing", "PixelSpacing");
        int errors = 0;
        for (int round = 0; round < rounds; round++) {
            Files.write(file, bytes);
            source.open(file, false);
            try {
                long cutAt = CUTS[round % CUTS.length];
                Parsed parsed = Parsed.of(new ShrinkingFile(source, file, cutAt, round % 5), wanted, parser);
                assertEquals(parsed.has("Modality") ? "CT" : "", parsed.text("Modality"));
                assertEquals(parsed.has("PixelSpacing") ? "0.5 0.25" : "", parsed.numbers("PixelSpacing"));
            } catch (IOException | InternalError e) {
                errors++;
            } finally {
                source.closeFile(0);
            }
        }
        return errors;
    }

    @Override
    public ByteBuffer buffer() {
        return source.buffer();
    }

    @Override
    public long base() {
        return source.base();
    }

    @Override
    public int limit() {
        return source.limit();
    }

    @Override
    public int load(long offset, int length) throws IOException {
        int count = source.load(offset, length);
        if (loadsBefore-- == 0) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(cutAt);
            }
        }
        return count;
    }

    @Override
    public long size() throws IOException {
        return source.size();
    }

    @Override
    public void confirm() throws IOException {
        source.confirm();
    }
}
