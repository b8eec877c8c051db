package dev.vernier;

import dev.vernier.geometry.SeriesSpacing;

/**
 * The answer for one series.
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
        String folder) {}
