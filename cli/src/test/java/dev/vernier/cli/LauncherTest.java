package dev.vernier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher beside a jar of its own, which is not the one that the build makes. */
@EnabledOnOs(OS.LINUX)
class LauncherTest {

    @TempDir
    private Path folder;

    private Path launcher;
    private Path target;
    private Path scratch;
    private String expected;

    @BeforeEach
    void install() throws IOException {
        target = Files.createDirectories(folder.resolve("root/cli/target"));
        scratch = Files.createDirectory(folder.resolve("scratch"));
        launcher = Files.copy(Path.of("../vernier"), folder.resolve("root/vernier"));
        writeJar(target.resolve("vernier.jar"));
        new TestSeries("1.1").writeTo(folder.resolve("a"));
        expected = Cli.out("scan", folder.resolve("a"));
    }

    /** A jar that names the test's class path, all of it as jars beside this one: the JVM archives no classes from elsewhere. */
    private void writeJar(Path jar) throws IOException {
        List<String> names = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry);
            String name = "part" + names.size() + ".jar";
            if (Files.isDirectory(path)) {
                pack(path, target.resolve(name));
            } else {
                Files.copy(path, target.resolve(name));
            }
            names.add(name);
        }
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Main.class.getName());
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, String.join(" ", names));
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream packing = new JarOutputStream(file);
                Stream<Path> tree = Files.walk(classes)) {
            for (Path path : tree.filter(Files::isRegularFile).toList()) {
                packing.putNextEntry(new JarEntry(classes.relativize(path).toString()));
                Files.copy(path, packing);
            }
        }
    }

    private void assertScans(String javaOptions) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("sh", launcher.toString(), "scan", "a", "--no-progress");
        builder.directory(folder.toFile());
        builder.environment().put("VERNIER_JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("VERNIER_JAVA_OPTS", javaOptions);
        builder.environment().put("TMPDIR", scratch.toString());
        Processes.Ended scan = Processes.running(builder.start()).end();
        assertEquals("", scan.err());
        assertEquals(expected, scan.out());
        assertEquals(0, scan.status());
    }

    /** The archives there are: a JVM with profiles names them .aot, one without .jsa. */
    private List<Path> archives() throws IOException {
        String suffix = Runtime.version().feature() >= 25 ? ".aot" : ".jsa";
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> !file.toString().endsWith(".jar"))
                    .peek(file -> assertTrue(file.toString().endsWith(suffix), file.toString()))
                    .toList();
        }
    }

    private boolean startsFromArchive() throws Exception {
        Path log = folder.resolve("classes.log");
        assertScans("-Xlog:class+load:file=" + log);
        try (Stream<String> lines = Files.lines(log)) {
            return lines.anyMatch(line -> line.contains(Main.class.getName() + " source: shared objects file"));
        }
    }

    @Test
    void archiveIsMadeOnceForAJarAndUsed() throws Exception {
        assertScans("");
        Path archive = archives().get(0);
        assertNotEquals(0, Files.size(archive));
        Object made = Files.getAttribute(archive, "unix:ino");
        assertTrue(startsFromArchive());
        assertEquals(List.of(archive), archives());
        assertEquals(made, Files.getAttribute(archive, "unix:ino"));
        assertEquals(0, scratch.toFile().list().length);
        assertEquals(3 + 1, folder.toFile().list().length); // root, scratch, a and the log
    }

    @Test
    void archiveThatDoesNotFitIsPassedOverInSilence() throws Exception {
        assertScans("-Xmx64m -XX:+UseParallelGC");
        assertTrue(startsFromArchive(), "made for the next call, not for the flags of the first");
        assertScans("-XX:-UseCompressedOops");
        assertScans("-Xshare:off");
        Path archive = archives().get(0);
        Files.delete(archive);
        Files.writeString(archive, "neither classes nor profiles");
        assertScans("");
        Files.delete(archive);
        Files.createFile(archive); // what a training that failed leaves behind
        assertFalse(startsFromArchive());
        assertEquals(0, Files.size(archive));
    }

    @Test
    void nowhereToWriteIsNoFailure() throws Exception {
        Files.delete(scratch);
        assertScans("");
        assertEquals(List.of(), archives());
        Files.createDirectory(scratch);
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            assertScans("");
            assertEquals(Files.isWritable(target) ? 1 : 0, archives().size()); // root may write anyway
        } finally {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        assertEquals(0, scratch.toFile().list().length);
    }
}
