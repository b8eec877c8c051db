package dev.vernier.cli.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import dev.vernier.SpacingReport;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes {@code report.html}: one file that needs nothing else, no network either. It shows the same for the same archive, whatever its place
 * and the time. A content security policy lets the browser run and apply only what this program put there, by its hash; all text from files is
 * escaped besides. The page is streamed: memory is taken for references to its rows, not for its text. Stateless.
 */
public final class HtmlReport {

    private HtmlReport() {}

    /** Writes the page to the writer, which stays open. */
    public static void write(SpacingReport report, PageSettings settings, Writer writer) throws IOException {
        write(report, settings, PageLimits.DEFAULT, writer);
    }

    static void write(SpacingReport report, PageSettings settings, PageLimits limits, Writer writer)
            throws IOException {
        String style = PageAssets.style();
        String script = PageAssets.script();
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("styleHash", PageAssets.hash(style));
        page.put("scriptHash", PageAssets.hash(script));
        page.put("style", style);
        page.put("script", script);
        page.put("summary", Summary.of(report, settings, limits));
        page.put("data", (Mustache.Lambda) (fragment, out) -> new PageData(report, settings, limits).writeTo(out));
        try {
            Mustache.compiler()
                    .emptyStringIsFalse(true)
                    .compile(PageAssets.template())
                    .execute(page, writer);
        } catch (MustacheException e) {
            // The library wraps what the writer throws, such as that the disk is full.
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw e;
        }
    }
}
