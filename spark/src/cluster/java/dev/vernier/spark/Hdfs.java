package dev.vernier.spark;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.hdfs.MiniDFSCluster;

/** HDFS of Hadoop's own servers, in this process, on loopback, in a folder. */
final class Hdfs implements AutoCloseable {

    private final MiniDFSCluster servers;

    Hdfs(java.nio.file.Path folder) throws IOException {
        servers = new MiniDFSCluster.Builder(new Configuration(), folder.toFile()).build();
    }

    String uri() throws IOException {
        return system().getUri().toString();
    }

    FileSystem system() throws IOException {
        return servers.getFileSystem();
    }

    /** Copies a local folder to a path of its own. */
    void copy(java.nio.file.Path local, String path) throws IOException {
        system().copyFromLocalFile(new Path(local.toUri()), new Path(path));
    }

    @Override
    public void close() {
        servers.shutdown();
    }
}
