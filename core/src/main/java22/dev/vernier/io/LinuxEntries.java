package dev.vernier.io;

import java.util.Arrays;

/** Entries by the bytes of their names, one after the other in one array. */
final class LinuxEntries extends Entries {

    private static final int USUAL_NAME_BYTES = 70;

    /** Null where files are named by whole paths. */
    private final OpenLinuxFolder open;
    /** Null where these are no folders to list. */
    private final LinuxFolder parent;

    /** What the only entry is shown as, null for its own name. */
    private final String otherName;

    private byte[] names = new byte[8 * USUAL_NAME_BYTES];
    private final int[] ends = new int[CAPACITY];

    LinuxEntries(OpenLinuxFolder open, LinuxFolder parent) {
        this(open, parent, null);
    }

    LinuxEntries(OpenLinuxFolder open, LinuxFolder parent, String otherName) {
        super(open);
        this.otherName = otherName;
        this.open = open;
        this.parent = parent;
    }

    void add(byte[] bytes, int from, int length) {
        int start = used();
        if (start + length > names.length) {
            int expected = Math.max(CAPACITY * USUAL_NAME_BYTES, 2 * (start + length));
            names = Arrays.copyOf(names, expected);
        }
        System.arraycopy(bytes, from, names, start, length);
        ends[grow()] = start + length;
    }

    private int used() {
        return size() == 0 ? 0 : ends[size() - 1];
    }

    byte[] names() {
        return names;
    }

    int start(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    int end(int index) {
        return ends[index];
    }

    /** The descriptor that names are relative to. */
    int descriptor() {
        return open == null ? LibC.AT_FDCWD : open.descriptor();
    }

    @Override
    public String name(int index) {
        if (otherName != null) {
            return otherName;
        }
        int from = Math.max(start(index), FileNames.lastName(names, ends[index]));
        return FileNames.text(names, from, ends[index]);
    }

    @Override
    public Folder folder(int index) {
        return parent.child(names, start(index), ends[index] - start(index));
    }
}
