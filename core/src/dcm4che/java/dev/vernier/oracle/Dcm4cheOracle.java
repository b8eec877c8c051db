package dev.vernier.oracle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.Sequence;
import org.dcm4che3.data.Tag;
import org.dcm4che3.data.VR;
import org.dcm4che3.io.DicomInputStream;

/** dcm4che, the reference implementation in Java; in the Maven profile {@code dcm4che} only, as Maven Central has it not. */
final class Dcm4cheOracle implements Oracle {

    private static final int FILE_META_GROUP = 0x0002;

    @Override
    public String name() {
        return "dcm4che";
    }

    @Override
    public String knownVersion() {
        return "5.34.3";
    }

    /** The version that the profile pins. */
    @Override
    public String installedVersion(Path scratch) {
        return knownVersion();
    }

    @Override
    public boolean decodesText() {
        return true;
    }

    @Override
    public Map<Path, Reading> read(List<Path> files, Path scratch) throws IOException {
        Map<Path, Reading> readings = new HashMap<>();
        for (Path file : files) {
            readings.put(file, read(Files.readAllBytes(file)));
        }
        return readings;
    }

    private static Reading read(byte[] file) {
        Reading reading = new Reading();
        Attributes meta = null;
        Attributes dataset = new Attributes();
        boolean whole = true;
        try (DicomInputStream stream = new DicomInputStream(new ByteArrayInputStream(file))) {
            meta = stream.readFileMetaInformation();
            dataset = new Attributes(stream.bigEndian());
            stream.readAttributes(dataset, -1, Tag.PixelData);
        } catch (IOException | RuntimeException e) {
            whole = false;
        }
        for (Attribute attribute : Attribute.ALL) {
            int[] tags = attribute.tags();
            Attributes source = tags[0] >>> 16 == FILE_META_GROUP ? meta : dataset;
            if (source != null) {
                collect(attribute, source, tags, reading);
            }
        }
        if (whole) {
            return reading;
        }
        return reading.is(reading.isEmpty() ? Reading.State.REFUSED : Reading.State.DAMAGED);
    }

    private static void collect(Attribute attribute, Attributes source, int[] path, Reading reading) {
        if (path.length == 1) {
            reading.addSpelled(attribute, value(attribute, source, path[0]));
            return;
        }
        Sequence items = source.getSequence(path[0]);
        if (items != null) {
            for (Attributes item : items) {
                collect(attribute, item, Arrays.copyOfRange(path, 1, path.length), reading);
            }
        }
    }

    private static String value(Attribute attribute, Attributes source, int tag) {
        try {
            if (attribute.kind() == Attribute.Kind.NUMBER) {
                VR vr = source.getVR(tag);
                return vr == VR.DS || vr == VR.FD || vr == VR.FL
                        ? numbers(source.getDoubles(tag))
                        : numbers(source.getInts(tag), vr == VR.UL);
            }
            String[] texts = source.getStrings(tag);
            StringJoiner text = new StringJoiner("\\");
            for (String component : texts == null ? new String[0] : texts) {
                text.add(component == null ? "" : component);
            }
            return text.toString();
        } catch (RuntimeException e) {
            return Reading.noNumber(e.getClass().getSimpleName());
        }
    }

    private static String numbers(double[] numbers) {
        StringJoiner text = new StringJoiner("\\");
        for (double number : numbers == null ? new double[0] : numbers) {
            text.add(Double.isNaN(number) ? "" : Reading.spelling(number));
        }
        return text.toString();
    }

    private static String numbers(int[] numbers, boolean unsigned) {
        StringJoiner text = new StringJoiner("\\");
        for (int number : numbers == null ? new int[0] : numbers) {
            text.add(unsigned ? Integer.toUnsignedString(number) : Integer.toString(number));
        }
        return text.toString();
    }
}
