package dev.vernier.spark.files;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;

/** File systems of one owner, each opened once, all closed by {@link #run()}; must not know the owner, whose end closes them. Thread-safe. */
final class OpenSystems implements Runnable {

    private final Map<String, FileSystem> open = new HashMap<>();

    synchronized FileSystem of(URI uri, Configuration settings) throws IOException {
        String key = uri.getScheme() + "://" + uri.getAuthority();
        FileSystem known = open.get(key);
        if (known == null) {
            known = FileSystem.newInstance(uri, settings);
            open.put(key, known);
        }
        // The one around it hides checksum files, and looks for one beside every file that it opens.
        return known instanceof LocalFileSystem local ? local.getRaw() : known;
    }

    @Override
    public synchronized void run() {
        for (FileSystem system : open.values()) {
            try {
                system.close();
            } catch (IOException e) {
                // Files that were written were closed before, so nothing can be lost.
            }
        }
        open.clear();
    }
}
