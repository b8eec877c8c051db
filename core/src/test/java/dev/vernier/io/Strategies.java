package dev.vernier.io;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Every way to read a file, with windows of ordinary and of tiny size. */
final class Strategies {

    private static final int[] TINY = {1, 2, 3, 7, 16, 100};

    private Strategies() {}

    record Strategy(String name, Supplier<HeaderSource> source) {
        @Override
        public String toString() {
            return name;
        }

        HeaderSource open() {
            return source.get();
        }
    }

    /** As users choose them. */
    static List<Strategy> ordinary() {
        List<Strategy> all = new ArrayList<>();
        for (ReadStrategy read : ReadStrategy.values()) {
            all.add(new Strategy(read.label(), read::newSource));
        }
        return all;
    }

    static List<Strategy> all() {
        List<Strategy> all = new ArrayList<>(ordinary());
        for (int bytes : TINY) {
            all.add(new Strategy(
                    "positioned, always " + bytes, () -> new PositionedSource(new ChannelHandle(), bytes, bytes)));
            all.add(new Strategy(
                    "positioned, from " + bytes, () -> new PositionedSource(new ChannelHandle(), bytes, 64 * bytes)));
            all.add(new Strategy("mapped by " + bytes, () -> new MappedSource(bytes, FileMapping.best())));
        }
        if (Runtime.version().feature() < 22) {
            all.add(new Strategy("mapped and cleaned", () -> new MappedSource(1 << 20, new CleanerMapping())));
        }
        return all;
    }
}
