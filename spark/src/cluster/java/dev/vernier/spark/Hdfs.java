package dev.vernier.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.hdfs.MiniDFSCluster;

/** HDFS of Hadoop's own servers, in this process, on loopback, in a folder. */
final class Hdfs implements AutoCloseable {

    /** How much longer than its header a file of many frames is, at least. */
    private static final int HEADERS_IN_A_FILE = 64;

    private final MiniDFSCluster servers;

    Hdfs(java.nio.file.Path folder) throws IOException {
        Configuration settings = new Configuration();
        // A file is closed once its block is reported: the second look is due after 400 ms otherwise, for every file.
        settings.setInt("dfs.client.block.write.locateFollowingBlock.initial.delay.ms", 5);
        servers = new MiniDFSCluster.Builder(settings, folder.toFile()).build();
    }

    String uri() throws IOException {
        return system().getUri().toString();
    }

    FileSystem system() throws IOException {
        return servers.getFileSystem();
    }

    /**
     * Copies the files of a local folder, of each only its first bytes: of synthetic ones a header's worth, since servers keep no holes.
     *
     * @param bytes of each file; a sixty-fourth of those for which that is more, which have a header for many frames
     */
    void copy(java.nio.file.Path local, String path, int bytes) throws IOException {
        List<java.nio.file.Path> files;
        try (Stream<java.nio.file.Path> all = Files.walk(local)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        FileSystem system = system();
        files.parallelStream()
                .forEach(
                        file -> { // waits for the servers, mostly
                            try (InputStream in = Files.newInputStream(file);
                                    OutputStream out = system.create(new Path(path + "/" + local.relativize(file)))) {
                                out.write(in.readNBytes((int) Math.max(bytes, Files.size(file) / HEADERS_IN_A_FILE)));
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        });
    }

    @Override
    public void close() {
        servers.shutdown();
    }

    /** Serves, from the folder of the first argument, the starts of the files of the second; says where, and ends with standard input. */
    public static void main(String[] arguments) throws IOException {
        try (Hdfs hdfs = new Hdfs(java.nio.file.Path.of(arguments[0]))) {
            hdfs.copy(java.nio.file.Path.of(arguments[1]), "/archive", Integer.parseInt(arguments[2]));
            System.out.println(hdfs.uri() + "/archive");
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
