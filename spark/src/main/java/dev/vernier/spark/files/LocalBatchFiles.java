package dev.vernier.spark.files;

import dev.vernier.dicom.ByteWindow;
import dev.vernier.io.FileNames;
import dev.vernier.io.HeaderSource;
import dev.vernier.io.ReadStrategy;
import dev.vernier.scan.SourceWindow;
import dev.vernier.spark.files.FileBatch.ListedFile;
import java.io.IOException;
import java.nio.file.Path;

/** Files of this machine, by the engine's own reading: Hadoop's costs two to three times as much, and knows names of the locale only. */
final class LocalBatchFiles implements BatchFiles {

    private final HeaderSource source = ReadStrategy.POSITIONED.newSource();
    private final SourceWindow window = new SourceWindow(source);
    private String folder;
    private Path path;

    @Override
    public void enter(FolderName entered) {
        folder = entered.localPath();
        path = FileNames.path(folder);
    }

    @Override
    public ByteWindow open(ListedFile file) throws IOException {
        String name = file.name();
        source.open(FileNames.isAscii(name) ? path.resolve(name) : FileNames.path(folder + '/' + name), false);
        return window;
    }

    @Override
    public void closeFile(long headerEnd) {
        source.closeFile(headerEnd);
    }

    @Override
    public long reads() {
        return source.reads();
    }

    @Override
    public long bytesRead() {
        return source.bytesRead();
    }

    @Override
    public void close() {
        source.close();
    }
}
