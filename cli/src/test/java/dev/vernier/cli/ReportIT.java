package dev.vernier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.Select;

/** {@code report.html} in a browser: what it shows, and what it does when it is used. */
class ReportIT {

    private static final Path SHARED = Path.of("..", "..", "shared", "data", "dicom");
    private static final String FIRST_ROW = "#series-grid tr.row:nth-child(2) td";

    @TempDir
    private static Path folder;

    private static Browser browser;
    private static Path page;

    @BeforeAll
    static void openBrowser() {
        browser = new Browser();
        page = report("synth", SynthArchive.series(), "--catalog", SynthArchive.catalog(), "--domain", "Modality");
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void openPage() {
        browser.look(Browser.Look.DESKTOP);
        browser.open(page);
    }

    private static Path report(String name, Object... arguments) {
        Path out = folder.resolve(name);
        Cli.out(Stream.concat(Stream.of("scan", "--out", out), Stream.of(arguments))
                .toArray());
        return out.resolve("report.html");
    }

    private static String count() {
        String text = browser.find("#series-count").getText();
        return text.substring(0, text.indexOf(" series"));
    }

    private static void search(String text) {
        WebElement input = browser.find("#series-controls input");
        input.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.BACK_SPACE, text);
    }

    private static Select choice(String label) {
        return new Select(browser.all("#series-controls label").stream()
                .filter(field -> field.getText().startsWith(label))
                .findFirst()
                .orElseThrow()
                .findElement(By.tagName("select")));
    }

    private static void sortBy(String heading) {
        browser.all("#series-grid thead button").stream()
                .filter(button -> button.getText().equals(heading))
                .findFirst()
                .orElseThrow()
                .click();
    }

    private static List<String> column(int number) {
        return browser.texts("#series-grid tr.row td:nth-child(" + number + ")");
    }

    @Test
    void pageIsQuietAndAsksNothingOfTheNetwork() {
        browser.assertQuiet(page);
        assertEquals(4, browser.all("#status-bars .stack-row").size() - 1);
        assertEquals(5 * 3, browser.all("#distribution-charts .chart canvas").size());
        assertEquals(1, browser.all("#plane-chart canvas").size());
    }

    @Test
    void headlineTableShowsTheMediansOfTheTruth() throws IOException {
        for (Map<String, String> truth : Csv.rows(SynthArchive.truthDomains())) {
            String row = browser.texts("#domains tbody tr").stream()
                    .filter(text -> text.startsWith(truth.get("domain") + " "))
                    .findFirst()
                    .orElseThrow();
            assertTrue(row.contains(" " + truth.get("x") + " " + truth.get("y") + " "), row + truth);
        }
    }

    @Test
    void headingSortsUpThenDown() {
        sortBy("z");
        List<Double> up = column(6).stream()
                .filter(text -> !text.equals("–"))
                .map(Double::valueOf)
                .toList();
        assertEquals(up.stream().sorted().toList(), up);
        assertEquals("ascending", browser.find("#series-grid th:nth-child(6)").getAttribute("aria-sort"));
        sortBy("z");
        List<Double> down = column(6).stream().map(Double::valueOf).toList();
        assertEquals(down.stream().sorted(Comparator.reverseOrder()).toList(), down);
        assertTrue(down.get(0) > up.get(0));
        assertEquals("descending", browser.find("#series-grid th:nth-child(6)").getAttribute("aria-sort"));
    }

    @Test
    void unknownNumbersComeLastInBothDirections() {
        for (int click = 0; click < 2; click++) {
            sortBy("x");
            assertNotEquals("–", column(4).get(0));
            browser.run(
                    "const box = document.querySelector('#series-grid .grid-scroll'); box.scrollTop = box.scrollHeight");
            browser.await("the last rows", () -> column(4).contains("–"));
        }
    }

    @Test
    void searchAndChoicesNarrowTheTable() throws IOException {
        List<Map<String, String>> all = Csv.rows(folder.resolve("synth/series.csv"));
        assertEquals("400 of 400", count());
        search("siemens");
        long siemens = all.stream()
                .filter(row -> row.get("manufacturer").toLowerCase().contains("siemens"))
                .count();
        browser.await("the search", () -> count().equals(siemens + " of 400"));
        search("");
        browser.await("the search", () -> count().equals("400 of 400"));
        choice("Status").selectByVisibleText("MISSING_SLICES");
        long missing = all.stream()
                .filter(row -> row.get("status").equals("MISSING_SLICES"))
                .count();
        assertEquals(missing + " of 400", count());
        assertTrue(column(2).stream().allMatch("MISSING_SLICES"::equals));
        choice("Domain").selectByVisibleText("MRA");
        assertTrue(column(1).stream().allMatch("MRA"::equals));
        search("no such series");
        browser.await("the search", () -> count().equals("0 of 400"));
        browser.find("#series-controls button").click();
        assertEquals("400 of 400", count());
    }

