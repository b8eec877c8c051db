package dev.vernier.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.SpacingReport;
import dev.vernier.Target;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlReportTest {

    private static final PageSettings SETTINGS = new PageSettings(List.of("x", "y", "z"), Target.MEDIAN, 0, "1.2.3");

    private static String page(SpacingReport report, PageSettings settings, PageLimits limits) throws IOException {
        StringWriter page = new StringWriter();
        HtmlReport.write(report, settings, limits, page);
        return page.toString();
    }

    private static String page(int series) throws IOException {
        return page(ManySeries.report(series), SETTINGS, PageLimits.DEFAULT);
    }

    private static String group(String regex, String page) {
        Matcher matcher = Pattern.compile(regex, Pattern.DOTALL).matcher(page);
        assertTrue(matcher.find(), regex);
        return matcher.group(1);
    }

    @Test
    void policyAllowsExactlyThePagesOwnStyleAndScript() throws IOException {
        String page = page(10);
        String policy = group("http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\"", page);
        String style = group("<style>(.*?)</style>", page);
        String script = group("</script>\n<script>(.*?)</script>\n</body>", page);
        assertEquals(
                "default-src 'none'; style-src '" + PageAssets.hash(style) + "'; script-src '" + PageAssets.hash(script)
                        + "'; img-src data:; base-uri 'none'; form-action 'none'",
                policy);
        assertTrue(page.indexOf(policy) < page.indexOf("<style>"));
    }

    @Test
    void pageNamesNothingOutsideItself() throws IOException {
        String page = page(10);
        assertFalse(Pattern.compile("(src|href)\\s*=\\s*[\"']?(?!#|data:,)[a-z/]")
                .matcher(page.replaceAll("(?s)<script>.*?</script>", ""))
                .find());
        assertFalse(page.contains("@import"));
        assertFalse(page.contains("url("));
        assertFalse(Pattern.compile("\\b(eval|innerHTML|outerHTML|insertAdjacentHTML|document\\.write)\\b")
                .matcher(PageAssets.script().replaceAll("(?s)^.*?\n\\(\\(\\) => \\{\n", ""))
                .find());
    }

    @Test
    void pageHoldsTheLibrarysLicence() throws IOException {
        assertTrue(page(1).contains("The MIT License"));
        assertTrue(page(1).contains("Permission is hereby granted"));
    }

    @Test
    void sameReportGivesTheSamePage() throws IOException {
        assertEquals(page(500), page(500));
    }

    @Test
    void numbersAreInTheOrderAskedFor() throws IOException {
        PageSettings zyx = new PageSettings(List.of("z", "y", "x"), Target.NNUNET, 0, "1");
        String page = page(ManySeries.report(40), zyx, PageLimits.DEFAULT);
        assertTrue(page.indexOf("median z") < page.indexOf("median y"));
        assertTrue(page.indexOf("median y") < page.indexOf("median x"));
        assertTrue(page.contains("nnU-Net’s rule"));
    }

    @Test
    void largeArchiveIsCutToTheLimitsAndCountedInFull() throws IOException {
        String page = page(ManySeries.report(400), SETTINGS, new PageLimits(50, 20, 2, 1, 3));
        String data = group("<script type=\"application/json\" id=\"data\">(.*?)</script>", page);
        assertEquals(50, group("\"uid\":\\[([^\\]]*)\\]", data).split(",").length);
        assertTrue(data.contains("\"series\":{\"total\":400,"), data.substring(0, 100));
        assertTrue(page.contains("2 smaller domains are not shown"));
        assertTrue(page.contains("more models are not shown"));
    }

    @Test
    void emptyArchiveHasAPage() throws IOException {
        assertTrue(page(0).contains("</html>"));
    }

    @Test
    void failureOfTheWriterComesThroughAsItIs() {
        IOException full = new IOException("disk full");
        Writer failing = new Writer() {
            @Override
            public void write(char[] text, int offset, int length) throws IOException {
                throw full;
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        assertSame(
                full,
                assertThrows(IOException.class, () -> HtmlReport.write(ManySeries.report(10), SETTINGS, failing)));
    }
}
