package dev.vernier.bench.report;

import static dev.vernier.bench.report.ResultFiles.peers;
import static dev.vernier.bench.report.ResultFiles.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlotTest {

    private static final String FLOOR = row("floor", "floor", "0.003,0.003,0.003", "0.006,0.006,0.006");
    private static final String RIVAL = row("<rival & \\\"co\\\">", "rival", "1.1,1.2,1.3", "0,0,0");

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void needNoScreen() {
        System.setProperty("java.awt.headless", "true");
    }

    @Test
    void everySetBecomesADrawing() throws Exception {
        assertEquals(0, plot(peers(FLOOR, RIVAL, FLOOR.replace("synthetic", "real"))), err::toString);
        for (String name : new String[] {"rivals-synthetic.svg", "rivals-real.svg"}) {
            Path svg = folder.resolve("plots").resolve(name);
            DocumentBuilderFactory xml = DocumentBuilderFactory.newInstance();
            xml.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            assertEquals(
                    "svg",
                    xml.newDocumentBuilder()
                            .parse(svg.toFile())
                            .getDocumentElement()
                            .getNodeName());
            assertTrue(out.toString(StandardCharsets.UTF_8).contains(svg.toString()));
        }
    }

    @Test
    void aSetCannotNameAFileElsewhere() throws IOException {
        assertEquals(2, plot(peers(FLOOR.replace("synthetic", "../../x"))));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("not the name of a set: ../../x"));
        assertFalse(Files.exists(folder.resolve("plots")));
    }

    @Test
    void malformedAndMissingFilesAreNamed() throws IOException {
        assertEquals(2, plot("{"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("no proper JSON in line 1"));
        assertEquals(
                2,
                plot(
                        "{\"format\":\"vernier-peers\",\"version\":1,\"cpu\":\"c\",\"date\":\"d\",\"commit\":\"e\",\"rows\":[]}"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("has no rows"));
        assertEquals(2, plotter().run("missing.json", folder.toString()));
        assertEquals(2, plotter().run("one argument"));
    }

    private int plot(String json) throws IOException {
        Path file = Files.writeString(folder.resolve("result.json"), json);
        return plotter().run(file.toString(), folder.resolve("plots").toString());
    }

    private Plot plotter() {
        return new Plot(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
