package dev.vernier.scan;

import dev.vernier.dicom.Outcome;
import dev.vernier.geometry.InstanceGeometry;
import dev.vernier.geometry.RecordFields;
import dev.vernier.geometry.SeriesTally;
import dev.vernier.io.Entries;
import it.unimi.dsi.fastutil.longs.Long2ObjectMap;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What has been read of an archive so far: files by outcome, a tally of each series, and samples of what went wrong.
 * Merging is associative and commutative. One thread at a time, but for the counters that progress reads.
 */
public final class ArchiveTally {

    private final Set<String> onlySeries;
    private final long keyMask;
    private final long[] files = new long[Outcome.values().length];
    private final Long2ObjectMap<SeriesTally> series = new Long2ObjectOpenHashMap<>();
    private final Problems problems = new Problems();
    private final ImagePairs pairs = new ImagePairs();
    private SeriesTally last;
    private long folders;
    private long reads;
    private long bytesRead;

    private final AtomicLong seenFiles = new AtomicLong();
    private volatile long seenSeries;
    private volatile long seenProblems;

    /** An empty tally that keeps all series. */
    public ArchiveTally() {
        this(Set.of());
    }

    /** An empty tally that keeps the named series only, or all if none is named. */
    ArchiveTally(Set<String> onlySeries) {
        this(onlySeries, -1);
    }

    /** A tally that uses only these bits of a UID's hash: few of them, for tests, make different series collide. */
    ArchiveTally(Set<String> onlySeries, long keyMask) {
        this.onlySeries = onlySeries;
        this.keyMask = keyMask;
    }

    /** Adds a file of a batch that was looked at. */
    void add(Outcome outcome, InstanceGeometry file, String folder, Entries files, int index, String detail) {
        boolean namePlaysPart = !isRead(outcome) || !file.hasInstance() || file.isOfPair();
        add(outcome, file, folder, namePlaysPart ? files.name(index) : "", detail);
    }

    /**
     * Adds a file that was looked at.
     *
     * @param file what was read of it
     * @param folder its folder's name below the root
     * @param name its own name
     * @param detail where or why it could not be read, empty if it could
     */
    public void add(Outcome outcome, InstanceGeometry file, String folder, String name, String detail) {
        count(outcome);
        boolean broken = outcome == Outcome.TRUNCATED || outcome == Outcome.MALFORMED;
        boolean read = isRead(outcome);
        if (!read || file.isOfPair()) {
            addOdd(outcome, file, FolderNames.child(folder, name), detail);
        }
        if (file.hasSeries() && (broken || read)) {
            SeriesTally tally = seriesOf(file);
            if (tally != null && broken) {
                tally.addUnreadable(folder);
            } else if (tally != null) {
                tally.add(file, folder, name);
            }
        }
    }

    private void addOdd(Outcome outcome, InstanceGeometry file, String path, String detail) {
        if (file.isOfPair()) {
            pairs.addHeader(path);
        }
        Problem problem = Problem.ofFile(outcome, path, detail);
        boolean maybeImage = problem.code().equals(Outcome.NOT_DICOM.name()) && pairs.addIfImage(problem);
        if (outcome != Outcome.NIFTI && !maybeImage) {
            addProblem(problem);
        }
    }

    /**
     * Adds a file of which only this is known.
     *
     * @param detail where or why it could not be read
     */
    public void add(Outcome outcome, String path, String detail) {
        count(outcome);
        if (outcome != Outcome.OK) {
            addProblem(Problem.ofFile(outcome, path, detail));
        }
    }

    private static boolean isRead(Outcome outcome) {
        return outcome == Outcome.OK || outcome == Outcome.NO_GEOMETRY || outcome == Outcome.NIFTI;
    }

    private void count(Outcome outcome) {
        files[outcome.ordinal()]++;
        seenFiles.lazySet(seenFiles.getPlain() + 1);
    }

    private SeriesTally seriesOf(InstanceGeometry file) {
        if (last != null && file.isOfSeries(last.seriesUid())) {
            return last;
        }
        long key = file.seriesUidHash() & keyMask;
        SeriesTally tally = series.get(key);
        // Two UIDs of one hash do not happen by chance; on purpose they take the next free key.
        while (tally != null && !file.isOfSeries(tally.seriesUid())) {
            tally = series.get(++key);
        }
        if (tally == null) {
            String uid = file.seriesUid();
            if (!onlySeries.isEmpty() && !onlySeries.contains(uid)) {
                return null;
            }
            tally = new SeriesTally(uid);
            series.put(key, tally);
        }
        last = tally;
        return tally;
    }

    /** Adds what went wrong with a name or a folder. */
    public void addProblem(Problem problem) {
        problems.add(problem);
    }

    /** Adds a folder that was listed. */
    public void addFolder() {
        folders++;
    }

    /** Adds what the reading cost. */
    public void addReading(long readCount, long byteCount) {
        reads += readCount;
        bytesRead += byteCount;
    }

