package dev.vernier.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The manual page of all commands, made from what their help is made of. Used once. */
final class ManPage {

    private static final int USER_COMMANDS = 1;

    private final Roff roff = new Roff();

    private ManPage() {}

    /** The page of this command and those below it, ending with a line feed. */
    static String of(CommandSpec root, String version) {
        ManPage page = new ManPage();
        page.write(root, version);
        return page.roff.toString();
    }

    private void write(CommandSpec root, String version) {
        roff.title(root.name().toUpperCase(Locale.ROOT), USER_COMMANDS, root.name() + " " + version)
                .section("NAME")
                .lines(root.name() + " - find the voxel spacings of DICOM archives")
                .section("SYNOPSIS");
        List<CommandSpec> commands = below(root);
        roff.beginExample();
        commands.forEach(each -> roff.lines(synopsis(each)));
        roff.endExample().section("DESCRIPTION");
        description(root);
        roff.section("COMMANDS");
        commands.forEach(each -> roff.term(each.qualifiedName(), "", purpose(each)));
        for (CommandSpec command : root.subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .toList()) {
            command(command);
        }
        roff.section("ENVIRONMENT")
                .term("VERNIER_JAVA_HOME", "", "The JDK to use, instead of the newest that is found.")
                .term("VERNIER_JAVA_OPTS", "", "More flags for it, such as -Xmx8g.")
                .term("NO_COLOR", "", "Set to anything, there are no colours on a terminal either.");
        footer(root);
    }

    /** The commands that do something: those without commands of their own. */
    private static List<CommandSpec> below(CommandSpec spec) {
        List<CommandSpec> commands = new ArrayList<>();
        for (CommandLine command : spec.subcommands().values()) {
            List<CommandSpec> further = below(command.getCommandSpec());
            commands.addAll(further.isEmpty() ? List.of(command.getCommandSpec()) : further);
        }
        return commands;
    }

    private static String synopsis(CommandSpec spec) {
        String[] custom = spec.usageMessage().customSynopsis();
        if (custom.length > 0) {
            return custom[0];
        }
        StringBuilder line = new StringBuilder(spec.qualifiedName());
        spec.positionalParameters().forEach(each -> line.append(' ').append(each.paramLabel()));
        return line.toString();
    }

    private static String purpose(CommandSpec spec) {
        String[] header = spec.usageMessage().header();
        return String.join(" ", header.length > 0 ? header : spec.usageMessage().description());
    }

    private void command(CommandSpec command) {
        roff.section(command.qualifiedName().toUpperCase(Locale.ROOT)).lines(purpose(command));
        description(command);
        List<CommandSpec> further = below(command);
        further.forEach(each -> roff.term(synopsis(each), "", purpose(each)));
        command.positionalParameters().forEach(this::parameter);
        OptionSections.of(command).forEach((heading, options) -> {
            if (!heading.isEmpty()) {
                roff.subsection(heading);
            }
            options.forEach(this::option);
        });
        footer(command);
    }

    private void description(CommandSpec spec) {
        Arrays.stream(spec.usageMessage().description())
                .filter(line -> !line.isEmpty())
                .forEach(roff::paragraph);
    }

    private void parameter(PositionalParamSpec parameter) {
        roff.term("", parameter.paramLabel(), String.join(" ", parameter.description()));
    }

    private void option(OptionSpec option) {
        String label = option.arity().max() == 0 ? "" : option.paramLabel();
        roff.term(String.join(", ", option.names()), label, String.join(" ", option.description()));
    }

    /** Indented lines are examples; a line of its own that ends with a colon, right before them, is their heading. */
    private void footer(CommandSpec spec) {
        boolean example = false;
        boolean apart = false;
        String[] lines = spec.usageMessage().footer();
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i];
            boolean indented = isExample(line);
            if (indented && !example) {
                roff.beginExample();
            } else if (example && !indented) {
                roff.endExample();
            }
            example = indented;
            if (indented) {
                roff.lines(line.substring(2));
            } else if (apart && line.endsWith(":") && i + 1 < lines.length && isExample(lines[i + 1])) {
                roff.subsection(line.substring(0, line.length() - 1));
            } else if (apart) {
                roff.paragraph(line);
            } else {
                roff.lines(line);
            }
            apart = line.isEmpty();
        }
        if (example) {
            roff.endExample();
        }
    }

    private static boolean isExample(String line) {
        return line.startsWith("  ");
    }
}
