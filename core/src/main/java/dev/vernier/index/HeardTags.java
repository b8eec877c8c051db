package dev.vernier.index;

import dev.vernier.dicom.WantedLevel;
import dev.vernier.dicom.WantedTags;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All tags that some paths may lead to. A private tag is wanted in every block that its creator may have reserved, and so are the
 * elements that reserve them; what is inside of all these blocks' sequences is wanted once, so that paths with several creators do not
 * multiply. One thread.
 */
final class HeardTags {

    private static final int BLOCKS = 0x100;

    private final List<HeardTag> bySlot = new ArrayList<>();
    private final Map<List<PathStep>, WantedLevel> levels = new HashMap<>();
    private final WantedTags wanted;

    /** The tags of these first steps, and of those behind them. */
    HeardTags(List<PathStep> first) {
        wanted = WantedTags.of(level(first));
    }

    /** What the parser must be given. */
    WantedTags wanted() {
        return wanted;
    }

    HeardTag get(int slot) {
        return bySlot.get(slot);
    }

    private WantedLevel level(List<PathStep> steps) {
        WantedLevel known = levels.get(steps);
        if (known != null) {
            return known;
        }
        SortedMap<Integer, HeardTag> heard = new TreeMap<>();
        steps.forEach(step -> hear(step, heard));
        Map<Integer, WantedLevel.Entry> entries = new HashMap<>();
        heard.forEach((tag, each) -> {
            int slot = bySlot.size();
            bySlot.add(each);
            List<PathStep> inside = each.inside();
            entries.put(tag, new WantedLevel.Entry(slot, inside.isEmpty() ? null : level(inside)));
        });
        WantedLevel level = WantedLevel.of(entries);
        levels.put(steps, level);
        return level;
    }

    private static void hear(PathStep step, Map<Integer, HeardTag> heard) {
        if (!step.hasCreator()) {
            heardTag(step.tag(), heard).add(step, PathStep.ANY_BLOCK);
            return;
        }
        int group = step.tag() & 0xFFFF0000;
        for (int block = IndexTags.FIRST_BLOCK; block < BLOCKS; block++) {
            heardTag(group | block, heard).addName(step, block);
            heardTag(group | block << 8 | step.tag() & 0xFF, heard).add(step, block);
        }
    }

    private static HeardTag heardTag(int tag, Map<Integer, HeardTag> heard) {
        return heard.computeIfAbsent(tag, t -> new HeardTag());
    }
}
