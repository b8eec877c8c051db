package dev.vernier.geometry;

import java.util.ArrayList;
import java.util.List;

/**
 * Shared and per-frame functional groups of one file (PS3.3 §C.7.6.16): a plane for each frame, gathered while the
 * header is parsed. Planes are pooled; one thread.
 */
final class FunctionalGroups {

    /** Frames that are looked at; more than any real object has. */
    static final int MAX_FRAMES = 100_000;

    private final List<Plane> pool = new ArrayList<>();
    private final Plane shared = new Plane();
    private final Plane overflow = new Plane();
    private Plane current = shared;
    private int frames;
    private boolean present;
    private boolean ofVolumeSpace;

    void clear() {
        shared.clear();
        frames = 0;
        present = false;
        ofVolumeSpace = false;
        current = shared;
    }

    /** Whether the file has any functional group. */
    boolean present() {
        return present;
    }

    /**
     * Whether orientations are those of Enhanced US Volume, in a frame of reference of the volume's own (PS3.3
     * §C.8.24.3).
     */
    boolean isOfVolumeSpace() {
        return ofVolumeSpace;
    }

    void markOfVolumeSpace() {
        ofVolumeSpace = true;
    }

    /** Number of per-frame items. */
    int frames() {
        return frames;
    }

    Plane frame(int index) {
        return pool.get(index);
    }

    Plane shared() {
        return shared;
    }

    void beginShared() {
        present = true;
        current = shared;
    }

    void beginFrame() {
        present = true;
        if (frames == MAX_FRAMES) {
            current = overflow;
            return;
        }
        if (frames == pool.size()) {
            pool.add(new Plane());
        }
        current = pool.get(frames++);
        current.clear();
    }

    /** The plane that elements now read belong to. */
    Plane current() {
        return current;
    }

    /**
     * Completes every frame by the shared groups, then by the top level. Of several frames none is where the top level
     * says: it holds one position at most.
     */
    void resolve(Plane top, boolean singleFrame) {
        if (singleFrame) {
            shared.fallBackTo(top);
        } else {
            shared.fallBackToAllButPlace(top);
        }
        for (int i = 0; i < frames; i++) {
            pool.get(i).fallBackTo(shared);
        }
    }

    /** The first frame, or what is shared where no frame has groups of its own. */
    Plane first() {
        return frames > 0 ? pool.get(0) : shared;
    }
}
