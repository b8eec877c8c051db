package dev.vernier.inspect;

import dev.vernier.dicom.HeaderParser;
import dev.vernier.dicom.ParseEnd;
import dev.vernier.dicom.TransferSyntax;
import dev.vernier.scan.JudgedReader;

/**
 * How the header of a file was walked. Offsets are in bytes from the start of the file, of what is in a gzipped one, or
 * of the inflated data set where they are said to be.
 *
 * @param end why it ended; null where nothing could be walked
 * @param endAt where: an offset in the inflated data set if the walk was in it
 * @param lastTag the last top-level tag whose header was read, 0 if none
 * @param firstElementAt where the first element is: 132 behind a preamble
 * @param datasetAt where the data set begins, 0 if the walk did not come so far or nothing is before it
 * @param encoding of the data set, as found and not as stated
 * @param inflated whether the data set was inflated
 * @param gzipped whether the file is gzipped, so that all offsets are those in what is in it
 * @param neededBytes how much of the file, from its start, had to be looked at without a gap
 * @param repaired whether lengths or delimiters were wrong and could be repaired
 * @param duplicates whether a wanted tag stood there twice, so that the first one counted
 * @param tooLong whether a wanted value was longer than a megabyte, and therefore left out
 */
public record Walk(
        ParseEnd end,
        long endAt,
        int lastTag,
        long firstElementAt,
        long datasetAt,
        TransferSyntax encoding,
        boolean inflated,
        boolean gzipped,
        long neededBytes,
        boolean repaired,
        boolean duplicates,
        boolean tooLong) {

    static Walk of(JudgedReader reader, long sizeBytes) {
        HeaderParser parser = reader.parser();
        return new Walk(
                parser.end(),
                parser.position(),
                parser.lastTag(),
                parser.firstElementAt(),
                parser.datasetAt(),
                parser.transferSyntax(),
                parser.inflated(),
                reader.gzipped(),
                Math.min(reader.headerEnd(), sizeBytes),
                parser.repaired(),
                parser.duplicates(),
                parser.tooLong());
    }
}
