package dev.vernier.cli;

import dev.vernier.cli.console.Console;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine;

/** The commands by name, in the order of the help. Making all of them takes a tenth of a second of processor time. Stateless. */
final class Commands {

    private static final Map<String, Function<Console, Object>> MAKERS = new LinkedHashMap<>();

    static {
        MAKERS.put("scan", ScanCommand::new);
        MAKERS.put("inspect", InspectCommand::new);
        MAKERS.put("index", IndexCommand::new);
        MAKERS.put("synth", SynthCommand::new);
        MAKERS.put("demo", DemoCommand::new);
        MAKERS.put("cache", CacheCommand::new);
        MAKERS.put("completion", CompletionCommand::new);
        MAKERS.put("man", ManCommand::new);
    }

    private Commands() {}

    /** Adds those that these arguments may need: the one that they begin with, or all. */
    static void addTo(CommandLine vernier, Console console, String... args) {
        boolean named = args.length > 0 && MAKERS.containsKey(args[0]);
        for (String name : named ? Set.of(args[0]) : MAKERS.keySet()) {
            vernier.addSubcommand(name, MAKERS.get(name).apply(console));
        }
        vernier.getSubcommands().values().forEach(OptionSections::addTo);
    }
}
