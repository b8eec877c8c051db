package dev.vernier.oracle;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.dicom.Dictionary;
import dev.vernier.dicom.Tag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * OFFIS dcmtk, by one {@code dcmdump} for all files: it prints the wanted elements wherever they stand, each behind the tags
 * of the sequences around it. (dcm2json and dcm2xml take one file each.)
 */
final class DcmtkOracle implements Oracle {

    private static final Pattern FILE = Pattern.compile("# dcmdump \\(\\d+/\\d+\\): (.*)");
    private static final Pattern ELEMENT = Pattern.compile(
            "((?:\\([0-9a-f]{4},[0-9a-f]{4}\\)\\.)*)\\(([0-9a-f]{4},[0-9a-f]{4})\\) (..) (.*?) +# +(?:\\d+|u/l), *\\d+ .*");
    private static final Pattern ERROR = Pattern.compile("E: dcmdump: .*: reading file: (.*)");
    private static final Map<String, Attribute> ATTRIBUTES =
            Attribute.ALL.stream().collect(Collectors.toMap(Attribute::numericPath, Function.identity()));

    @Override
    public String name() {
        return "dcmtk";
    }

    @Override
    public String knownVersion() {
        return "3.6.7";
    }

    @Override
    public String installedVersion(Path scratch) throws IOException, InterruptedException {
        Path output =
                Programs.run("dcmtk", scratch, List.of("dcmdump", "--version")).output();
        Matcher version = Pattern.compile("dcmdump v(\\S+)").matcher(Files.readString(output));
        assertTrue(version.find(), "dcmdump --version");
        return version.group(1);
    }

    @Override
    public boolean decodesText() {
        return false;
    }

    @Override
    public Map<Path, Reading> read(List<Path> files, Path scratch) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("dcmdump", "-ll", "error"));
        command.addAll(List.of("+F", "+L", "-Un", "+p", "+E", "+sb", "7fe0,0010"));
        Attribute.ALL.stream()
                .map(Attribute::path)
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .distinct()
                .map(name -> Tag.toString(Dictionary.tag(name).orElseThrow()).replaceAll("[()]", ""))
                .forEach(tag -> command.addAll(List.of("+P", tag.toLowerCase(Locale.ROOT))));
        files.forEach(file -> command.add(file.toString()));
        Programs.Run run = Programs.run("dcmtk", scratch, command);
        assertTrue(run.exit() < 128, () -> "dcmdump died with " + run.exit());
        Map<Path, Reading> readings = values(run.output());
        for (String line : Files.readAllLines(run.errors(), StandardCharsets.ISO_8859_1)) {
            Matcher error = ERROR.matcher(line);
            if (error.matches()) {
                Reading reading = readings.computeIfAbsent(Path.of(error.group(1)), file -> new Reading());
                reading.is(reading.isEmpty() ? Reading.State.REFUSED : Reading.State.DAMAGED);
            }
        }
        return readings;
    }

    private static Map<Path, Reading> values(Path output) throws IOException {
        Map<Path, Reading> readings = new HashMap<>();
        Reading reading = null;
        for (String line : Files.readAllLines(output, StandardCharsets.ISO_8859_1)) {
            Matcher file = FILE.matcher(line);
            Matcher element = ELEMENT.matcher(line);
            if (file.matches()) {
                reading = new Reading();
                readings.put(Path.of(file.group(1)), reading);
            } else if (element.matches() && reading != null) {
                String path = (element.group(1) + element.group(2)).replace(").", "/");
                Attribute attribute = ATTRIBUTES.get(numeric(path));
                if (attribute != null) {
                    reading.add(attribute, value(element.group(4)));
                }
            }
        }
        return readings;
    }

    private static String numeric(String path) {
        return path.replaceAll("[(),.]", "").toUpperCase(Locale.ROOT);
    }

    private static String value(String printed) {
        if (printed.startsWith("[") && printed.endsWith("]")) {
            return printed.substring(1, printed.length() - 1);
        }
        return printed.equals("(no value available)") ? "" : printed;
    }
}
