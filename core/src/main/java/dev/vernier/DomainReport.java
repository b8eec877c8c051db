package dev.vernier;

/**
 * The answer for one domain.
 *
 * @param domain its name
 * @param series series in it
 * @param voting series whose spacing counts
 * @param estimated voting series whose z is only estimated
 * @param excluded series that do not vote
 * @param tooFew whether fewer series vote than was asked for
 * @param spacing distribution of the voting series
 * @param target what to resample to
 * @param axes what {@code spacing} and {@code target} are along
 */
public record DomainReport(
        String domain,
        int series,
        int voting,
        int estimated,
        int excluded,
        boolean tooFew,
        Distribution spacing,
        Axes target,
        AxisSystem axes) {}
