package dev.vernier.cli.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What standard error is connected to. Stateless. */
final class StandardError {

    private static final Path LINUX_LINK = Path.of("/proc/self/fd/2");

    private StandardError() {}

    /**
     * Whether a person can see it. The JDK cannot be asked: {@code System.console()} is about standard input and output, and since JDK 22
     * is there without a terminal too. Elsewhere than on Linux it is the best there is.
     */
    static boolean isTerminal() {
        try {
            String target = Files.readSymbolicLink(LINUX_LINK).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.startsWith("/dev/console");
        } catch (IOException | UnsupportedOperationException e) {
            return System.console() != null;
        }
    }
}
