package dev.vernier.scan;

import dev.vernier.archive.ContainerFormat;
import dev.vernier.dicom.ByteWindow;
import dev.vernier.dicom.ElementSink;
import dev.vernier.dicom.HeaderParser;
import dev.vernier.dicom.Outcome;
import dev.vernier.dicom.WantedTags;
import dev.vernier.io.Entries;
import dev.vernier.io.HeaderSource;
import dev.vernier.io.ReadStrategy;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Reads the wanted elements of one file after another: open, parse, close. What a single file can do wrong is an {@link
 * Outcome} with a {@link #detail}, never an exception.
 *
 * <pre>{@code
 * WantedTags wanted = WantedTags.of("SeriesInstanceUID", "Rows", "PixelSpacing");
 * HeaderValues values = new HeaderValues(wanted);
 * try (HeaderReader reader = new HeaderReader(ReadStrategy.AUTO)) {
 *     Outcome outcome = reader.read(file, wanted, values);
 *     double rowSpacingMm = values.number(2);
 * }
 * }</pre>
 *
 * <p>Reused for any number of files without allocating more than opening them costs. One thread; keeps native memory
 * until {@link #close()}.
 */
public final class HeaderReader implements AutoCloseable {

    private final boolean followLinks;
    private final HeaderSource source;
    private final SourceWindow window;
    private final GuardedParse parse;
    private final byte[] start = new byte[ContainerFormat.START_BYTES];
    private Outcome outcome = Outcome.OK;
    private String container = "";

    /** A reader that follows symbolic links. */
    public HeaderReader(ReadStrategy strategy) {
        this(strategy, true);
    }

    /** A reader that follows a symbolic link in a file's last name, or answers UNREADABLE there. */
    public HeaderReader(ReadStrategy strategy, boolean followLinks) {
        this(strategy.newSource(), followLinks);
    }

    /** A reader of what the source's access has listed. */
    public HeaderReader(HeaderSource source, boolean followLinks) {
        this.followLinks = followLinks;
        this.source = source;
        this.window = new SourceWindow(source);
        this.parse = new GuardedParse(this::tellContainer);
    }

    /** A reader of what the source's access has listed, by a parse of somebody else. */
    HeaderReader(HeaderSource source, boolean followLinks, GuardedParse parse) {
        this.followLinks = followLinks;
        this.source = source;
        this.window = new SourceWindow(source);
        this.parse = parse;
    }

    /** Reads one file into a sink, which must be ready for it. */
    public Outcome read(Path file, WantedTags wanted, ElementSink sink) {
        return read(
                () -> {
                    source.open(file, followLinks);
                    return window;
                },
                wanted,
                sink);
    }

    /** As above, a file of a batch. */
    public Outcome read(Entries files, int index, WantedTags wanted, ElementSink sink) {
        return read(
                () -> {
                    source.open(files, index, followLinks);
                    return window;
                },
                wanted,
                sink);
    }

    private Outcome read(WindowOpening file, WantedTags wanted, ElementSink sink) {
        container = "";
        try {
            outcome = parse.parse(file, wanted, sink);
            return outcome;
        } finally {
            source.closeFile(parse.headerEnd());
        }
    }

    private Outcome tellContainer(ByteWindow foreign, boolean gzipped) throws IOException {
        int count = Math.max(0, Math.min(foreign.load(0, start.length), start.length));
        if (count > 0) {
            foreign.buffer().get(Math.toIntExact(-foreign.base()), start, 0, count);
        }
        ContainerFormat format = Container.of(foreign, start, count, gzipped);
        container = format == null ? "" : format.notOpened(gzipped);
        return Outcome.NOT_DICOM;
    }

    /** How the last walk went: where it ended, what was repaired. */
    public HeaderParser parser() {
        return parse.parser();
    }

    /** Whether the last file was gzipped: offsets are then those in what is in it, inflated. */
    public boolean gzipped() {
        return parse.gzipped();
    }

    /** How much of the last file, from its start, was needed without a gap; 0 if that is not known. */
    public long headerEnd() {
        return parse.headerEnd();
    }

    /** Where or why the last file could not be read, or what it is that is not opened; mostly empty. */
    public String detail() {
        return outcome == Outcome.NOT_DICOM ? container : parse.detail(outcome);
    }

    /** Files opened so far. */
    public long filesOpened() {
        return source.filesOpened();
    }

    /** Read system calls, or mappings, so far. */
    public long reads() {
        return source.reads();
    }

    /** Bytes read so far. */
    public long bytesRead() {
        return source.bytesRead();
    }

    @Override
    public void close() {
        source.close();
        parse.close();
    }
}
