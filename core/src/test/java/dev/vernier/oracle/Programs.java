package dev.vernier.oracle;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs other people's programs. */
final class Programs {

    private static final long TIMEOUT_SECONDS = 120;

    private Programs() {}

    /**
     * What a program did.
     *
     * @param exit its exit code, 128 and more where a signal ended it
     */
    record Run(int exit, Path output, Path errors) {}

    /** Runs a program to its end; skips the test where it is not installed. */
    static Run run(String debianPackage, Path scratch, List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(scratch, "output", ".txt");
        Path errors = Files.createTempFile(scratch, "errors", ".txt");
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile())
                    .start();
        } catch (IOException e) {
            return abort(command.get(0) + " is not installed: apt-get install " + debianPackage);
        }
        process.getOutputStream().close();
        if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        return new Run(process.exitValue(), output, errors);
    }
}
