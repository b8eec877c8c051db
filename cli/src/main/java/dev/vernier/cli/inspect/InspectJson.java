package dev.vernier.cli.inspect;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.vernier.cli.console.VisibleText;
import dev.vernier.cli.output.PrettyJson;
import dev.vernier.dicom.Tag;
import dev.vernier.dicom.TagPath;
import dev.vernier.inspect.FileInspection;
import dev.vernier.inspect.FolderInspection;
import dev.vernier.inspect.ReadElement;
import dev.vernier.inspect.SeriesInspection;
import dev.vernier.inspect.Walk;
import dev.vernier.scan.Problem;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** An inspection for programs: everything, however much it is. Offsets and sizes in bytes. Stateless. */
public final class InspectJson {

    private InspectJson() {}

    /** A file as a JSON object, ending with a line feed. */
    public static String of(FileInspection file, String version) {
        return PrettyJson.of(json -> {
            json.writeStartObject();
            json.writeStringField("version", version);
            text(json, "file", file.file().toString());
            json.writeNumberField("size", file.sizeBytes());
            json.writeStringField("outcome", file.outcome().name());
            json.writeStringField("why", file.why());
            text(json, "detail", file.detail());
            json.writeNumberField("reads", file.reads());
            json.writeNumberField("bytesRead", file.bytesRead());
            writeWalk(json, file.walk());
            writeElements(json, file.elements());
            json.writeArrayFieldStart("absent");
            for (TagPath path : file.absent()) {
                json.writeString(path.toString());
            }
            json.writeEndArray();
            json.writeFieldName("geometry");
            if (file.geometry() == null) {
                json.writeNull();
            } else {
                json.writeStartObject();
                SeriesJson.write(json, file.geometry());
                json.writeEndObject();
            }
            json.writeEndObject();
        });
    }

    private static void writeWalk(JsonGenerator json, Walk walk) throws IOException {
        json.writeFieldName("walk");
        if (walk.end() == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringField("end", walk.end().name());
        json.writeNumberField("endAt", walk.endAt());
        json.writeStringField("lastTag", walk.lastTag() == 0 ? "" : Tag.toString(walk.lastTag()));
        json.writeNumberField("firstElementAt", walk.firstElementAt());
        json.writeNumberField("datasetAt", walk.datasetAt());
        json.writeStringField("encoding", walk.encoding().name());
        json.writeBooleanField("inflated", walk.inflated());
        json.writeBooleanField("gzipped", walk.gzipped());
        json.writeNumberField("needed", walk.neededBytes());
        json.writeBooleanField("repaired", walk.repaired());
        json.writeBooleanField("duplicates", walk.duplicates());
        json.writeBooleanField("tooLong", walk.tooLong());
        json.writeEndObject();
    }

    private static void writeElements(JsonGenerator json, List<ReadElement> elements) throws IOException {
        json.writeArrayFieldStart("elements");
        for (ReadElement element : elements) {
            json.writeStartObject();
            json.writeStringField("path", element.path().numbers());
            json.writeStringField("name", element.path().toString());
            json.writeStringField("vr", element.vr());
            json.writeNumberField("at", element.valueAt());
            json.writeNumberField("bytes", element.lengthBytes());
            json.writeNumberField("times", element.times());
            if (!element.sequence()) {
                text(json, "value", element.value());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** The series of a folder as a JSON object, ending with a line feed. */
    public static String of(String name, FolderInspection folder, String version) {
        return PrettyJson.of(json -> {
            json.writeStartObject();
            json.writeStringField("version", version);
            text(json, "root", name);
            json.writeNumberField("problems", folder.problemCount());
            writeProblems(json, folder);
            json.writeArrayFieldStart("series");
            for (SeriesInspection series : folder.series()) {
                writeSeries(json, series);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    /** How many there are of each kind, and the first of them. */
    private static void writeProblems(JsonGenerator json, FolderInspection folder) throws IOException {
        json.writeObjectFieldStart("problemCounts");
        for (Map.Entry<String, Long> each : folder.problemCounts().entrySet()) {
            json.writeNumberField(each.getKey(), each.getValue());
        }
        json.writeEndObject();
        json.writeArrayFieldStart("problemList");
        for (Problem problem : folder.problems()) {
            json.writeStartObject();
            json.writeStringField("code", problem.code());
            text(json, "path", problem.path());
            text(json, "detail", problem.detail());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeSeries(JsonGenerator json, SeriesInspection series) throws IOException {
        List<String> labels = series.labels();
        json.writeStartObject();
        text(json, "seriesUid", series.seriesUid());
        text(json, "folder", series.folder());
        json.writeNumberField("unreadable", series.unreadableFiles());
        text(json, "modality", labels.get(0));
        text(json, "manufacturer", labels.get(1));
        text(json, "model", labels.get(2));
        text(json, "protocol", labels.get(3));
        SeriesJson.write(json, series.explain());
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String field, String text) throws IOException {
        json.writeStringField(field, VisibleText.of(text));
    }
}
