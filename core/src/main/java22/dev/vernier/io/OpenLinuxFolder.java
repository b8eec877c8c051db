package dev.vernier.io;

/** An open folder by its descriptor. */
final class OpenLinuxFolder extends OpenFolder {

    private final int descriptor;

    OpenLinuxFolder(int descriptor) {
        this.descriptor = descriptor;
    }

    int descriptor() {
        return descriptor;
    }

    @Override
    void close() {
        LibC.close(LibC.UNREAD_ERRNO, descriptor);
    }
}
