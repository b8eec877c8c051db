package dev.vernier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Headless Chromium with one page. Tests that need it are skipped where it is not installed. */
final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    /** Says in every run that it lacks classes for this Chromium; none are used. Kept, or its level would be forgotten. */
    private static final Logger SELENIUM_LOG = Logger.getLogger("org.openqa.selenium.devtools");

    private final ChromeDriver driver;

    /** How the page is looked at. */
    record Look(String name, int width, int height, boolean dark) {

        static final Look DESKTOP = new Look("1280-light", 1280, 900, false);
        static final Look DESKTOP_DARK = new Look("1280-dark", 1280, 900, true);
        static final Look PHONE = new Look("390-light", 390, 844, false);
        static final Look PHONE_DARK = new Look("390-dark", 390, 844, true);

        static List<Look> all() {
            return List.of(DESKTOP, DESKTOP_DARK, PHONE, PHONE_DARK);
        }
    }

    Browser() {
        Path browser = installed("chromium", "google-chrome", "chromium-browser");
        Path control = installed("chromedriver");
        assumeTrue(browser != null && control != null, "Chromium and its driver are not installed");
        SELENIUM_LOG.setLevel(Level.SEVERE);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser.toFile());
        options.addArguments(
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars");
        options.setCapability("goog:loggingPrefs", logs);
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(control.toFile())
                        .build(),
                options);
    }

    private static Path installed(String... names) {
        return Stream.of(names)
                .map(name -> Path.of("/usr/bin", name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    void look(Look look) {
        boolean mobile = look.width < 500;
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width",
                        look.width,
                        "height",
                        look.height,
                        "deviceScaleFactor",
                        mobile ? 2 : 1,
                        "mobile",
                        mobile));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", look.dark ? "dark" : "light"))));
    }

    /** Opens a page; what was logged before is forgotten. */
    void open(Path page) {
        driver.get("about:blank");
        driver.manage().logs().get(LogType.BROWSER);
        driver.manage().logs().get(LogType.PERFORMANCE);
        driver.get(page.toUri().toString());
    }

    ChromeDriver driver() {
        return driver;
    }

    WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** At one moment: elements of a table may be others in the next. */
    List<String> texts(String selector) {
        List<?> texts = (List<?>) run(
                "return [...document.querySelectorAll(arguments[0])].map(e => e.innerText.replaceAll('\\t', ' ').trim())",
                selector);
        return texts.stream().map(String::valueOf).toList();
    }

    /** Points at a place of an element until the page says something about it. */
    List<String> hover(WebElement element) {
        new Actions(driver).scrollToElement(element).perform();
        await("a text at the pointer", () -> {
            new Actions(driver)
                    .moveToElement(element, 1, 0)
                    .moveToElement(element)
                    .perform();
            return !find("#tooltip").getText().isEmpty();
        });
        return texts("#tooltip div");
    }

    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    void await(String what, BooleanSupplier condition) {
        new WebDriverWait(driver, PATIENCE).withMessage(what).until(any -> condition.getAsBoolean());
    }

    /** Lays the whole page into target/screenshots. */
    void screenshot(String name, Look look) throws IOException {
        look(look);
        await(
                "charts as wide as the page",
                () -> (boolean)
                        run(
                                "return [...document.querySelectorAll('.chart')].every(c => !c.firstChild || Math.abs(c.clientWidth - c.firstChild.offsetWidth) < 2)"));
        run("scrollTo(0, 0)");
        Map<String, Object> shot =
                driver.executeCdpCommand("Page.captureScreenshot", Map.of("captureBeyondViewport", true));
        Files.createDirectories(SCREENSHOTS);
        Files.write(
                SCREENSHOTS.resolve(name + "-" + look.name + ".png"),
                Base64.getDecoder().decode((String) shot.get("data")));
    }

    /** That the console is empty, and nothing was asked of any network since it was opened. */
    void assertQuiet(Path page) {
        assertEquals(
                List.of(),
                driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                        .map(LogEntry::getMessage)
                        .toList());
        List<String> requests = driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(LogEntry::getMessage)
                .map(Json::object)
                .map(entry -> Json.asObject(entry.get("message")))
                .filter(message -> "Network.requestWillBeSent".equals(message.get("method")))
                .map(message -> Json.asObject(message.get("params")))
                .map(parameters ->
                        (String) Json.asObject(parameters.get("request")).get("url"))
                .filter(url -> !url.equals(page.toUri().toString()) && !url.startsWith("data:"))
                .toList();
        assertEquals(List.of(), requests);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