    /** Lets other threads see the counters that they do not see at once. */
    void publish() {
        seenSeries = series.size();
        seenProblems = files(Outcome.TRUNCATED) + files(Outcome.MALFORMED) + files(Outcome.UNREADABLE);
    }

    /** Files looked at; any thread may ask. */
    long seenFiles() {
        return seenFiles.get();
    }

    long seenSeries() {
        return seenSeries;
    }

    long seenProblems() {
        return seenProblems;
    }

    /** Takes over everything of another tally, which must not be used afterwards. */
    public ArchiveTally merge(ArchiveTally other) {
        for (int i = 0; i < files.length; i++) {
            files[i] += other.files[i];
        }
        folders += other.folders;
        reads += other.reads;
        bytesRead += other.bytesRead;
        other.series.values().forEach(this::mergeSeries);
        problems.merge(other.problems);
        pairs.merge(other.pairs);
        last = null;
        return this;
    }

    /**
     * Tells that nothing more will be added or merged: from now on it is known which files have no header beside them.
     */
    public void complete() {
        pairs.endWaiting(problems);
    }

    /**
     * Takes over a folder whose files no thread's tally has counted yet: to progress they are new, those that {@link
     * #merge} takes are not.
     */
    void takeFolder(ArchiveTally folder) {
        merge(folder);
        seenFiles.lazySet(seenFiles.getPlain() + folder.files());
    }

    private void mergeSeries(SeriesTally tally) {
        if (!onlySeries.isEmpty() && !onlySeries.contains(tally.seriesUid())) {
            return;
        }
        long key = InstanceGeometry.hashOfSeriesUid(tally.seriesUid()) & keyMask;
        SeriesTally here = series.get(key);
        while (here != null && !here.seriesUid().equals(tally.seriesUid())) {
            here = series.get(++key);
        }
        if (here == null) {
            series.put(key, tally);
        } else {
            here.merge(tally);
        }
    }

    /** Files with this outcome. */
    public long files(Outcome outcome) {
        return files[outcome.ordinal()];
    }

    /** Files looked at. */
    public long files() {
        long sum = 0;
        for (long count : files) {
            sum += count;
        }
        return sum;
    }

    /** Folders listed. */
    public long folders() {
        return folders;
    }

    /** Read system calls, or mappings, made. */
    public long reads() {
        return reads;
    }

    /** Bytes read. */
    public long bytesRead() {
        return bytesRead;
    }

    /** The tallies of all series, in no order. */
    public Collection<SeriesTally> series() {
        return series.values();
    }

    /** How often each kind of problem occurred. */
    public Map<String, Long> problemCounts() {
        return problems.counts();
    }

    /** The first problems of each kind, by code and path. */
    public List<Problem> problems() {
        return problems.sorted();
    }

    /** Whether a file was unreadable, truncated or malformed, or a folder or archive could not be listed. */
    public boolean hasUnreadable() {
        return Problem.isAnyUnreadable(this::files, problems.counts());
    }

    /** Writes everything but what the reading cost. */
    void writeTo(DataOutput out) throws IOException {
        writeCounts(out);
        out.writeInt(series.size());
        for (SeriesTally each : series.values()) {
            each.writeTo(out);
        }
        problems.writeTo(out);
        pairs.writeTo(out);
    }

    /** Writes everything but the series, which {@link #series()} are written one by one. */
    public void writeAllButSeries(DataOutput out) throws IOException {
        writeCounts(out);
        problems.writeTo(out);
        pairs.writeTo(out);
        out.writeLong(reads);
        out.writeLong(bytesRead);
    }

    private void writeCounts(DataOutput out) throws IOException {
        for (long count : files) {
            out.writeLong(count);
        }
        out.writeLong(folders);
    }

    /**
     * Reads what {@link #writeTo} wrote.
     *
     * @param labels how many labels the files were read with
     * @throws IllegalArgumentException if the bytes are no tally
     */
    static ArchiveTally readFrom(ByteBuffer in, int labels) {
        try {
            ArchiveTally tally = new ArchiveTally();
            tally.readCounts(in);
            for (int left = RecordFields.readCount(in, 1); left > 0; left--) {
                tally.mergeSeries(SeriesTally.readFrom(in, labels));
            }
            tally.problems.readFrom(in);
            tally.pairs.readFrom(in);
            return tally;
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("the record is too short", e);
        }
    }

    /**
     * Reads what {@link #writeAllButSeries} wrote: a tally without series.
     *
     * @throws IllegalArgumentException if the bytes are no tally
     */
    public static ArchiveTally readAllButSeries(ByteBuffer in) {
        try {
            ArchiveTally tally = new ArchiveTally();
            tally.readCounts(in);
            tally.problems.readFrom(in);
            tally.pairs.readFrom(in);
            tally.addReading(in.getLong(), in.getLong());
            return tally;
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("the record is too short", e);
        }
    }

    private void readCounts(ByteBuffer in) {
        for (int i = 0; i < files.length; i++) {
            files[i] = in.getLong();
        }
        folders = in.getLong();
    }
}
