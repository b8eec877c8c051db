package dev.vernier.io;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * Maps into a confined arena of {@code java.lang.foreign}, final since Java 22, and closes that to unmap. Reached through method handles,
 * since this is compiled for Java 17.
 */
final class ArenaMapping implements FileMapping {

    private static final MethodHandle OPEN_ARENA;
    private static final MethodHandle CLOSE_ARENA;
    /** (FileChannel, MapMode, long, long, arena) to a ByteBuffer. */
    private static final MethodHandle MAP;

    static {
        MethodHandle open = null;
        MethodHandle close = null;
        MethodHandle map = null;
        if (Runtime.version().feature() >= 22) {
            try {
                MethodHandles.Lookup lookup = MethodHandles.publicLookup();
                Class<?> arena = Class.forName("java.lang.foreign.Arena");
                Class<?> segment = Class.forName("java.lang.foreign.MemorySegment");
                open = lookup.findStatic(arena, "ofConfined", MethodType.methodType(arena))
                        .asType(MethodType.methodType(AutoCloseable.class));
                close = lookup.findVirtual(arena, "close", MethodType.methodType(void.class))
                        .asType(MethodType.methodType(void.class, AutoCloseable.class));
                MethodType mapType =
                        MethodType.methodType(segment, FileChannel.MapMode.class, long.class, long.class, arena);
                MethodHandle mapSegment = lookup.findVirtual(FileChannel.class, "map", mapType);
                MethodHandle asBuffer =
                        lookup.findVirtual(segment, "asByteBuffer", MethodType.methodType(ByteBuffer.class));
                map = MethodHandles.filterReturnValue(mapSegment, asBuffer)
                        .asType(MethodType.methodType(
                                ByteBuffer.class,
                                FileChannel.class,
                                FileChannel.MapMode.class,
                                long.class,
                                long.class,
                                AutoCloseable.class));
            } catch (ReflectiveOperationException e) {
                open = null;
            }
        }
        OPEN_ARENA = open;
        CLOSE_ARENA = close;
        MAP = map;
    }

    private AutoCloseable arena;

    static boolean isAvailable() {
        return OPEN_ARENA != null && MAP != null;
    }

    @Override
    public ByteBuffer map(FileChannel channel, long from, long count) throws IOException {
        unmap();
        try {
            arena = (AutoCloseable) OPEN_ARENA.invokeExact();
            return (ByteBuffer) MAP.invokeExact(channel, FileChannel.MapMode.READ_ONLY, from, count, arena);
        } catch (IOException | RuntimeException | Error e) {
            unmap();
            throw e;
        } catch (Throwable e) {
            unmap();
            throw new IllegalStateException("cannot map", e);
        }
    }

    @Override
    public void unmap() {
        AutoCloseable mapped = arena;
        arena = null;
        if (mapped == null) {
            return;
        }
        try {
            CLOSE_ARENA.invokeExact(mapped);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("cannot unmap", e);
        }
    }
}
