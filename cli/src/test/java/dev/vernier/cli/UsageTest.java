package dev.vernier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Help, version, and wrong usage. */
class UsageTest {

    @TempDir
    private Path folder;

    @Test
    void helpNamesTheCommandsAndGivesExamples() {
        String help = Cli.out("--help");
        for (String command : Cli.commands()) {
            assertTrue(help.lines().anyMatch(line -> line.startsWith("  " + command + " ")), command);
        }
        assertTrue(help.contains("Examples:"), help);
        assertTrue(help.contains("vernier scan /data/archive"), help);
    }

    @Test
    void aCommandThatIsNamedIsTheOnlyOneThatIsMade() {
        for (String command : Cli.commands()) {
            assertEquals(Set.of(command), Cli.commands(command, "--help"));
            String refusal = Cli.run(command, "--no-such-option").onlyErrorLine();
            assertTrue(refusal.endsWith("(try 'vernier " + command + " --help')"), refusal);
        }
        assertEquals(Cli.commands(), Cli.commands("--help"));
        assertEquals(Cli.commands(), Cli.commands("scam"));
    }

    @Test
    void scanHelpExplainsEveryOption() {
        String help = Cli.out("scan", "--help");
        for (String option : List.of(
                "--catalog",
                "--series-column",
                "--domain",
                "--z",
                "--order",
                "--target",
                "--min-domain",
                "--format",
                "--out",
                "--threads",
                "--read",
                "--sample",
                "--seed",
                "--series-from",
                "--follow-links",
                "--exclude-estimated",
                "--strict",
                "--no-progress",
                "--progress",
                "--quiet",
                "--verbose",
                "--detector-spacing",
                "--parquet",
                "--in-plane-tolerance",
                "--stack-tolerance",
                "--orientation-tolerance",
                "--position-tolerance",
                "--gap-tolerance",
                "--gap-tolerance-mm",
                "--mismatch-tolerance",
                "--tilt-tolerance")) {
            assertTrue(help.lines().anyMatch(line -> line.matches(" +" + option + "([= ].*)?")), option);
        }
        assertTrue(help.lines().allMatch(line -> line.length() <= 100));
    }

    @Test
    void everyCommandHasHelp() {
        for (String command : Cli.commands()) {
            String help = Cli.out(command, "--help");
            assertTrue(help.contains("vernier " + command), command);
            assertTrue(help.lines().allMatch(line -> line.length() <= 100), command);
        }
        assertTrue(Cli.out("index", "--help").contains("--private"));
        assertTrue(Cli.out("synth", "--help").contains("--profile"));
        assertTrue(Cli.out("demo", "--help").contains("--keep"));
        assertTrue(Cli.out("inspect", "--help").contains("--series"));
        assertTrue(Cli.out("completion", "--help").contains("zsh"));
        assertTrue(Cli.out("man", "--help").contains("man -l"));
    }

    @Test
    void versionBeginsWithTheProgramsName() {
        assertTrue(Cli.out("--version").startsWith("vernier "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "frobnicate",
                "scan",
                "scan . --fromat json",
                "scan . --format xml",
                "scan . --z 3",
                "scan . --order yxz",
                "scan . --target max",
                "scan . --read fast",
                "scan . --threads 0",
                "scan . --threads 5000",
                "scan . --threads two",
                "scan . --sample 0",
                "scan . --min-domain -1",
                "scan . --gap-tolerance -0.1",
                "scan . --tilt-tolerance NaN",
                "scan . --seed 3",
                "scan . --series-column uid",
                "scan . --out",
                "scan . --order xyz --order zyx",
                "scan . --progress --no-progress",
                "scan . --progress --quiet",
                "scan . --quiet --verbose",
                "scan . --cache",
                "scan . --cache file --cache-check never",
                "cache frobnicate file",
                "cache stat",
                "scan . --parquet",
                "synth",
                "synth x --series 0",
                "synth x --slices 1",
                "synth x --profile unheard-of",
                "demo here",
                "index",
                "index .",
                "index . --tags Rows",
                "index . --tags Rows -o table.txt",
                "index . --tags Rows -o table.csv --private ME",
                "index . --tags 0019xx0C@ME -o table.csv --private OTHER",
                "index . --tags Rows -o table.csv --quiet --verbose",
                "inspect",
                "inspect a b",
                "inspect . --format csv",
                "inspect . --z 3",
                "inspect . --quiet --verbose",
                "completion",
                "completion fish",
                "man scan"
            })
    void wrongUsageIsOneLineAndStatusTwo(String arguments) {
        Cli.Result result = Cli.run((Object[]) arguments.split(" ", arguments.isEmpty() ? 1 : -1));
        assertEquals(ExitStatus.USAGE, result.status());
        String line = result.onlyErrorLine();
        assertTrue(line.startsWith("vernier: "), line);
        assertTrue(line.endsWith(" --help')"), line);
        assertEquals("", result.out());
    }

    @Test
    void noArgumentsAtAllIsWrongUsage() {
        Cli.Result result = Cli.run();
        assertEquals(ExitStatus.USAGE, result.status());
        String line = result.onlyErrorLine();
        assertTrue(Cli.commands().stream().allMatch(line::contains), line);
    }

    @Test
    void emptyRootIsNotTheCurrentFolder() {
        Cli.Result result = Cli.run("scan", folder, "");
        assertEquals(ExitStatus.USAGE, result.status());
        assertTrue(result.onlyErrorLine().contains("an empty path"), result.err());
    }

    @Test
    void misspeltOptionIsGuessed() {
        assertTrue(Cli.run("scan", ".", "--catalogue", "x").onlyErrorLine().contains("did you mean --catalog?"));
    }

    @Test
    void argumentsAreNoFilesOfArguments() {
        Cli.Result result = Cli.run("scan", "@" + folder.resolve("nowhere"));
        assertEquals(ExitStatus.FAILED, result.status());
        assertTrue(result.onlyErrorLine().contains("@"), result.err());
    }
}
