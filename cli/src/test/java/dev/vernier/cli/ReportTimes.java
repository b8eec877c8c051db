package dev.vernier.cli;

import dev.vernier.SpacingReport;
import dev.vernier.Target;
import dev.vernier.cli.report.HtmlReport;
import dev.vernier.cli.report.ManySeries;
import dev.vernier.cli.report.PageSettings;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Measures how long large reports take to write, open, sort and search. No test: nothing is asserted, and no build runs it by itself. */
class ReportTimes {

    private static final int RUNS = 5;

    /** Calls back once what the call has changed is on the screen. */
    private static final String TIMED = "const done = arguments[arguments.length - 1]; const start = performance.now();"
            + "(%s); requestAnimationFrame(() => setTimeout(() => done(performance.now() - start), 0));";

    @TempDir
    private Path folder;

    @Test
    void measure() throws IOException {
        System.out.println(
                "| series | page | written | opened | sorted by z | sorted by folder | searched | scrolled to the end |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- |");
        for (int count : new int[] {1_000, 10_000, 100_000, 300_000}) {
            measure(count);
        }
    }

    private void measure(int count) throws IOException {
        SpacingReport report = ManySeries.report(count);
        Path page = folder.resolve(count + ".html");
        double written = median(() -> {
            long start = System.nanoTime();
            try (Writer writer = Files.newBufferedWriter(page)) {
                HtmlReport.write(
                        report, new PageSettings(List.of("x", "y", "z"), Target.MEDIAN, 0, "measured"), writer);
            }
            return (System.nanoTime() - start) / 1e6;
        });
        try (Browser browser = new Browser()) {
            browser.look(Browser.Look.DESKTOP);
            // From the start of loading to the first frame behind the end of all scripts.
            double opened = median(() -> {
                browser.open(page);
                return number(
                        browser.driver()
                                .executeAsyncScript(
                                        "const done = arguments[0]; requestAnimationFrame(() => setTimeout(() => done(performance.now()), 0));"));
            });
            System.out.printf(
                    Locale.ROOT,
                    "| %,d | %.1f MB | %.0f ms | %.0f ms | %.0f ms | %.0f ms | %.0f ms | %.0f ms |%n",
                    count,
                    Files.size(page) / 1e6,
                    written,
                    opened,
                    sorted(browser, 5),
                    sorted(browser, 8),
                    searched(browser),
                    timed(
                            browser,
                            "((box) => box.scrollTop = box.scrollTop ? 0 : box.scrollHeight)"
                                    + "(document.querySelector('#series-grid .grid-scroll'))"));
        }
    }

    private interface Timing {
        double milliseconds() throws IOException;
    }

    private static double median(Timing timing) throws IOException {
        double[] times = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            times[run] = timing.milliseconds();
        }
        Arrays.sort(times);
        return times[RUNS / 2];
    }

    /** Each time from the order of another column, since what is sorted already is sorted sooner. */
    private static double sorted(Browser browser, int column) throws IOException {
        String click = "document.querySelectorAll('#series-grid thead button')[%d].click()";
        return median(() -> {
            browser.run(String.format(click, 3));
            return milliseconds(browser, String.format(click, column));
        });
    }

    private static double timed(Browser browser, String action) throws IOException {
        return median(() -> milliseconds(browser, action));
    }

    private static double milliseconds(Browser browser, String action) {
        return number(browser.driver().executeAsyncScript(String.format(TIMED, action)));
    }

    /** Each time for something else, until the count is another; the page waits 120 ms for the next key before it searches. */
    private static double searched(Browser browser) throws IOException {
        String[] words = {"acme", "scanwell", "northern", "mra", "model 3"};
        int[] next = {0};
        return median(() -> number(browser.driver()
                .executeAsyncScript(
                        "const [word, done] = arguments; const start = performance.now();"
                                + "const input = document.querySelector('#series-controls input');"
                                + "new MutationObserver((_, observer) => { observer.disconnect();"
                                + " requestAnimationFrame(() => setTimeout(() => done(performance.now() - start), 0)); })"
                                + ".observe(document.getElementById('series-count'), { childList: true });"
                                + "input.value = word; input.dispatchEvent(new Event('input'));",
                        words[next[0]++])));
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }
}
