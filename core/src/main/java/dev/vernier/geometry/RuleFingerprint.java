package dev.vernier.geometry;

import dev.vernier.dicom.TagPath;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * What a record of a header depends on besides the file: the elements read, how they are read, and how records are
 * written. What was read is judged later, so that neither the rule of z nor a tolerance matters to it. Stateless.
 */
public final class RuleFingerprint {

    /**
     * Counts the meanings that records have had. To be raised with every change of what is read from a header, or of
     * how records are written: older records are then read again from the files.
     */
    private static final int MEANING = 6;

    private RuleFingerprint() {}

    /**
     * The fingerprint of reading by these rules, with the text of these elements.
     *
     * @param fullWalk whether elements behind the last wanted one are looked at, where another walk does not find them
     * @param grouping what makes images a series
     */
    public static long of(SpacingRules rules, List<TagPath> labels, boolean fullWalk, String grouping) {
        return hash(MEANING + " " + labels + " " + rules.detectorSpacing() + " " + fullWalk + " " + grouping);
    }

    private static long hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }
}
