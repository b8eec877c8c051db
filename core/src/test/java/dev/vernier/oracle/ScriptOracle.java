package dev.vernier.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A library with Python bindings, by one process for all files that says of each file what it found before it goes on to
 * the next: if a file kills the process, the file is known and another process reads the rest.
 *
 * <p>gdcm is read like this because its own programs cannot do it: {@code gdcmdump -r} ends at the first file that trips an
 * assertion, and {@code gdcmscanner} does not look into sequences.
 */
record ScriptOracle(
        String name, String knownVersion, boolean decodesText, String debianPackage, String module, String script)
        implements Oracle {

    private static final String PYTHON = "/usr/bin/python3";

    static Oracle pydicom() {
        return new ScriptOracle("pydicom", "2.3.1", true, "python3-pydicom", "pydicom", "read_with_pydicom.py");
    }

    static Oracle gdcm() {
        return new ScriptOracle("gdcm", "3.0.21", false, "python3-gdcm", "gdcm", "read_with_gdcm.py");
    }

    @Override
    public String installedVersion(Path scratch) throws IOException, InterruptedException {
        Programs.Run found = Programs.run(debianPackage, scratch, List.of(PYTHON, "-c", "import " + module));
        assumeTrue(found.exit() == 0, () -> module + " is not installed: apt-get install " + debianPackage);
        Programs.Run run = Programs.run(debianPackage, scratch, List.of(PYTHON, copyOfScript(scratch), "--version"));
        return Files.readString(run.output()).strip();
    }

    private String copyOfScript(Path scratch) throws IOException {
        Path copy = scratch.resolve(script);
        try (InputStream source = ScriptOracle.class.getResourceAsStream(script)) {
            Files.copy(source, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        return copy.toString();
    }

    @Override
    public Map<Path, Reading> read(List<Path> files, Path scratch) throws IOException, InterruptedException {
        Path attributes = Files.createTempFile(scratch, "attributes", ".txt");
        Files.write(
                attributes,
                Attribute.ALL.stream()
                        .map(attribute -> attribute.numericPath() + " " + attribute.kind())
                        .toList());
        Map<Path, Reading> readings = new HashMap<>();
        List<Path> left = new ArrayList<>(files);
        while (!left.isEmpty()) {
            Path list = Files.createTempFile(scratch, "files", ".txt");
            Files.write(list, left.stream().map(Path::toString).toList());
            Programs.Run run = Programs.run(
                    debianPackage,
                    scratch,
                    List.of(PYTHON, copyOfScript(scratch), attributes.toString(), list.toString()));
            int finished = take(run.output(), left, readings);
            left.subList(0, finished).clear();
            if (!left.isEmpty()) {
                String errors = Files.readString(run.errors(), StandardCharsets.ISO_8859_1);
                assertTrue(run.exit() != 0 && !errors.contains("Traceback"), name + " stopped: " + errors);
                readings.put(left.remove(0), new Reading().is(Reading.State.CRASHED));
            }
        }
        return readings;
    }

    /** Takes what the script wrote; returns how many files it finished. */
    private int take(Path output, List<Path> files, Map<Path, Reading> readings) throws IOException {
        int finished = 0;
        Reading reading = new Reading();
        for (String line : Files.readAllLines(output, StandardCharsets.US_ASCII)) {
            String[] fields = line.split(" ", -1);
            switch (fields[0]) {
                case "value" -> reading.add(Attribute.ALL.get(Integer.parseInt(fields[1])), text(fields[2]));
                case "damaged" -> reading.is(reading.isEmpty() ? Reading.State.REFUSED : Reading.State.DAMAGED);
                case "end" -> {
                    assertEquals(finished, Integer.parseInt(fields[1]), name);
                    readings.put(files.get(finished), reading);
                    finished++;
                    reading = new Reading();
                }
                default -> throw new AssertionError(name + ": " + line);
            }
        }
        return finished;
    }

    private String text(String hexadecimal) {
        Charset charset = decodesText ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        return new String(HexFormat.of().parseHex(hexadecimal), charset);
    }
}
