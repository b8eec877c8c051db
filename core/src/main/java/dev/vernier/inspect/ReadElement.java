package dev.vernier.inspect;

import dev.vernier.dicom.TagPath;

/**
 * An element, or a sequence, that a scan reads of a file.
 *
 * @param path where it stands in the data set
 * @param vr its value representation: as the file states it, else as the attribute has it; ?? if unknown
 * @param valueAt where its value begins, or that of the first of several: an offset in the file, or in the inflated data set
 * @param lengthBytes of the value, padding included; 0 for a sequence
 * @param times how often it was met, in items of sequences that is; for a sequence the number of its items
 * @param sequence whether it is a sequence
 * @param value the value as text, of several the first; empty for a sequence. Text of the file: not to be shown as it is
 */
public record ReadElement(
        TagPath path, String vr, long valueAt, int lengthBytes, long times, boolean sequence, String value) {}
