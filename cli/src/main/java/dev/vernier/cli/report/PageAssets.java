package dev.vernier.cli.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** The parts of the page that no archive changes, from this program's resources. Stateless. */
final class PageAssets {

    /** Of the version that the root pom names. */
    private static final String CHART_LIBRARY = "/META-INF/resources/webjars/uplot/1.6.30/";

    private static final List<String> SCRIPTS = List.of(
            "elements.js",
            "data.js",
            "theme.js",
            "ticks.js",
            "tooltip.js",
            "histograms.js",
            "scatter.js",
            "breakdown.js",
            "grid.js",
            "tables.js",
            "targets.js",
            "main.js");

    private PageAssets() {}

    static String template() {
        return resource("report.mustache");
    }

    /** The chart library's style sheet, then the page's own. */
    static String style() {
        return resource(CHART_LIBRARY + "dist/uPlot.min.css") + resource("report.css");
    }

    /** The chart library with its licence, then the page's own scripts, which see each other and are seen by nobody else. */
    static String script() {
        String own = SCRIPTS.stream().map(PageAssets::resource).collect(Collectors.joining("\n"));
        return "/*!\n" + resource(CHART_LIBRARY + "LICENSE") + "*/\n"
                + resource(CHART_LIBRARY + "dist/uPlot.iife.min.js") + "\n(() => {\n\"use strict\";\n" + own
                + "})();\n";
    }

    /** How a content security policy names a text. */
    static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }

    private static String resource(String name) {
        try (InputStream stream = PageAssets.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("resource " + name + " is missing");
            }
            // As browsers do before they compute a hash.
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new IllegalStateException("resource " + name + " cannot be read", e);
        }
    }
}
