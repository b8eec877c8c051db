package dev.vernier.spark.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HadoopAccessTest {

    private static final Path ROOT = new Path("counted://host/");

    private final Configuration settings = new Configuration();

    /** Counts itself. */
    public static final class CountedSystem extends RawLocalFileSystem {

        private static final AtomicInteger OPEN = new AtomicInteger();

        @Override
        public void initialize(URI uri, Configuration conf) throws IOException {
            super.initialize(uri, conf);
            OPEN.incrementAndGet();
        }

        @Override
        public void close() throws IOException {
            super.close();
            OPEN.decrementAndGet();
        }
    }

    @BeforeEach
    void begin() {
        settings.set("fs.counted.impl", CountedSystem.class.getName());
        CountedSystem.OPEN.set(0);
    }

    @Test
    void aFileSystemIsOpenedOnceAndClosed() throws IOException {
        try (HadoopAccess access = new HadoopAccess(settings)) {
            assertSame(access.of(ROOT), access.of(new Path("counted://host/a")));
            assertNotSame(access.of(ROOT), access.of(new Path("counted://other/")));
            assertEquals(2, CountedSystem.OPEN.get());
        }
        assertEquals(0, CountedSystem.OPEN.get());
    }

    @Test
    void aSharedFileSystemIsNeitherTakenNorClosed() throws IOException {
        FileSystem shared = FileSystem.get(ROOT.toUri(), settings);
        try (HadoopAccess access = new HadoopAccess(settings)) {
            assertNotSame(shared, access.of(ROOT));
        }
        assertEquals(1, CountedSystem.OPEN.get());
        shared.close();
    }

    /** Spark sends an access to executors, and drops it there without a word. */
    @Test
    void whatAnExecutorOpenedIsClosedOnceNobodyHoldsIt() throws IOException, ClassNotFoundException {
        for (int sent = 0; sent < 3; sent++) {
            sent(new HadoopAccess(settings)).of(ROOT);
        }

        assertTimeoutPreemptively(Duration.ofMinutes(1), () -> {
            while (CountedSystem.OPEN.get() > 0) {
                System.gc();
                Thread.sleep(10);
            }
        });
    }

    private static HadoopAccess sent(HadoopAccess access) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(access);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (HadoopAccess) in.readObject();
        }
    }
}
