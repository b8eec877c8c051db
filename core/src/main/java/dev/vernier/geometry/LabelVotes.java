package dev.vernier.geometry;

import it.unimi.dsi.fastutil.longs.Long2ObjectMap;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.objects.Object2LongMap;
import it.unimi.dsi.fastutil.objects.Object2LongOpenHashMap;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** How many files of a series carry which labels. Mergeable; one thread at a time. */
final class LabelVotes {

    /** Small at first: nearly every series has one set. */
    private final Long2ObjectMap<LabelSet> sets = new Long2ObjectOpenHashMap<>(1);

    /** Files that carry the same labels. */
    private static final class LabelSet {
        private final String[] texts;
        private long files;

        private LabelSet(String[] texts, long files) {
            this.texts = texts;
            this.files = files;
        }
    }

    void add(LabelBytes bytes) {
        long hash = bytes.hash();
        LabelSet known = sets.get(hash);
        if (known == null) {
            sets.put(hash, new LabelSet(bytes.decode(), 1));
        } else {
            known.files++;
        }
    }

    void merge(LabelVotes other) {
        other.sets.long2ObjectEntrySet().forEach(entry -> {
            LabelSet added = entry.getValue();
            LabelSet known = sets.get(entry.getLongKey());
            if (known == null) {
                sets.put(entry.getLongKey(), new LabelSet(added.texts, added.files));
            } else {
                known.files += added.files;
            }
        });
    }

    /** Each label's text that most files carry, the smaller on a tie; empty where the files have none. */
    List<String> mostFrequent(int count) {
        List<String> common = new ArrayList<>(count);
        for (int label = 0; label < count; label++) {
            Object2LongMap<String> votes = new Object2LongOpenHashMap<>();
            for (LabelSet set : sets.values()) {
                votes.mergeLong(set.texts[label], set.files, Long::sum);
            }
            common.add(mostFrequent(votes));
        }
        return common;
    }

    private static String mostFrequent(Object2LongMap<String> votes) {
        String best = "";
        long bestCount = 0;
        for (Object2LongMap.Entry<String> entry : votes.object2LongEntrySet()) {
            long count = entry.getKey().isEmpty() ? 0 : entry.getLongValue();
            if (count > bestCount
                    || count == bestCount && count > 0 && entry.getKey().compareTo(best) < 0) {
                best = entry.getKey();
                bestCount = count;
            }
        }
        return best;
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeInt(sets.size());
        for (Long2ObjectMap.Entry<LabelSet> entry : sets.long2ObjectEntrySet()) {
            LabelSet set = entry.getValue();
            out.writeLong(entry.getLongKey());
            out.writeLong(set.files);
            for (String text : set.texts) {
                RecordFields.writeText(out, text);
            }
        }
    }

    /** Reads votes on so many labels. */
    void readFrom(ByteBuffer in, int labels) {
        int count = RecordFields.readCount(in, Long.BYTES + Long.BYTES);
        for (int i = 0; i < count; i++) {
            long hash = in.getLong();
            long files = RecordFields.readNotNegative(in);
            String[] texts = new String[labels];
            for (int label = 0; label < labels; label++) {
                texts[label] = RecordFields.readText(in);
            }
            sets.put(hash, new LabelSet(texts, files));
        }
    }
}
