package dev.vernier.spark.files;

import dev.vernier.dicom.Outcome;
import dev.vernier.io.EntryKind;
import dev.vernier.io.FileAccess;
import dev.vernier.io.FileNames;
import dev.vernier.io.FolderLister;
import dev.vernier.io.ReadStrategy;
import dev.vernier.scan.ArchiveTally;
import dev.vernier.scan.IoReason;
import dev.vernier.scan.Problem;
import dev.vernier.spark.files.FileBatch.ListedFile;
import java.io.IOException;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * What one folder holds, in the order of names, so that whoever lists it again finds the same batches. What cannot be listed, or must not be
 * opened, goes to a tally, where it is a finding. One thread.
 */
public final class FolderContent {

    private static final int NOT_ASKED = -1;

    private final FolderName folder;
    private final ArchiveTally tally;
    private final List<ListedFile> files = new ArrayList<>();
    private final List<FolderName> folders = new ArrayList<>();

    private FolderContent(FolderName folder, ArchiveTally tally) {
        this.folder = folder;
        this.tally = tally;
    }

    /** Lists a folder; what goes wrong goes to the tally, under {@link Outcome#UNREADABLE} or the codes of {@link Problem}. */
    public static FolderContent list(FolderName folder, HadoopAccess access, ArchiveTally tally) {
        FolderContent content = new FolderContent(folder, tally);
        Path path = folder.path();
        try {
            if (folder.isLocal()) {
                content.listLocal(FileNames.path(folder.localPath()));
            } else {
                content.listRemote(path, access.of(path));
            }
        } catch (IOException e) {
            tally.addProblem(new Problem(
                    Problem.UNREADABLE_FOLDER, folder.shownOrDot(), IoReason.of(Refusals.inTermsOfTheJdk(e, path))));
        } finally {
            Reference.reachabilityFence(access); // or its file systems might be closed meanwhile
        }
        Collections.sort(content.files);
        Collections.sort(content.folders);
        return content;
    }

    private void listRemote(Path path, FileSystem system) throws IOException {
        RemoteIterator<FileStatus> entries = system.listStatusIterator(path);
        tally.addFolder();
        while (entries.hasNext()) {
            FileStatus entry = entries.next();
            String name = entry.getPath().getName();
            if (entry.isSymlink()) {
                add(EntryKind.LINK, name, 0);
            } else if (entry.isDirectory()) {
                add(EntryKind.FOLDER, name, 0);
            } else {
                add(entry.isFile() ? EntryKind.FILE : EntryKind.OTHER, name, entry.getLen());
            }
        }
    }

    /** By the engine's own lister: Hadoop's takes links for what they lead to, pipes for files, and leaves out links to nothing. */
    private void listLocal(java.nio.file.Path path) throws IOException {
        FileAccess local = ReadStrategy.POSITIONED.newAccess();
        try (FolderLister lister = local.newLister()) {
            lister.open(local.folder(path), false);
            tally.addFolder();
            while (lister.next()) {
                try {
                    add(lister.kind(false), lister.name(), NOT_ASKED);
                } catch (IOException e) {
                    tally.add(Outcome.UNREADABLE, folder.shownChild(lister.name()), IoReason.of(e));
                }
            }
        }
    }

    private void add(EntryKind kind, String name, long bytes) {
        switch (kind) {
            case FILE -> files.add(new ListedFile(name, bytes));
            case FOLDER -> folders.add(folder.folder(name));
            case LINK -> tally.addProblem(new Problem(Problem.LINK_NOT_FOLLOWED, folder.shownChild(name), ""));
            case OTHER -> tally.add(Outcome.UNREADABLE, folder.shownChild(name), "not a regular file");
        }
    }

    /** The folders in it, by name. */
    public List<FolderName> folders() {
        return folders;
    }

    /** The files in it, by name, in batches of so many. */
    public List<FileBatch> batches(int filesInBatch) {
        List<FileBatch> batches = new ArrayList<>();
        for (int from = 0; from < files.size(); from += filesInBatch) {
            int to = Math.min(from + filesInBatch, files.size());
            batches.add(new FileBatch(folder, List.copyOf(files.subList(from, to))));
        }
        return batches;
    }

    /** The one file that a root is. */
    public static FileBatch ofFile(Root root, String shownFolder) {
        Path path = new Path(root.uri());
        FolderName parent = new FolderName(path.getParent().toString(), shownFolder);
        return new FileBatch(parent, List.of(new ListedFile(path.getName(), root.bytes())));
    }
}
