package dev.vernier.cli.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where a command prints: the result to standard output, all else to standard error, both in UTF-8 whatever the locale. One thread at a
 * time.
 */
public final class Console {

    private final OutputStream out;
    private final PrintStream err;
    private final Paint paint;
    private final boolean errorIsTerminal;
    private final Interruption interruption;

    private Console(
            OutputStream out, PrintStream err, Paint paint, boolean errorIsTerminal, Interruption interruption) {
        this.out = out;
        this.err = err;
        this.paint = paint;
        this.errorIsTerminal = errorIsTerminal;
        this.interruption = interruption;
    }

    /** The process's own. Not {@code System.out}, which hides that it cannot be written to. */
    public static Console ofProcess() {
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        boolean colours = Terminal.shows(Terminal.STANDARD_OUTPUT) && Terminal.wantsColour(System.getenv());
        return new Console(
                new FileOutputStream(FileDescriptor.out),
                err,
                colours ? Paint.COLOURS : Paint.PLAIN,
                Terminal.shows(Terminal.STANDARD_ERROR),
                new Interruption(err));
    }

    /** Prints to the streams given; for tests. */
    public static Console of(OutputStream out, OutputStream err, Paint paint) {
        PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
        return new Console(out, errors, paint, false, new Interruption(errors));
    }

    /**
     * Prints a result. A reader that has gone, such as {@code head}, has seen what it wanted: that is no failure.
     *
     * @throws IOException if standard output cannot take it, a full disk for instance
     */
    public void print(String text) throws IOException {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            if (!String.valueOf(e.getMessage()).contains("roken pipe")) {
                throw new IOException("cannot write to standard output: " + e.getMessage(), e);
            }
        }
    }

    /** Prints a line to standard error. */
    public void say(String line) {
        err.println(VisibleText.of(line));
    }

    /** Prints what went wrong, in one line; nothing if the process is being stopped anyway. */
    public void fail(String message) {
        if (!interruption.isUnderWay()) {
            say("vernier: " + message);
        }
    }

    /** Standard output as it is. */
    public OutputStream out() {
        return out;
    }

    /** Standard error as it is. */
    public PrintStream err() {
        return err;
    }

    /** The colours that standard output is to have. */
    public Paint paint() {
        return paint;
    }

    /** Whether standard error is a terminal. */
    public boolean errorIsTerminal() {
        return errorIsTerminal;
    }

    /** What happens on a signal. */
    public Interruption interruption() {
        return interruption;
    }
}
