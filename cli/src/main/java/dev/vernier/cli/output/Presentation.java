package dev.vernier.cli.output;

import dev.vernier.Target;

/**
 * How a report is shown.
 *
 * @param order of the axes
 * @param target the rule behind the target spacings
 * @param minDomain the least number of voting series asked for, 0 if none was
 */
public record Presentation(AxisOrder order, Target target, int minDomain) {}
