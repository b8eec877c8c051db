package dev.vernier.cli;

import dev.vernier.Finding;
import dev.vernier.SpacingReport;
import dev.vernier.dicom.Outcome;
import dev.vernier.scan.Problem;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Why no series was found, where that is known, and what to do. Stateless. */
public final class NoSeries {

    private NoSeries() {}

    static String reason(SpacingReport report) {
        List<Finding> notOpened = report.findings().stream()
                .filter(finding -> finding.code().equals(Problem.NOT_OPENED))
                .limit(1)
                .toList();
        String example = notOpened.isEmpty()
                ? ""
                : notOpened.get(0).path() + " is " + notOpened.get(0).detail();
        return reason(report.files(Outcome.NO_SERIES), report.findingCounts(), example);
    }

    /**
     * What follows the statement that none was found: a clause behind a colon, or nothing.
     *
     * @param images files that are images, but name no series
     * @param counts problems by code
     * @param problems the first of each code
     */
    public static String reason(long images, Map<String, Long> counts, List<Problem> problems) {
        String example = problems.stream()
                .filter(problem -> problem.code().equals(Problem.NOT_OPENED))
                .findFirst()
                .map(problem -> problem.path() + " is " + problem.detail())
                .orElse("");
        return reason(images, counts, example);
    }

    private static String reason(long images, Map<String, Long> counts, String notOpened) {
        StringJoiner reasons = new StringJoiner("; ", ": ", "").setEmptyValue("");
        if (images > 0) {
            reasons.add(images + (images == 1 ? " image has" : " images have")
                    + " no SeriesInstanceUID: scan with --group-by folder makes the images of each folder a series");
        }
        if (!notOpened.isEmpty()) {
            long more = counts.getOrDefault(Problem.NOT_OPENED, 1L) - 1;
            reasons.add(notOpened
                    + (more == 0 ? "" : ", as are " + more + " more (NOT_OPENED in findings.csv, which --out writes)"));
        }
        return reasons.toString();
    }
}
