package dev.vernier.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * Gives the options of each mixin a heading of their own in a command's help: the mixin's name. Argument groups, the library's own way
 * to do so, would forget the other options of a group as soon as one is repeated. Stateless.
 */
public final class OptionSections {

    private OptionSections() {}

    /** Lays out the help of this command so. */
    public static void addTo(CommandLine command) {
        command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, OptionSections::render);
    }

    /** The options of a command by heading, in their order; those that are the command's own come first, under an empty one. */
    static Map<String, List<OptionSpec>> of(CommandSpec spec) {
        Map<String, List<OptionSpec>> sections = new LinkedHashMap<>();
        List<OptionSpec> own = new ArrayList<>(spec.options());
        sections.put("", own);
        for (Map.Entry<String, CommandSpec> mixin : spec.mixins().entrySet()) {
            List<OptionSpec> options = mixin.getValue().options();
            own.removeIf(option ->
                    options.stream().anyMatch(other -> other.longestName().equals(option.longestName())));
            sections.put(mixin.getKey(), options);
        }
        return sections;
    }

    private static String render(Help help) {
        StringBuilder text = new StringBuilder();
        of(help.commandSpec()).forEach((heading, options) -> {
            if (!heading.isEmpty()) {
                text.append(String.format("%n")).append(help.colorScheme().text("@|bold " + heading + ":|@"));
                text.append(String.format("%n"));
            }
            text.append(render(help, options));
        });
        return text.toString();
    }

    /** All sections are laid out for the longest option of all, so that their columns line up. */
    private static String render(Help help, List<OptionSpec> options) {
        CommandSpec spec = help.commandSpec();
        Help.Layout layout = help.createDefaultLayout(spec.options(), spec.positionalParameters(), help.colorScheme());
        layout.addOptions(options, help.parameterLabelRenderer());
        return layout.toString();
    }
}
