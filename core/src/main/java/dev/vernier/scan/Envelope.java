package dev.vernier.scan;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Tells what a file is that holds DICOM in an envelope, by its first bytes. Stateless. */
final class Envelope {

    private static final String MULTIPART =
            "a multipart message (RFC 2046), such as DICOMweb sends: save its parts as files of their own";
    private static final int MOST_BYTES = 512;

    private Envelope() {}

    /**
     * What it is and what to do; empty if it is no envelope that is known.
     *
     * @param start the file's first bytes, of which there are {@code count}
     */
    static String of(byte[] start, int count) {
        String text = new String(start, 0, Math.min(count, MOST_BYTES), StandardCharsets.ISO_8859_1);
        return isMultipart(text.stripLeading().toLowerCase(Locale.ROOT)) ? MULTIPART : "";
    }

    /** A boundary line, and the header of a part behind it; or the header of the message itself. */
    private static boolean isMultipart(String text) {
        if (text.startsWith("content-type: multipart/") || text.startsWith("mime-version:")) {
            return true;
        }
        int lineEnd = text.indexOf('\n');
        return text.startsWith("--") && lineEnd > 2 && text.startsWith("content-", lineEnd + 1);
    }
}
