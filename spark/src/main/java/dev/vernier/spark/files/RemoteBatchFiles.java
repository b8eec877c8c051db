package dev.vernier.spark.files;

import dev.vernier.dicom.ByteWindow;
import dev.vernier.spark.files.FileBatch.ListedFile;
import java.io.IOException;
import org.apache.hadoop.fs.Path;

/** Files on Hadoop's file systems, by reads of ranges. */
final class RemoteBatchFiles implements BatchFiles {

    private final HadoopAccess access;
    private final RangeWindow window;
    private Path folder;

    RemoteBatchFiles(HadoopAccess access) {
        this.access = access;
        this.window = new RangeWindow(access.need());
    }

    @Override
    public void enter(FolderName entered) {
        folder = entered.path();
    }

    @Override
    public ByteWindow open(ListedFile file) throws IOException {
        window.open(access.of(folder), FolderName.child(folder, file.name()), file.bytes());
        return window;
    }

    @Override
    public void closeFile(long headerEnd) {
        window.closeFile(headerEnd);
    }

    @Override
    public long reads() {
        return window.reads();
    }

    @Override
    public long bytesRead() {
        return window.bytesRead();
    }

    @Override
    public void close() {
        // Every file was closed, and the file systems are the access's.
    }
}
