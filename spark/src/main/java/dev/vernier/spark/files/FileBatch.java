package dev.vernier.spark.files;

import dev.vernier.geometry.RecordFields;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Some files of one folder, to be read by one task.
 *
 * @param folder they are in
 * @param files by name
 */
public record FileBatch(FolderName folder, List<ListedFile> files) {

    /** Most files in a batch: most folders are one, and its series stays whole. */
    public static final int CAPACITY = 1_024;

    private static final int LEAST_BYTES = Integer.BYTES + Long.BYTES;

    /**
     * A file as the listing has it.
     *
     * @param name in its folder
     * @param bytes its size, which matters on Hadoop's file systems only
     */
    public record ListedFile(String name, long bytes) implements Comparable<ListedFile> {

        @Override
        public int compareTo(ListedFile other) {
            return name.compareTo(other.name);
        }
    }

    /** Writes the batch for {@link #readFrom}. */
    public void writeTo(DataOutput out) throws IOException {
        folder.writeTo(out);
        out.writeInt(files.size());
        for (ListedFile file : files) {
            RecordFields.writeText(out, file.name);
            out.writeLong(file.bytes);
        }
    }

    /** Reads what {@link #writeTo} wrote. */
    public static FileBatch readFrom(ByteBuffer in) {
        FolderName folder = FolderName.readFrom(in);
        ListedFile[] files = new ListedFile[RecordFields.readCount(in, LEAST_BYTES)];
        for (int i = 0; i < files.length; i++) {
            files[i] = new ListedFile(RecordFields.readText(in), in.getLong());
        }
        return new FileBatch(folder, List.of(files));
    }
}
