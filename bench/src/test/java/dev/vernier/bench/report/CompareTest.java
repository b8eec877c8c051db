package dev.vernier.bench.report;

import static dev.vernier.bench.report.ResultFiles.jmh;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompareTest {

    private static final String FLOOR = row("floor", "floor", "0.003,0.003,0.003", "0.006,0.006,0.006");
    private static final String USUAL = row("JDK 17", "vernier", "0.020,0.021,0.022", "0.040,0.041,0.042");

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aFileIsNotSlowerThanItself() throws IOException {
        assertEquals(0, compare(peers(FLOOR, USUAL), peers(FLOOR, USUAL)));
        assertEquals("2 compared: 0 slower, 0 faster, 2 the same within noise, 0 unknown", out().strip());
        assertEquals("", err());
    }

    @Test
    void whatIsSlowerInAllRoundsIsTold() throws IOException {
        String slower = row("JDK 17", "vernier", "0.023,0.024,0.025", "0.040,0.041,0.042");
        assertEquals(1, compare(peers(FLOOR, USUAL), peers(FLOOR, slower)));
        assertTrue(
                out().startsWith("slower  1.14x synthetic, JDK 17, wall: 7.000, now 8.000 times the floor (p 0.050)"),
                out());
        assertTrue(out().contains("1 slower, 0 faster, 1 the same"), out());
    }

    @Test
    void whatIsFasterIsToldAndIsNoFailure() throws IOException {
        String faster = row("JDK 17", "vernier", "0.010,0.011,0.012", "0.040,0.041,0.042");
        assertEquals(0, compare(peers(FLOOR, USUAL), peers(FLOOR, faster)));
        assertTrue(out().startsWith("faster  0.52x synthetic, JDK 17, wall"), out());
    }

    @Test
    void roundsThatOverlapAreNoise() throws IOException {
        String noisy = row("JDK 17", "vernier", "0.019,0.040,0.041", "0.040,0.041,0.042");
        assertEquals(0, compare(peers(FLOOR, USUAL), peers(FLOOR, noisy)));
    }

    @Test
    void aChangeOfLittleIsNothingHoweverSteady() throws IOException {
        String little = row("JDK 17", "vernier", "0.0221,0.02205,0.02202", "0.0421,0.0422,0.0423");
        String before = row("JDK 17", "vernier", "0.0211,0.02105,0.02102", "0.0411,0.0412,0.0413");
        assertEquals(0, compare(peers(FLOOR, before), peers(FLOOR, little)));
    }

    @Test
    void aMachineThatIsSlowerAsAWholeMakesNothingSlower() throws IOException {
        String floor = row("floor", "floor", "0.006,0.006,0.006", "0.012,0.012,0.012");
        String vernier = row("JDK 17", "vernier", "0.040,0.042,0.044", "0.080,0.082,0.084");
        assertEquals(0, compare(peers(FLOOR, USUAL), peers(floor, vernier)));
    }

    @Test
    void rivalsAreNotJudged() throws IOException {
        String before = row("dcmdump", "rival", "1,1,1", "1,1,1");
        String after = row("dcmdump", "rival", "2,2,2", "2,2,2");
        assertEquals(0, compare(peers(FLOOR, USUAL, before), peers(FLOOR, USUAL, after)));
    }

    @Test
    void twoRoundsAreTooFew() throws IOException {
        String few = row("JDK 17", "vernier", "0.200,0.210", "0.400,0.410");
        assertEquals(0, compare(peers(FLOOR, USUAL), peers(FLOOR, few)));
        assertTrue(out().contains("0 slower, 0 faster, 0 the same within noise, 2 unknown"), out());
    }

    @Test
    void rowsThatOnlyOneFileHasAreNamed() throws IOException {
        String other = row("JDK 25", "vernier", "0.020,0.021,0.022", "0.040,0.041,0.042");
        assertEquals(0, compare(peers(FLOOR, USUAL), peers(FLOOR, USUAL, other)));
        assertTrue(out().contains("only after  synthetic, JDK 25, wall"), out());
    }

    @Test
    void anotherProcessorIsWarnedOf() throws IOException {
        compare(peers(FLOOR, USUAL), peers(FLOOR, USUAL).replace("A CPU", "B CPU"));
        assertEquals("warning: not measured alike: A CPU before, B CPU after", err().strip());
    }

    @Test
    void jmhTimesThatRiseAreSlower() throws IOException {
        assertEquals(1, compare(jmh("avgt", "ns/op", "[[7,8],[9]]"), jmh("avgt", "ns/op", "[[17,18],[19]]")));
        assertTrue(
                out().startsWith(
                                "slower  2.25x dev.vernier.B.parse shape=CLASSIC (avgt): 8.000, now 18.00 ns/op (p 0.050)"),
                out());
    }

    @Test
    void jmhThroughputThatRisesIsFaster() throws IOException {
        assertEquals(0, compare(jmh("thrpt", "ops/s", "[[7,8,9]]"), jmh("thrpt", "ops/s", "[[17,18,19]]")));
        assertTrue(out().startsWith("faster  0.44x"), out());
        out.reset();
        assertEquals(1, compare(jmh("thrpt", "ops/s", "[[17,18,19]]"), jmh("thrpt", "ops/s", "[[7,8,9]]")));
    }

    @Test
    void anotherUnitCannotBeCompared() throws IOException {
        assertEquals(0, compare(jmh("avgt", "ns/op", "[[7,8,9]]"), jmh("avgt", "us/op", "[[17,18,19]]")));
        assertTrue(out().startsWith("unknown"), out());
    }

    @Test
    void aMedianOfZeroCannotBeCompared() throws IOException {
        assertEquals(0, compare(jmh("avgt", "ns/op", "[[0,0,0]]"), jmh("avgt", "ns/op", "[[17,18,19]]")));
        assertTrue(out().startsWith("unknown"), out());
    }

    @Test
    void namesCannotCommandATerminal() throws IOException {
        String evil = row("\\u001b[2J\\u202eJDK", "vernier", "0.020,0.021,0.022", "0.040,0.041,0.042");
        compare(peers(FLOOR, USUAL), peers(FLOOR, USUAL, evil));
        assertTrue(out().contains("?[2J?JDK"), out());
        assertFalse(out().contains("\u001b"));
    }

    @Test
    void oneOfEachKindCannotBeCompared() throws IOException {
        assertEquals(2, compare(peers(FLOOR, USUAL), jmh("avgt", "ns/op", "[[7,8,9]]")));
        assertEquals("compare: one file is JMH's, the other one is not", err().strip());
    }

    @Test
    void filesWithNothingInCommonCannotBeCompared() throws IOException {
        assertEquals(2, compare(peers(FLOOR), peers(FLOOR, USUAL)));
        assertEquals("compare: the files have nothing in common", err().strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "7",
                "{",
                "{} {}",
                "{\"a\":1,\"a\":2}",
                "nothing",
                "[1]",
                "[{}]",
                "[{\"benchmark\":\"b\",\"mode\":\"avgt\",\"primaryMetric\":{\"scoreUnit\":\"ns\",\"rawData\":[[\"NaN\",1,2]]}}]",
                "[{\"benchmark\":\"b\",\"mode\":\"avgt\",\"primaryMetric\":{\"scoreUnit\":\"ns\",\"rawData\":[[1e999]]}}]",
                "[{\"benchmark\":\"b\",\"mode\":\"avgt\",\"primaryMetric\":{\"scoreUnit\":\"ns\",\"rawData\":[[]]}}]",
                "[{\"benchmark\":\"b\",\"mode\":\"avgt\",\"primaryMetric\":{\"scoreUnit\":\"ns\",\"rawData\":7}}]",
                "[{\"benchmark\":7,\"mode\":\"avgt\",\"primaryMetric\":{\"scoreUnit\":\"ns\",\"rawData\":[[1]]}}]",
                "{\"format\":\"other\"}",
                "{\"format\":\"vernier-peers\",\"version\":2}",
                "{\"format\":\"vernier-peers\",\"version\":1,\"rows\":{}}",
                "{\"format\":\"vernier-peers\",\"version\":1,\"rows\":[7],\"cpu\":\"c\",\"date\":\"d\",\"commit\":\"e\"}",
            })
    void malformedFilesAreNamedAndNothingIsThrown(String malformed) throws IOException {
        assertEquals(2, compare(malformed, peers(FLOOR, USUAL)));
        assertTrue(err().startsWith("compare: "), err());
        assertTrue(err().contains("before.json: "), err());
        assertEquals(1, err().strip().lines().count(), err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"x\"", "-1", "1e400", "null", "true", "[1]", "{}"})
    void secondsThatAreNoSecondsAreNamed(String seconds) throws IOException {
        String bad = row("JDK 17", "vernier", "1,2," + seconds, "1,2,3");
        assertEquals(2, compare(peers(FLOOR, USUAL), peers(FLOOR, bad)));
        assertTrue(err().endsWith("after.json: /rows/1/wallSeconds/2 is not a number from 0 on\n"), err());
    }

    @Test
    void rowsThatContradictThemselvesAreNamed() throws IOException {
        assertMalformed("has no floor of as many rounds", USUAL);
        assertMalformed("has no floor of as many rounds", FLOOR, row("JDK 17", "vernier", "1,2,3,4", "1,2,3,4"));
        assertMalformed("took no time", row("floor", "floor", "0,0,0", "1,1,1"), USUAL);
        assertMalformed("comes twice", FLOOR, FLOOR, USUAL);
        assertMalformed("has not as many cpuSeconds", FLOOR, row("JDK 17", "vernier", "1,2,3", "1"));
        assertMalformed("is none of floor, vernier, rival", row("floor", "ceiling", "1,2,3", "1,2,3"));
        assertMalformed("is less than 1", FLOOR.replace("1000", "0"));
    }

    @Test
    void deepNestingIsRefused() throws IOException {
        assertEquals(2, compare("[".repeat(100_000), peers(FLOOR, USUAL)));
        assertTrue(err().contains("nesting"), err());
    }

    @Test
    void filesThatCannotBeReadAreNamed() {
        String missing = folder.resolve("missing.json").toString();
        assertEquals(2, comparison().run(missing, missing));
        assertEquals("compare: " + missing + " cannot be read: NoSuchFileException", err().strip());
        err.reset();
        assertEquals(2, comparison().run(folder.toString(), missing));
        assertEquals("compare: " + folder + " cannot be read: IOException", err().strip());
        err.reset();
        assertEquals(2, comparison().run("a\0b", missing));
        assertEquals("compare: a?b cannot be read: InvalidPathException", err().strip());
    }

    @Test
    void usageIsShownUnlessThereAreTwoFiles() {
        assertEquals(2, comparison().run());
        assertEquals("usage: bench/run.sh compare BEFORE.json AFTER.json", err().strip());
    }

    private void assertMalformed(String why, String... rows) throws IOException {
        err.reset();
        assertEquals(2, compare(peers(FLOOR, USUAL), peers(rows)), why);
        assertTrue(err().contains(why), err());
    }

    private int compare(String before, String after) throws IOException {
        Path first = Files.writeString(folder.resolve("before.json"), before);
        Path second = Files.writeString(folder.resolve("after.json"), after);
        return comparison().run(first.toString(), second.toString());
    }

    private Compare comparison() {
        return new Compare(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
