package dev.vernier.cli.output;

import dev.vernier.Axes;
import dev.vernier.DomainReport;
import java.util.function.Function;

/** The numbers a domain has for each axis, in the order in which JSON and CSV give them. */
enum DomainTriple {
    MEDIAN("median", domain -> domain.spacing().median()),
    TARGET("target", DomainReport::target),
    MIN("min", domain -> domain.spacing().min()),
    P0_5("p0_5", domain -> domain.spacing().p0_5()),
    P10("p10", domain -> domain.spacing().p10()),
    P25("p25", domain -> domain.spacing().p25()),
    P75("p75", domain -> domain.spacing().p75()),
    P90("p90", domain -> domain.spacing().p90()),
    P99_5("p99_5", domain -> domain.spacing().p99_5()),
    MAX("max", domain -> domain.spacing().max());

    private final String label;
    private final Function<DomainReport, Axes> value;

    DomainTriple(String label, Function<DomainReport, Axes> value) {
        this.label = label;
        this.value = value;
    }

    String label() {
        return label;
    }

    Axes of(DomainReport domain) {
        return value.apply(domain);
    }
}
