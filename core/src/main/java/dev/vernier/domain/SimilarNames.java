package dev.vernier.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the names that a mistyped one may have been meant for. Stateless. */
final class SimilarNames {

    /** DICOM keywords that make domains. */
    static final List<String> KEYWORDS = List.of(
            "Modality",
            "Manufacturer",
            "ManufacturerModelName",
            "ProtocolName",
            "SeriesDescription",
            "StudyDescription",
            "BodyPartExamined",
            "StationName",
            "InstitutionName",
            "ImageType",
            "SequenceName",
            "ScanningSequence",
            "MRAcquisitionType",
            "ConvolutionKernel",
            "MagneticFieldStrength",
            "SliceThickness",
            "PatientID",
            "PatientSex",
            "StudyDate");

    private static final int MAX_NAMES = 3;

    private SimilarNames() {}

    /** Candidates that differ from the name in a third of its letters at most, the nearest first. */
    static List<String> of(String name, List<String> candidates) {
        int most = Math.max(1, name.length() / 3);
        return candidates.stream()
                .distinct()
                .filter(candidate -> Math.abs(candidate.length() - name.length()) <= most)
                .filter(candidate -> distance(name, candidate) <= most)
                .sorted(Comparator.<String>comparingInt(candidate -> distance(name, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MAX_NAMES)
                .toList();
    }

    /** Levenshtein's distance, upper and lower case being the same. */
    private static int distance(String a, String b) {
        String from = a.toLowerCase(Locale.ROOT);
        String to = b.toLowerCase(Locale.ROOT);
        int[] row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