    @Test
    void onlyRowsInViewExist() {
        assertTrue(column(1).size() < 60);
        String first = browser.find("#series-grid tr.row").getAttribute("aria-rowindex");
        browser.run(
                "const box = document.querySelector('#series-grid .grid-scroll'); box.scrollTop = box.scrollHeight");
        browser.await(
                "the last row",
                () -> !browser.all("#series-grid tr.row[aria-rowindex='401']").isEmpty());
        assertEquals("2", first);
        assertTrue(browser.all("#series-grid tr.row").size() < 60);
    }

    @Test
    void rowShowsEverythingAboutItsSeries() throws IOException {
        choice("Status").selectByVisibleText("MISSING_SLICES");
        browser.find("#series-grid tr.row td").click();
        String detail = browser.find("#series-detail").getText();
        Map<String, String> row = Csv.by("series_uid", Csv.rows(folder.resolve("synth/series.csv")))
                .get(browser.find("#series-detail h3").getText());
        assertEquals("MISSING_SLICES", row.get("status"));
        for (String expected : List.of(
                row.get("model"),
                row.get("protocol"),
                row.get("folder"),
                row.get("x") + " × " + row.get("y") + " × " + row.get("z") + " mm",
                "MISSING_SLICES: every odd gap is a whole multiple of the usual one: slices are missing")) {
            assertTrue(detail.contains(expected), expected + " in " + detail);
        }
        assertEquals("true", browser.find("#series-grid tr.row").getAttribute("aria-selected"));
    }

    @Test
    void findingLeadsToItsSeries() {
        new Select(browser.find("#finding-controls select")).selectByVisibleText("DECLARED_MISMATCH");
        browser.find("#finding-grid tr.row td").click();
        assertEquals("1 of 400", count());
        assertTrue(browser.find("#series-detail").getText().contains("DECLARED_MISMATCH: SpacingBetweenSlices says "));
    }

    @Test
    void partOfABarListsItsSeries() {
        WebElement part = browser.find("#status-bars .stack-row.first button[aria-label*='MISSING_SLICES']");
        String label = part.getAttribute("aria-label");
        assertTrue(browser.hover(part).get(1).contains("MISSING_SLICES"));
        part.click();
        assertTrue(label.contains(": " + count()), label);
    }

    @Test
    void dotNamesItsSeriesOnHoverAndListsThemOnClick() {
        Path archive = folder.resolve("one");
        new TestSeries("1.22.333").writeTo(archive);
        new TestSeries("1.22.334").writeTo(archive);
        browser.open(report("one-report", archive));
        WebElement plane = browser.find("#plane-chart .u-over");
        assertEquals(List.of("CT: 2 series", "x 0.5, y 0.6, z 2 mm", "1.22.333", "1.22.334"), browser.hover(plane));
        new Actions(browser.driver()).moveToElement(plane, 60, 60).perform();
        assertFalse(browser.find("#tooltip").isDisplayed());
        new Actions(browser.driver()).moveToElement(plane).click().perform();
        assertTrue(browser.find("#series-count").getText().contains("x 0.5, z 2 mm, CT"));
    }

    @Test
    void barOfAHistogramSaysWhatItHolds() {
        Path archive = folder.resolve("bar");
        new TestSeries("1.1").writeTo(archive);
        browser.open(report("bar-report", archive));
        WebElement bars = browser.find("#distribution-charts .u-over");
        List<String> text = browser.hover(bars);
        assertEquals("1 series", text.get(0));
        assertTrue(text.get(1).contains("0.5"), text.get(1));
    }

    @Test
    void targetsComeInTheAxisOrderOfEachFramework() {
        Path archive = folder.resolve("targets");
        new TestSeries("1.1").writeTo(archive);
        browser.open(report("targets-report", archive));
        List<String> code = browser.texts("#target-snippets pre");
        assertEquals("Spacingd(keys=[\"image\"], pixdim=(0.5, 0.6, 2.0))", code.get(0));
        assertEquals("tio.Resample((0.5, 0.6, 2.0))", code.get(1));
        assertTrue(code.get(2).startsWith("spacing = (0.5, 0.6, 2.0)\n"), code.get(2));
        assertTrue(code.get(3).contains(" -overwrite_target_spacing 2.0 0.6 0.5 "), code.get(3));
        assertEquals(4, browser.texts(".snippet-note").size());
        browser.texts(".snippet-note")
                .forEach(note ->
                        assertTrue(note.startsWith("For the stored array") && note.endsWith("--axes patient."), note));
        WebElement button = browser.find(".snippet button");
        button.click();
        browser.await("an answer", () -> button.getText().matches("Copied|Selected"));
    }

