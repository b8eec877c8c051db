package dev.vernier.io;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Lists by getdents64, some hundreds of entries a call; these tell what they are, except on a few old file systems. */
final class LinuxLister extends FolderLister {

    private static final int FLAGS = LibC.O_RDONLY | LibC.O_CLOEXEC | LibC.O_DIRECTORY;
    private static final int BUFFER_BYTES = 64 << 10;
    /** Linux opens paths of up to 4,096 bytes, their final zero included. */
    private static final int MAX_PATH_BYTES = 4_095;

    /** struct linux_dirent64: length of the record, kind, name up to a zero. */
    private static final int RECORD_LENGTH = 16;

    private static final int RECORD_KIND = 18;
    private static final int RECORD_NAME = 19;

    private static final int DT_FIFO = 1;
    private static final int DT_CHARACTER_DEVICE = 2;
    private static final int DT_FOLDER = 4;
    private static final int DT_BLOCK_DEVICE = 6;
    private static final int DT_FILE = 8;
    private static final int DT_LINK = 10;
    private static final int DT_SOCKET = 12;

    /** struct statx: the type of file is in the upper four bits of the mode, in the numbers of DT_. */
    private static final int STATX_MODE = 28;

    private static final int STATX_INODE = 32;
    private static final int STATX_DEVICE_MAJOR = 136;
    private static final int STATX_DEVICE_MINOR = 140;

    private static final byte[] ITSELF = {};

    private final LinuxCalls calls;
    private final ByteBuffer records = ByteBuffer.allocateDirect(BUFFER_BYTES).order(ByteOrder.nativeOrder());
    private final long recordsAddress = MemorySegment.ofBuffer(records).address();
    private final ByteBuffer attributes =
            ByteBuffer.allocateDirect(LibC.STATX_BYTES).order(ByteOrder.nativeOrder());

    private LinuxFolder folder;
    private OpenLinuxFolder open;
    private int next;
    private int end;
    private int kind;
    private byte[] name = new byte[256];
    private int nameLength;

    LinuxLister(Patience patience) {
        this.calls = new LinuxCalls(patience);
    }

    /** What a folder is in device and inode numbers. */
    private record Identity(int major, int minor, long inode) {}

    @Override
    public void open(Folder listed, boolean followLink) throws IOException {
        folder = (LinuxFolder) listed;
        open = new OpenLinuxFolder(openInSteps(folder.path(), followLink ? FLAGS : FLAGS | LibC.O_NOFOLLOW));
        next = 0;
        end = 0;
    }

    /** Opens a path; where it is longer than Linux takes, a part of it, relative to that the next part, and so on. */
    private int openInSteps(byte[] path, int flags) throws IOException {
        int above = LibC.AT_FDCWD;
        int from = 0;
        try {
            while (path.length - from > MAX_PATH_BYTES) {
                int slash = lastSlash(path, from, from + MAX_PATH_BYTES);
                int below = calls.open(above, path, from, slash - from, FLAGS);
                closeStep(above);
                above = below;
                from = slash + 1;
            }
            return calls.open(above, path, from, path.length - from, flags);
        } finally {
            closeStep(above);
        }
    }

    private void closeStep(int descriptor) {
        if (descriptor != LibC.AT_FDCWD) {
            LibC.close(calls.errno(), descriptor);
        }
    }

    /** A slash of the path, not the first byte, as far on as possible; where there is none, the limit, which opening will refuse. */
    private static int lastSlash(byte[] path, int from, int limit) {
        for (int i = limit; i > from; i--) {
            if (path[i] == '/') {
                return i;
            }
        }
        return limit;
    }

    @Override
    public boolean next() throws IOException {
        do {
            if (next >= end && !load()) {
                return false;
            }
            kind = records.get(next + RECORD_KIND);
            takeName(next + RECORD_NAME);
            next += Short.toUnsignedInt(records.getShort(next + RECORD_LENGTH));
        } while (isThisFolderOrAbove());
        return true;
    }

    private boolean load() throws IOException {
        long count;
        do {
            count = LibC.getdents64(calls.errno(), open.descriptor(), recordsAddress, BUFFER_BYTES);
        } while (count < 0 && LibC.errno(calls.errno()) == LibC.EINTR);
        next = 0;
        end = Math.toIntExact(Math.max(0, count));
        if (count < 0) {
            throw calls.failure();
        }
        return count > 0;
    }

    private void takeName(int at) {
        int length = 0;
        while (records.get(at + length) != 0) {
            length++;
        }
        if (length > name.length) {
            name = new byte[length];
        }
        records.get(at, name, 0, length);
        nameLength = length;
    }

    private boolean isThisFolderOrAbove() {
        return name[0] == '.' && (nameLength == 1 || nameLength == 2 && name[1] == '.');
    }

    @Override
    public EntryKind kind(boolean followLink) throws IOException {
        EntryKind told = kindOf(kind);
        if (told != null && !(followLink && told == EntryKind.LINK)) {
            return told;
        }
        int flags = followLink ? 0 : LibC.AT_SYMLINK_NOFOLLOW;
        calls.statx(open.descriptor(), name, 0, nameLength, flags, LibC.STATX_TYPE, attributes);
        EntryKind asked = kindOf(Short.toUnsignedInt(attributes.getShort(STATX_MODE)) >>> 12);
        return asked == null ? EntryKind.OTHER : asked;
    }

    /** Null where the listing does not tell. */
    private static EntryKind kindOf(int kind) {
        return switch (kind) {
            case DT_FILE -> EntryKind.FILE;
            case DT_FOLDER -> EntryKind.FOLDER;
            case DT_LINK -> EntryKind.LINK;
            case DT_FIFO, DT_CHARACTER_DEVICE, DT_BLOCK_DEVICE, DT_SOCKET -> EntryKind.OTHER;
            default -> null;
        };
    }

    @Override
    public String name() {
        return FileNames.text(name, 0, nameLength);
    }

    @Override
    public Folder folder() {
        return folder.child(name, 0, nameLength);
    }

    @Override
    public Object identity() throws IOException {
        calls.statx(open.descriptor(), ITSELF, 0, 0, LibC.AT_EMPTY_PATH, LibC.STATX_INO, attributes);
        return new Identity(
                attributes.getInt(STATX_DEVICE_MAJOR),
                attributes.getInt(STATX_DEVICE_MINOR),
                attributes.getLong(STATX_INODE));
    }

    @Override
    public void stamp(FileStamp into) throws IOException {
        calls.statx(open.descriptor(), ITSELF, 0, 0, LibC.AT_EMPTY_PATH, LinuxStamps.MASK, attributes);
        LinuxStamps.set(into, attributes);
    }

    @Override
    public Entries newFiles() {
        open.retain();
        return new LinuxEntries(open, null);
    }

    @Override
    public Entries newFolders() {
        return new LinuxEntries(null, folder);
    }

    @Override
    public void addTo(Entries batch) {
        ((LinuxEntries) batch).add(name, 0, nameLength);
    }

    @Override
    public void close() {
        if (open != null) {
            open.release();
        }
        open = null;
    }
}
