package dev.vernier;

import dev.vernier.geometry.Flag;
import dev.vernier.geometry.SeriesSpacing;
import java.util.StringJoiner;

/**
 * The answer for one series. {@code spacing} is along the axes of the stored array, whatever was asked for; what goes
 * into tables and statistics comes from {@link #reportedSpacing()} and {@link #reportedSize()}.
 *
 * @param seriesUid SeriesInstanceUID (0020,000E)
 * @param domain the domain it belongs to
 * @param spacing what was found
 * @param votes whether it counts in its domain
 * @param unreadable files that name the series, but were cut short or broken
 * @param modality Modality (0008,0060), empty if unknown, as the next three
 * @param manufacturer Manufacturer (0008,0070)
 * @param model ManufacturerModelName (0008,1090)
 * @param protocol ProtocolName (0018,1030)
 * @param folder the first folder, by name, that holds a file of the series
 * @param axes what the scan was asked to report; {@link #reportedAxes()} says what this series could be reported along
 */
public record SeriesReport(
        String seriesUid,
        String domain,
        SeriesSpacing spacing,
        boolean votes,
        long unreadable,
        String modality,
        String manufacturer,
        String model,
        String protocol,
        String folder,
        AxisSystem axes) {

    static final String NO_PATIENT_AXES =
            "no orientation to the patient: x, y, z cannot be put in the order R/L, A/P, S/I, so the series does not"
                    + " vote";
    private static final String ESTIMATED_LEFT_OUT = "z is only estimated, and such series are left out";

    /** The same in a domain of this name. */
    SeriesReport withDomain(String name) {
        return new SeriesReport(
                seriesUid, name, spacing, votes, unreadable, modality, manufacturer, model, protocol, folder, axes);
    }

    /** The axes of {@link #reportedSpacing()}: those of the array where a spacing or the orientation is unknown. */
    public AxisSystem reportedAxes() {
        return ReportedAxes.of(spacing, axes).axes();
    }

    /** The spacing along {@link #reportedAxes()}, in millimetres; NaN where unknown. */
    public Axes reportedSpacing() {
        return ReportedAxes.of(spacing, axes).spacing();
    }

    /** The number of voxels of one volume along {@link #reportedAxes()}; NaN where unknown. */
    public Axes reportedSize() {
        return ReportedAxes.of(spacing, axes).size();
    }

    /** Whether the series cannot vote since a spacing is unknown. */
    public boolean lacksSpacing() {
        return !spacing.votes() && !isImplausible();
    }

    /** Whether the series cannot vote since its spacings, all of them known, are implausible. */
    public boolean isImplausible() {
        boolean known = new Axes(spacing.x(), spacing.y(), spacing.z()).isKnown();
        return !spacing.votes() && known && spacing.flags().contains(Flag.IMPLAUSIBLE);
    }

    /** Whether the series would vote, if its orientation to the patient were known. */
    public boolean lacksPatientAxes() {
        return axes == AxisSystem.PATIENT && spacing.votes() && reportedAxes() == AxisSystem.ARRAY;
    }

    /** Why a spacing or the status is unknown, or why the series does not vote; empty if nothing is. */
    public String reason() {
        StringJoiner reasons = new StringJoiner("; ");
        if (!spacing.reason().isEmpty()) {
            reasons.add(spacing.reason());
        } else if (isImplausible()) {
            reasons.add(Flag.IMPLAUSIBLE.meaning());
        }
        if (lacksPatientAxes()) {
            reasons.add(NO_PATIENT_AXES);
        } else if (spacing.votes() && !votes) {
            reasons.add(ESTIMATED_LEFT_OUT);
        }
        return reasons.toString();
    }
}
