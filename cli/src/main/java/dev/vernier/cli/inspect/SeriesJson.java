package dev.vernier.cli.inspect;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.vernier.Axes;
import dev.vernier.AxisSystem;
import dev.vernier.ReportedAxes;
import dev.vernier.cli.output.PrettyJson;
import dev.vernier.geometry.Flag;
import dev.vernier.geometry.GapCluster;
import dev.vernier.geometry.SeriesExplanation;
import dev.vernier.geometry.SeriesSpacing;
import dev.vernier.geometry.StackExplanation;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** The explanation of a series as fields of a JSON object. Lengths in millimetres. Stateless. */
final class SeriesJson {

    private SeriesJson() {}

    static void write(JsonGenerator json, SeriesExplanation explanation) throws IOException {
        SeriesSpacing spacing = explanation.spacing();
        vector(json, "spacing", spacing.x(), spacing.y(), spacing.z());
        json.writeStringField("axes", AxisSystem.ARRAY.label());
        json.writeStringField("plane", spacing.plane().label());
        number(json, "obliquity", Math.rint(spacing.obliquityDegrees() * 10) / 10);
        json.writeStringField("patientAxes", spacing.patientAxes().label());
        ReportedAxes patient = ReportedAxes.of(spacing, AxisSystem.PATIENT);
        boolean turned = patient.axes() == AxisSystem.PATIENT;
        vector(json, "patientSpacing", (turned ? patient.spacing() : Axes.UNKNOWN).toArray());
        json.writeStringField("xySource", spacing.xySource().label());
        json.writeStringField("zSource", spacing.zSource().label());
        json.writeStringField("status", spacing.status().name());
        flags(json, spacing.flags());
        json.writeStringField("reason", spacing.reason());
        json.writeBooleanField("votes", spacing.votes());
        json.writeNumberField("files", spacing.files());
        json.writeNumberField("instances", spacing.instances());
        json.writeNumberField("frames", spacing.frames());
        json.writeNumberField("localizersLeftOut", explanation.localizersLeftOut());
        json.writeArrayFieldStart("stacks");
        for (StackExplanation stack : explanation.stacks()) {
            writeStack(json, stack);
        }
        json.writeEndArray();
    }

    private static void writeStack(JsonGenerator json, StackExplanation stack) throws IOException {
        json.writeStartObject();
        json.writeBooleanField("volume", stack.isVolume());
        json.writeNumberField("instances", stack.instances());
        json.writeNumberField("frames", stack.frames());
        json.writeNumberField("rows", stack.rows());
        json.writeNumberField("columns", stack.columns());
        vector(json, "spacing", stack.x(), stack.y(), stack.z());
        json.writeStringField("xySource", stack.xySource().label());
        json.writeNumberField("xyVotes", stack.inPlaneVotes());
        json.writeStringField("zSource", stack.zSource().label());
        json.writeStringField("zReason", stack.zReason().name());
        number(json, "zByPositions", stack.measuredSpacingMm());
        number(json, "zBySpacingBetweenSlices", stack.declaredSpacingMm());
        number(json, "zBySliceThickness", stack.declaredThicknessMm());
        json.writeStringField("status", stack.status().name());
        flags(json, stack.flags());
        json.writeStringField("reason", stack.reason());
        json.writeNumberField("repeats", stack.repeats());
        json.writeNumberField("passes", stack.passes());
        number(json, "tiltDegrees", stack.tiltDegrees());
        vector(json, "orientation", stack.orientation());
        vector(json, "normal", stack.normal());
        vector(json, "firstPosition", stack.firstPositionMm());
        vector(json, "positions", stack.positionsMm());
        writeClusters(json, stack);
        json.writeEndObject();
    }

    private static void writeClusters(JsonGenerator json, StackExplanation stack) throws IOException {
        json.writeArrayFieldStart("clusters");
        List<GapCluster> clusters = stack.clusters(Integer.MAX_VALUE);
        for (GapCluster cluster : clusters) {
            json.writeStartObject();
            json.writeNumberField("gaps", cluster.gaps());
            number(json, "from", cluster.fromMm());
            number(json, "to", cluster.toMm());
            number(json, "median", cluster.medianMm());
            json.writeEndObject();
        }
        json.writeEndArray();
        int clustered = clusters.stream().mapToInt(GapCluster::gaps).sum();
        json.writeNumberField("gapsInSmallerClusters", stack.gapCount() - clustered);
    }

    private static void flags(JsonGenerator json, Set<Flag> flags) throws IOException {
        json.writeArrayFieldStart("flags");
        for (Flag flag : flags) {
            json.writeString(flag.name());
        }
        json.writeEndArray();
    }

    private static void number(JsonGenerator json, String field, double value) throws IOException {
        json.writeFieldName(field);
        PrettyJson.writeNumber(json, value);
    }

    private static void vector(JsonGenerator json, String field, double... values) throws IOException {
        json.writeArrayFieldStart(field);
        for (double value : values) {
            PrettyJson.writeNumber(json, value);
        }
        json.writeEndArray();
    }
}
