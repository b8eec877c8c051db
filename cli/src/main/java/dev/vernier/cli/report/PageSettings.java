package dev.vernier.cli.report;

import dev.vernier.Target;
import java.util.List;

/**
 * What the page needs to know beside the report.
 *
 * @param axes x, y and z in the order in which medians and targets are shown
 * @param target the rule behind the target spacings
 * @param minDomain the least number of voting series asked for, 0 if none was
 * @param version this program's
 */
public record PageSettings(List<String> axes, Target target, int minDomain, String version) {

    /** Keeps its own copy of the axes. */
    public PageSettings {
        axes = List.copyOf(axes);
    }
}
