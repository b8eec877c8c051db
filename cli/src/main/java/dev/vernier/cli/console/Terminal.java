package dev.vernier.cli.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What the process's streams are connected to. Stateless. */
final class Terminal {

    static final int STANDARD_OUTPUT = 1;
    static final int STANDARD_ERROR = 2;

    private static final Path LINUX_LINKS = Path.of("/proc/self/fd");

    private Terminal() {}

    /**
     * Whether a person can see what goes there. The JDK cannot be asked: {@code System.console()} is about standard input and output, and
     * since JDK 22 is there without a terminal too. Elsewhere than on Linux it is the best there is.
     */
    static boolean shows(int descriptor) {
        try {
            String target = Files.readSymbolicLink(LINUX_LINKS.resolve(String.valueOf(descriptor)))
                    .toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.startsWith("/dev/console");
        } catch (IOException | UnsupportedOperationException e) {
            return System.console() != null;
        }
    }

    /** Whether a terminal of this environment is to be sent colours: not if NO_COLOR is set to anything (no-color.org), or it has none. */
    static boolean wantsColour(Map<String, String> environment) {
        return environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !"dumb".equals(environment.getOrDefault("TERM", ""));
    }
}
