package dev.vernier.io;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;

/**
 * Unmaps by {@code sun.misc.Unsafe.invokeCleaner}, which Java 9 to 21 keep for this purpose. Where the JVM lacks it the collector
 * unmaps.
 */
final class CleanerMapping implements FileMapping {

    private static final MethodHandle INVOKE_CLEANER = find();

    private MappedByteBuffer mapping;

    private static MethodHandle find() {
        try {
            Class<?> unsafe = Class.forName("sun.misc.Unsafe");
            Field instance = unsafe.getDeclaredField("theUnsafe");
            instance.setAccessible(true);
            return MethodHandles.lookup()
                    .findVirtual(unsafe, "invokeCleaner", MethodType.methodType(void.class, ByteBuffer.class))
                    .bindTo(instance.get(null));
        } catch (ReflectiveOperationException | RuntimeException e) {
            return null;
        }
    }

    @Override
    public ByteBuffer map(FileChannel channel, long from, long count) throws IOException {
        unmap();
        mapping = channel.map(FileChannel.MapMode.READ_ONLY, from, count);
        return mapping;
    }

    @Override
    public void unmap() {
        MappedByteBuffer mapped = mapping;
        mapping = null;
        if (mapped == null || INVOKE_CLEANER == null) {
            return;
        }
        try {
            INVOKE_CLEANER.invokeExact((ByteBuffer) mapped);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("cannot unmap", e);
        }
    }
}