    @Test
    void numbersAlongThePatientComeWithTheCodeThatTurnsImages() throws IOException {
        Path archive = folder.resolve("turned");
        new TestSeries("1.1").sagittal().pixelSpacing("0.5\\0.9").gap(0.8).writeTo(archive.resolve("a"));
        browser.open(report("turned-report", archive, "--axes", "patient"));
        List<String> code = browser.texts("#target-snippets pre");
        assertEquals(
                "Orientationd(keys=[\"image\"], axcodes=\"RAS\"),\nSpacingd(keys=[\"image\"], pixdim=(0.8, 0.9, 0.5)),",
                code.get(0));
        assertEquals("tio.ToCanonical(),\ntio.Resample((0.8, 0.9, 0.5)),", code.get(1));
        assertTrue(
                code.get(2).startsWith("image = sitk.DICOMOrient(image, \"LPS\")\nspacing = (0.8, 0.9, 0.5)\n"),
                code.get(2));
        assertTrue(code.get(3).contains("NibabelIOWithReorient"), code.get(3));
        assertTrue(code.get(3).contains(" -overwrite_target_spacing 0.5 0.9 0.8 "), code.get(3));
        browser.texts(".snippet-note")
                .forEach(note -> assertTrue(
                        note.startsWith("For the patient\u2019s axes") && note.endsWith("--axes array."), note));
        assertTrue(browser.find("#domains").getText().contains("along the patient\u2019s axes: R/L right to left"));
        assertEquals("R/L against S/I", browser.find("#plane h2").getText());
        assertTrue(browser.texts("#domains thead th").contains("median A/P"));
    }

    @Test
    void rowsThatCannotBeTurnedSayThatTheyAreAsStored() throws IOException {
        Path archive = folder.resolve("mixed");
        writePlanes(archive);
        Path mixed = report("mixed-report", archive, "--axes", "patient", "--domain", "Modality,plane");
        browser.open(mixed);
        browser.assertQuiet(mixed);
        assertEquals(
                List.of("domain", "status", "flags", "R/L", "A/P", "S/I", "slices", "plane", "obliquity"),
                browser.texts("#series-grid thead button").subList(0, 9));
        search("1.44.4");
        browser.await("the search", () -> count().equals("1 of 5"));
        assertEquals(
                List.of("x 6", "y 7", "z 5"),
                browser.texts(FIRST_ROW).stream().skip(3).limit(3).toList());
        browser.find(FIRST_ROW).click();
        String detail = browser.find("#series-detail").getText();
        assertTrue(detail.contains("x, y, z as stored") && detail.contains("NO_PATIENT_AXES"), detail);
        assertTrue(detail.contains("why it does not count"), detail);
        search("sagittal");
        browser.await("the search", () -> count().equals("2 of 5"));
        assertEquals(List.of("sagittal", "sagittal"), column(8));
        assertTrue(browser.find("#plane-note").getText().startsWith("4 series in "));
        for (Browser.Look look : Browser.Look.all()) {
            browser.screenshot("patient", look);
        }
    }

    /** Two sagittal series, an axial and a coronal one, and one without orientation. */
    private static void writePlanes(Path archive) {
        new TestSeries("1.44.1").sagittal().pixelSpacing("0.5\\0.9").gap(0.8).writeTo(archive.resolve("a"));
        new TestSeries("1.44.5").sagittal().pixelSpacing("0.6\\0.8").gap(1).writeTo(archive.resolve("e"));
        new TestSeries("1.44.2").pixelSpacing("0.45\\0.4").gap(2).writeTo(archive.resolve("b"));
        new TestSeries("1.44.3").coronal().pixelSpacing("0.6\\0.7").gap(3).writeTo(archive.resolve("c"));
        new TestSeries("1.44.4")
                .withoutOrientation()
                .pixelSpacing("7\\6")
                .gap(5)
                .sliceThickness("5")
                .writeTo(archive.resolve("d"));
    }

    @Test
    void darkSchemeChangesThePageAndItsCharts() {
        String picture = "return document.querySelector('#plane-chart canvas').toDataURL()";
        String background = "return getComputedStyle(document.body).backgroundColor";
        Object light = browser.run(picture);
        Object lightBackground = browser.run(background);
        browser.look(Browser.Look.DESKTOP_DARK);
        browser.await("other colours", () -> !browser.run(background).equals(lightBackground));
        browser.await("a chart in other colours", () -> !browser.run(picture).equals(light));
    }

