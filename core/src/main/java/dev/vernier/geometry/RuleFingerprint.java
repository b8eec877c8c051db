package dev.vernier.geometry;

import dev.vernier.dicom.TagPath;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * What a record of a header depends on besides the file: the elements read, the rules applied while reading, and how records are written. A
 * slice is taken as it is and judged later, so that tolerances do not matter to it; a volume file is judged at once, by all rules.
 *
 * @param slices of a record without volumes
 * @param volumes of a record with volumes
 */
public record RuleFingerprint(long slices, long volumes) {

    /**
     * Counts the meanings that records have had. To be raised with every change of what is read from a header, how a volume file is
     * judged, or how records are written: older records are then read again from the files.
     */
    private static final int MEANING = 5;

    /** The fingerprint of reading by these rules, with the text of these elements. */
    public static RuleFingerprint of(SpacingRules rules, List<TagPath> labels) {
        String reading = MEANING + " " + labels + " " + rules.detectorSpacing();
        return new RuleFingerprint(hash(reading), hash(reading + " " + rules));
    }

    private static long hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }

    /** The fingerprint of a record. */
    public long of(boolean withVolumes) {
        return withVolumes ? volumes : slices;
    }
}
