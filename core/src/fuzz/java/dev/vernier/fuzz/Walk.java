package dev.vernier.fuzz;

import dev.vernier.dicom.ElementSink;
import dev.vernier.dicom.ElementValue;
import dev.vernier.dicom.HeaderParser;
import dev.vernier.dicom.Outcome;
import dev.vernier.dicom.WantedTags;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** What one parse of one file came to: its end, and a digest of all that was handed out on the way. */
final class Walk implements ElementSink {

    /** Every kind of wanted tag: in the meta header, at top level, in sequences, sequences themselves. */
    static final WantedTags WANTED = WantedTags.of(
            "MediaStorageSOPClassUID",
            "TransferSyntaxUID",
            "SpecificCharacterSet",
            "ReferencedImageSequence/ReferencedSOPInstanceUID",
            "PatientName",
            "AcquisitionMatrix",
            "SpiralPitchFactor",
            "SeriesInstanceUID",
            "Rows",
            "PixelSpacing",
            "(0009,1001)",
            "SharedFunctionalGroupsSequence",
            "SharedFunctionalGroupsSequence/PixelMeasuresSequence/PixelSpacing",
            "PerFrameFunctionalGroupsSequence",
            "PerFrameFunctionalGroupsSequence/PlanePositionSequence/ImagePositionPatient",
            "PerFrameFunctionalGroupsSequence/FrameContentSequence/InStackPositionNumber");

    private final double[] numbers = new double[8];
    private String end;
    private long digest;
    private long values;
    private int open;

    private Walk() {}

    /** Parses a file, and checks what must hold for every file. */
    static Walk of(HeaderParser parser, TinyWindow file, WantedTags wanted) {
        Walk walk = new Walk();
        Outcome outcome;
        try {
            outcome = parser.parse(file, wanted, walk);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        file.assertLinearWork();
        boolean walked = outcome != Outcome.EMPTY && outcome != Outcome.NOT_DICOM;
        if (walked != (parser.end() != null) || parser.position() < 0 || walk.open < 0) {
            throw new AssertionError(outcome + " " + parser.end() + " at " + parser.position());
        }
        walk.end = outcome + " " + parser.end() + " at " + parser.position() + ", last tag "
                + Integer.toHexString(parser.lastTag()) + ", " + parser.transferSyntax()
                + (parser.repaired() ? ", repaired" : "") + (parser.duplicates() ? ", duplicates" : "");
        return walk;
    }

    @Override
    public void value(int slot, ElementValue value) {
        values++;
        digest = digest * 31 + slot;
        digest = digest * 31 + value.vr();
        digest = digest * 31 + value.trimmedHash();
        for (int i = 0; i < value.length(); i++) {
            digest = digest * 31 + value.byteAt(i);
        }
        int count = value.numbers(numbers);
        digest = digest * 31 + count;
        for (int i = 0; i < Math.min(count, numbers.length); i++) {
            digest = digest * 31 + Double.hashCode(numbers[i]);
        }
    }

    @Override
    public void beginItem(int slot, int index) {
        open++;
        digest = digest * 37 + 31L * slot + index;
    }

    @Override
    public void endItem(int slot) {
        open--;
        digest = digest * 41 + slot;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Walk walk && end.equals(walk.end) && digest == walk.digest && values == walk.values;
    }

    @Override
    public int hashCode() {
        return Objects.hash(end, digest, values);
    }

    @Override
    public String toString() {
        return end + "; " + values + " values, digest " + Long.toHexString(digest);
    }
}
