package dev.vernier.cli.report;

import dev.vernier.AxisSystem;
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

    /** What the axes are called, in the order in which they are shown. */
    List<String> names(AxisSystem system) {
        return axes.stream().map(axis -> system.names().get(index(axis))).toList();
    }

    /** The place of an axis among x, y, z. */
    static int index(String axis) {
        return "xyz".indexOf(axis);
    }
}
