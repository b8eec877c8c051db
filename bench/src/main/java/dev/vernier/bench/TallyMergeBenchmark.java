package dev.vernier.bench;

import dev.vernier.dicom.BufferWindow;
import dev.vernier.dicom.HeaderParser;
import dev.vernier.geometry.InstanceGeometry;
import dev.vernier.geometry.SeriesSpacing;
import dev.vernier.geometry.SeriesTally;
import dev.vernier.geometry.SpacingRules;
import dev.vernier.synth.DicomSyntax;
import dev.vernier.synth.Profile;
import dev.vernier.synth.SynthHeaders;
import dev.vernier.synth.SynthOptions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The slices of one series, read before, added to one tally, or to several that are merged, as threads of a scan do it. Merging uses a
 * tally up, so each operation fills its own: what merging costs is the difference to the baseline.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
public class TallyMergeBenchmark {

    private static final int SERIES = 100;

    /** Slices a series of the set, on average; the one taken may have half as many. */
    @Param({"60", "600"})
    public int slices;

    /** Among how many tallies they are shared out. */
    @Param({"2", "16"})
    public int parts;

    private final List<InstanceGeometry> read = new ArrayList<>();
    private String seriesUid;

    @Setup
    public void readSlices() throws IOException {
        SynthOptions options = new SynthOptions(SERIES, slices, 1, Profile.RSNA_IAD, 1);
        List<byte[]> headers = SynthHeaders.slices(options, DicomSyntax.EXPLICIT_LITTLE_ENDIAN, 0)
                .toList();
        try (HeaderParser parser = new HeaderParser()) {
            for (byte[] header : headers) {
                InstanceGeometry slice = new InstanceGeometry(SpacingRules.DEFAULT, List.of());
                slice.begin();
                BufferWindow window = new BufferWindow(ByteBuffer.wrap(header));
                slice.finish(parser.parse(window, slice.wanted(), slice), parser);
                read.add(slice);
            }
        }
        seriesUid = read.get(0).seriesUid();
    }

    /** What there is to do without merging. */
    @Benchmark
    public SeriesTally baselineOneTally() {
        return tally(0, read.size());
    }

    /** One after the other into the first. */
    @Benchmark
    public SeriesTally mergedInTurn() {
        SeriesTally all = part(0);
        for (int i = 1; i < parts; i++) {
            all.merge(part(i));
        }
        return all;
    }

    /** Two by two, as a scan does it. */
    @Benchmark
    public SeriesTally mergedInTree() {
        return tree(0, parts);
    }

    /** And the spacing of the series. */
    @Benchmark
    public SeriesSpacing oneTallyAnalysed() {
        return tally(0, read.size()).analyse(SpacingRules.DEFAULT);
    }

    private SeriesTally tree(int from, int to) {
        int half = (to - from) / 2;
        return half == 0 ? part(from) : tree(from, from + half).merge(tree(from + half, to));
    }

    private SeriesTally part(int i) {
        return tally(read.size() * i / parts, read.size() * (i + 1) / parts);
    }

    private SeriesTally tally(int from, int to) {
        SeriesTally tally = new SeriesTally(seriesUid);
        for (int i = from; i < to; i++) {
            tally.add(read.get(i), "series", "");
        }
        return tally;
    }
}
