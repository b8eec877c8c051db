package dev.vernier.cli;

import dev.vernier.AxisSystem;
import dev.vernier.Target;
import dev.vernier.cache.CacheCheck;
import dev.vernier.cli.inspect.InspectFormat;
import dev.vernier.cli.output.AxisOrder;
import dev.vernier.cli.output.ResultFormat;
import dev.vernier.geometry.ZRule;
import dev.vernier.io.ReadStrategy;
import dev.vernier.scan.SeriesGrouping;
import dev.vernier.synth.Profile;

/** The words of every option that takes one of some: for reading them, and for shells to complete. */
final class Labels {

    private Labels() {}

    /** Of {@code --order}. */
    static final class AxisOrders extends LabelConverter<AxisOrder> {
        AxisOrders() {
            super(AxisOrder.values(), AxisOrder::label);
        }
    }

    /** Of {@code --axes}. */
    static final class AxisSystems extends LabelConverter<AxisSystem> {
        AxisSystems() {
            super(AxisSystem.values(), AxisSystem::label);
        }
    }

    /** Of {@code --cache-check}. */
    static final class CacheChecks extends LabelConverter<CacheCheck> {
        CacheChecks() {
            super(CacheCheck.values(), CacheCheck::label);
        }
    }

    /** Of {@code --group-by}. */
    static final class Groupings extends LabelConverter<SeriesGrouping> {
        Groupings() {
            super(SeriesGrouping.values(), SeriesGrouping::label);
        }
    }

    /** Of {@code inspect --format}. */
    static final class InspectFormats extends LabelConverter<InspectFormat> {
        InspectFormats() {
            super(InspectFormat.values(), InspectFormat::label);
        }
    }

    /** Of {@code --profile}. */
    static final class Profiles extends LabelConverter<Profile> {
        Profiles() {
            super(Profile.values(), Profile::cliName);
        }
    }

    /** Of {@code --read}. */
    static final class ReadStrategies extends LabelConverter<ReadStrategy> {
        ReadStrategies() {
            super(ReadStrategy.values(), ReadStrategy::label);
        }
    }

    /** Of {@code scan --format}. */
    static final class ResultFormats extends LabelConverter<ResultFormat> {
        ResultFormats() {
            super(ResultFormat.values(), ResultFormat::label);
        }
    }

    /** Of the shell to complete for. */
    static final class Shells extends LabelConverter<Shell> {
        Shells() {
            super(Shell.values(), Shell::label);
        }
    }

    /** Of {@code --target}. */
    static final class Targets extends LabelConverter<Target> {
        Targets() {
            super(Target.values(), Target::label);
        }
    }

    /** Of {@code --z}. */
    static final class ZRules extends LabelConverter<ZRule> {
        ZRules() {
            super(ZRule.values(), ZRule::label);
        }
    }
}
