package dev.vernier.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vernier.DicomFile;
import dev.vernier.dicom.ByteWindow;
import dev.vernier.dicom.HeaderParser;
import dev.vernier.dicom.Outcome;
import dev.vernier.dicom.TagPath;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/** Reads files of the fixture from memory, by the parser that reads real ones, into tallies and spacings. */
final class Series {

    private Series() {}

    static SeriesSpacing of(DicomFile... files) {
        return of(Arrays.asList(files));
    }

    static SeriesSpacing of(List<DicomFile> files) {
        return of(SpacingRules.DEFAULT, files);
    }

    static SeriesSpacing of(SpacingRules rules, DicomFile... files) {
        return of(rules, Arrays.asList(files));
    }

    static SeriesSpacing of(SpacingRules rules, List<DicomFile> files) {
        return tally(rules, files).analyse(rules);
    }

    static SeriesSpacing of(byte[] file) {
        InstanceGeometry geometry = new InstanceGeometry(SpacingRules.DEFAULT, List.of());
        SeriesTally tally = new SeriesTally(DicomFile.SERIES);
        try (HeaderParser parser = new HeaderParser()) {
            assertEquals(Outcome.OK, read(geometry, parser, file));
            tally.add(geometry, "folder", "file");
        }
        return tally.analyse(SpacingRules.DEFAULT);
    }

    static SeriesTally tally(SpacingRules rules, List<DicomFile> files) {
        return tally(rules, List.of(), files);
    }

    static SeriesTally tally(SpacingRules rules, List<TagPath> labels, List<DicomFile> files) {
        InstanceGeometry geometry = new InstanceGeometry(rules, labels);
        SeriesTally tally = new SeriesTally(DicomFile.SERIES);
        try (HeaderParser parser = new HeaderParser()) {
            for (int i = 0; i < files.size(); i++) {
                Outcome outcome = read(geometry, parser, files.get(i).toBytes());
                if (outcome == Outcome.TRUNCATED || outcome == Outcome.MALFORMED) {
                    tally.addUnreadable("folder");
                } else {
                    assertEquals(DicomFile.SERIES, geometry.seriesUid());
                    tally.add(geometry, "folder", "file" + i);
                }
            }
        }
        return tally;
    }

    /** As {@link #tally}, but each file is written as a record and read back before it counts. */
    static SeriesTally tallyOfRecords(SpacingRules rules, List<TagPath> labels, List<DicomFile> files) {
        InstanceGeometry geometry = new InstanceGeometry(rules, labels);
        InstanceGeometry readBack = new InstanceGeometry(rules, labels);
        SeriesTally tally = new SeriesTally(DicomFile.SERIES);
        try (HeaderParser parser = new HeaderParser()) {
            for (int i = 0; i < files.size(); i++) {
                read(geometry, parser, files.get(i).toBytes());
                ByteArrayOutputStream record = new ByteArrayOutputStream();
                geometry.writeTo(new DataOutputStream(record));
                readBack.readFrom(ByteBuffer.wrap(record.toByteArray()));
                assertEquals(DicomFile.SERIES, readBack.seriesUid());
                tally.add(readBack, "folder", "file" + i);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tally;
    }

    static Outcome outcome(DicomFile file) {
        byte[] bytes = file.toBytes();
        return outcome(bytes, bytes.length);
    }

    /** The outcome of a file that ends after so many bytes. */
    static Outcome outcome(byte[] bytes, int length) {
        try (HeaderParser parser = new HeaderParser()) {
            return read(new InstanceGeometry(SpacingRules.DEFAULT, List.of()), parser, Arrays.copyOf(bytes, length));
        }
    }

    private static Outcome read(InstanceGeometry geometry, HeaderParser parser, byte[] file) {
        geometry.begin();
        try {
            return geometry.finish(parser.parse(new ArrayWindow(file), geometry.wanted(), geometry), parser);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file that lies in the window as a whole. */
    private record ArrayWindow(ByteBuffer buffer) implements ByteWindow {

        ArrayWindow(byte[] bytes) {
            this(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
        }

        @Override
        public long base() {
            return 0;
        }

        @Override
        public int limit() {
            return buffer.limit();
        }

        @Override
        public int load(long offset, int length) {
            return (int) Math.max(0, buffer.limit() - offset);
        }

        @Override
        public long size() {
            return buffer.limit();
        }
    }
}
