package dev.vernier.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Puts exceptions into one line that says what failed and, where it can, what to do. Stateless. */
final class Failures {

    private Failures() {}

    static String inOneLine(Throwable failure) {
        if (failure instanceof UncheckedIOException wrapper) {
            return inOneLine(wrapper.getCause());
        }
        if (failure instanceof OutOfMemoryError) {
            return "out of memory: give it more, for example VERNIER_JAVA_OPTS=-Xmx8g, or fewer --threads";
        }
        if (failure instanceof AccessDeniedException denied && denied.getReason() == null) {
            return denied.getFile() + ": permission denied";
        }
        if (failure instanceof NoSuchFileException missing && missing.getReason() == null) {
            return missing.getFile() + ": there is no such file or folder";
        }
        if (failure instanceof CharacterCodingException) {
            return "a file given on the command line is not UTF-8 text: convert it, for example with iconv";
        }
        if (failure instanceof IOException && failure.getMessage() != null) {
            return failure.getMessage();
        }
        return "internal error, please report it: " + failure + " (--verbose shows where)";
    }
}