    @Test
    void phoneNeedsNoSidewaysScrolling() {
        browser.look(Browser.Look.PHONE);
        browser.open(page);
        assertEquals(390L, browser.run("return document.documentElement.scrollWidth"));
        assertEquals(
                List.of(),
                browser.run(
                        "return [...document.querySelectorAll('main *')].filter(e => e.getClientRects().length"
                                + " && e.getBoundingClientRect().right > 391 && !e.closest('.grid-scroll')).map(e => e.outerHTML.slice(0, 80))"));
        assertEquals("none", browser.find("#domains thead").getCssValue("display"));
        assertEquals(
                3,
                browser.all("#series-grid tr.row:nth-child(2) td").stream()
                                .filter(WebElement::isDisplayed)
                                .count()
                        - 1);
    }

    @Test
    void numbersStandThereWithoutScripts() {
        browser.driver().executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        try {
            browser.open(page);
            assertTrue(browser.find("#domains tbody").getText().contains("0.46875"));
            assertTrue(browser.find("#scanners").isDisplayed());
            assertFalse(browser.find("#series").isDisplayed());
            assertTrue(browser.find("noscript .note").getRect().getHeight() > 0);
        } finally {
            browser.driver().executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", false));
        }
    }

    @Test
    void pageCanBePrinted() throws IOException {
        browser.look(Browser.Look.DESKTOP_DARK);
        Map<String, Object> printed = browser.driver()
                .executeCdpCommand("Page.printToPDF", Map.of("preferCSSPageSize", true, "printBackground", false));
        Path pdf = Files.createDirectories(Path.of("target", "screenshots")).resolve("printed.pdf");
        Files.write(pdf, Base64.getDecoder().decode((String) printed.get("data")));
        assertTrue(Files.size(pdf) > 10_000);
        browser.await(
                "the page as before",
                () -> browser.run("return document.documentElement.className").equals("scripts-run"));
    }

    @Test
    void markupInTextStaysText() throws IOException {
        Path archive = Files.createDirectory(folder.resolve("hostile"));
        HostileSeries.writeTo(archive);
        new TestSeries("1.1").writeTo(archive.resolve("plain"));
        Path catalog = Files.writeString(
                folder.resolve("hostile.csv"),
                "SeriesInstanceUID,Group\n1.1,\"" + HostileSeries.TEXT.replace("\"", "\"\"") + "\"\n");
        for (String domain : List.of("Group", "folder:1", "Modality,Manufacturer,ManufacturerModelName,ProtocolName")) {
            Path hostile = report("hostile-" + domain.charAt(0), archive, "--catalog", catalog, "--domain", domain);
            browser.open(hostile);
            choice("Domain").selectByIndex(1);
            browser.find("#series-controls button").click();
            for (WebElement row : browser.all("#series-grid tr.row")) {
                row.findElement(By.tagName("td")).click();
            }
            WebElement plane = browser.find("#plane-chart .u-over");
            browser.hover(plane);
            browser.assertQuiet(hostile);
            assertNull(browser.run("return window.owned"));
            assertEquals(2L, browser.run("return document.scripts.length"));
            assertEquals(0L, browser.run("return document.images.length"));
            assertEquals(1L, browser.run("return document.querySelectorAll('style').length"));
            assertTrue(
                    browser.run("return document.body.textContent").toString().contains(HostileSeries.TEXT), domain);
        }
        assertTrue(browser.find("#scanners").getText().contains(HostileSeries.TEXT));
    }

    @Test
    void pageOfNothingUsableSaysSo() {
        Path archive = folder.resolve("nothing");
        new TestSeries("1.1").pixelSpacing("").slices(1).writeTo(archive);
        Path nothing = report("nothing-report", archive);
        browser.open(nothing);
        browser.assertQuiet(nothing);
        assertTrue(browser.find("#target-snippets").getText().contains("No series counts"));
        assertEquals("UNKNOWN", browser.all(FIRST_ROW).get(1).getText().replace("SINGLE_SLICE", "UNKNOWN"));
    }

    @Test
    void screenshotsOfTheDemo() throws IOException {
        Path out = folder.resolve("demo");
        Cli.out("demo", "--out", out);
        browser.open(out.resolve("report.html"));
        for (Browser.Look look : Browser.Look.all()) {
            browser.screenshot("demo", look);
        }
        browser.assertQuiet(out.resolve("report.html"));
    }

    @Test
    void screenshotsOfRealFiles() throws IOException {
        assumeTrue(Files.isDirectory(SHARED), "../shared is not there");
        Path real = report("real", SHARED, "--domain", "Modality,Manufacturer");
        browser.open(real);
        for (Browser.Look look : Browser.Look.all()) {
            browser.screenshot("real", look);
        }
        browser.assertQuiet(real);
    }
}
