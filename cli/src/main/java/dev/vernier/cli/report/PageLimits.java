package dev.vernier.cli.report;

/**
 * How much of an archive one page shows. What is beyond is counted, said on the page, and in the CSV files; statistics, histograms and counts
 * are of all series in any case.
 *
 * @param series rows of the table of series
 * @param findings rows of the table of findings
 * @param domains rows of the table of domains
 * @param drawnDomains domains with charts of their own
 * @param scanners rows of the table of scanners
 */
record PageLimits(int series, int findings, int domains, int drawnDomains, int scanners) {

    static final PageLimits DEFAULT = new PageLimits(100_000, 100_000, 500, 24, 40);
}
