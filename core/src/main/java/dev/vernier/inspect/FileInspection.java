package dev.vernier.inspect;

import dev.vernier.dicom.HeaderValues;
import dev.vernier.dicom.Outcome;
import dev.vernier.dicom.Tag;
import dev.vernier.dicom.TagPath;
import dev.vernier.geometry.InstanceGeometry;
import dev.vernier.geometry.SeriesExplanation;
import dev.vernier.geometry.SeriesTally;
import dev.vernier.geometry.SpacingRules;
import dev.vernier.io.ReadStrategy;
import dev.vernier.scan.JudgedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a scan sees of one file. Immutable.
 *
 * @param file its path as given
 * @param sizeBytes its size
 * @param outcome what a scan counts it as
 * @param why why that; empty where the outcome and the walk's end say it all
 * @param detail where or why it could not be read, or what it is instead of DICOM; empty if it could
 * @param reads read system calls that were made
 * @param bytesRead bytes that these brought
 * @param walk how the header was walked
 * @param elements the elements that were read, in the order of the file
 * @param absent top-level elements that were looked for and not met
 * @param geometry what follows from this file alone, as if it were a series; null unless the outcome is OK
 */
public record FileInspection(
        Path file,
        long sizeBytes,
        Outcome outcome,
        String why,
        String detail,
        long reads,
        long bytesRead,
        Walk walk,
        List<ReadElement> elements,
        List<TagPath> absent,
        SeriesExplanation geometry) {

    /** The texts that {@link FolderInspection} shows of a series, and what the file says of its own encoding. */
    private static final List<TagPath> LABELS = List.of(
            TagPath.of(Tag.TRANSFER_SYNTAX_UID),
            TagPath.of(Tag.MODALITY),
            TagPath.of(Tag.MANUFACTURER),
            TagPath.of(Tag.MANUFACTURER_MODEL_NAME),
            TagPath.of(Tag.PROTOCOL_NAME));

    private static final TagPath SERIES = TagPath.of(Tag.SERIES_INSTANCE_UID);

    /** Keeps its own copies. */
    public FileInspection {
        elements = List.copyOf(elements);
        absent = List.copyOf(absent);
    }

    /**
     * Reads a file as a scan does, and judges it as one does; of NIfTI only the outcome is told, and archives are
     * NOT_DICOM: see {@link FolderInspection} for both.
     *
     * @throws IOException if its size cannot be told; that it cannot be read is an outcome
     */
    public static FileInspection of(Path file, SpacingRules rules) throws IOException {
        long sizeBytes = Files.size(file);
        try (JudgedReader reader = new JudgedReader(ReadStrategy.AUTO, rules, LABELS)) {
            InstanceGeometry geometry = reader.geometry();
            HeaderValues values = new HeaderValues(reader.wanted());
            ElementRecorder recorder = new ElementRecorder(geometry, reader.parser(), values);
            Outcome outcome = reader.read(file, recorder);
            return new FileInspection(
                    file,
                    sizeBytes,
                    outcome,
                    geometry.why(),
                    reader.detail(),
                    reader.reads(),
                    reader.bytesRead(),
                    Walk.of(reader, sizeBytes),
                    recorder.elements(),
                    recorder.absent(),
                    outcome == Outcome.OK ? explain(geometry, rules) : null);
        }
    }

    /** Whether a scan would list a series because of it. */
    public boolean hasSeries() {
        boolean counts = outcome == Outcome.OK || outcome == Outcome.NO_GEOMETRY || isBroken();
        return counts
                && elements.stream()
                        .anyMatch(each ->
                                each.path().equals(SERIES) && !each.value().isEmpty());
    }

    /** Whether it is DICOM, as far as can be told. */
    public boolean isDicom() {
        return walk.end() != null;
    }

    /** Whether it is DICOM that could not be read to the end of its header. */
    public boolean isBroken() {
        return outcome == Outcome.TRUNCATED || outcome == Outcome.MALFORMED;
    }

    private static SeriesExplanation explain(InstanceGeometry geometry, SpacingRules rules) {
        SeriesTally alone = new SeriesTally(geometry.seriesUid());
        alone.add(geometry, "", "");
        return alone.explain(rules);
    }
}
