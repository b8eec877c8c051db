package dev.vernier.io;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * Names of files as text, without loss: UTF-8, and a byte that is not part of any as {@code \xHH}. File systems keep
 * bytes, not characters, and archives of many years hold names in many encodings. Stateless.
 */
public final class FileNames {

    private static final char REPLACEMENT = '\uFFFD';

    private FileNames() {}

    /** The last name of a path. */
    static String text(Path path) {
        Path last = path.getFileName();
        String text = (last == null ? path : last).toString();
        if (last == null || text.indexOf(REPLACEMENT) < 0) {
            return text;
        }
        byte[] bytes = bytes(path);
        int start = lastName(bytes, bytes.length);
        return text(bytes, start, bytes.length);
    }

    /** Where the last name of a path begins. */
    static int lastName(byte[] path, int end) {
        int start = end;
        while (start > 0 && path[start - 1] != '/') {
            start--;
        }
        return start;
    }

    /** A name of bytes. */
    public static String text(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0) {
                return decode(bytes, from, to);
            }
        }
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private static String decode(byte[] bytes, int from, int to) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder(); // reports what it cannot decode
        ByteBuffer in = ByteBuffer.wrap(bytes, from, to - from);
        CharBuffer out = CharBuffer.allocate(4 * (to - from));
        CoderResult result = decoder.decode(in, out, true);
        while (result.isError()) {
            for (int i = 0; i < result.length(); i++) {
                out.put(String.format(Locale.ROOT, "\\x%02X", in.get()));
            }
            result = decoder.reset().decode(in, out, true);
        }
        return out.flip().toString();
    }

    /**
     * The absolute path whose names are this text, in UTF-8 whatever encoding the JVM takes for that of paths: in a
     * POSIX locale it refuses what is not ASCII, but takes any bytes in URIs.
     */
    public static Path path(String text) {
        return path(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The path of these bytes, whatever encoding they are in; made absolute unless it is ASCII. */
    static Path path(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (isAscii(text)) {
            return Path.of(text);
        }
        StringBuilder uri = new StringBuilder("file://");
        if (bytes[0] != '/') {
            escape(bytes(Path.of("").toAbsolutePath()), uri);
            uri.append('/');
        }
        escape(bytes, uri);
        return Path.of(URI.create(uri.toString()));
    }

    private static void escape(byte[] bytes, StringBuilder uri) {
        for (byte each : bytes) {
            boolean plain = each == '/' || Character.isLetterOrDigit(each);
            uri.append(plain ? String.valueOf((char) each) : String.format(Locale.ROOT, "%%%02X", each));
        }
    }

    /** Whether a path of this text is the same in every encoding. */
    public static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    /**
     * A path's bytes as the file system has them. The JDK keeps those that are no text, and gives them away in URIs
     * only.
     */
    static byte[] bytes(Path path) {
        String text = path.toString();
        if (isAscii(text)) {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }
        String raw = path.toUri().getRawPath();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            boolean escaped = raw.charAt(i) == '%';
            bytes.write(escaped ? Integer.parseInt(raw, i + 1, i + 3, 16) : raw.charAt(i));
            i += escaped ? 2 : 0;
        }
        boolean slashAdded = bytes.size() > 1 && raw.endsWith("/") && !text.endsWith("/"); // URIs of folders end so
        byte[] all = bytes.toByteArray();
        return slashAdded ? Arrays.copyOf(all, all.length - 1) : all;
    }
}
