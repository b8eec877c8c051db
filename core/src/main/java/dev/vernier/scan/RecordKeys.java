package dev.vernier.scan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Makes the keys that files and folders are cached under: hashes of their names below the root, so that an archive can be moved as a whole.
 * Where two have one key on purpose, their stamps still tell them apart. One thread.
 */
final class RecordKeys {

    private final MessageDigest digest = newDigest();
    private String lastFolder;
    private byte[] lastFolderKey;

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("MD5"); // 16 bytes, fast; nothing here is secret
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }

    byte[] folder(String name) {
        if (name != lastFolder) { // mostly the very same String: files come folder by folder
            digest.update((byte) '/');
            lastFolderKey = digest.digest(name.getBytes(StandardCharsets.UTF_8));
            lastFolder = name;
        }
        return lastFolderKey;
    }

    byte[] file(String folder, String name) {
        byte[] folderKey = folder(folder);
        digest.update(folderKey);
        return digest.digest(name.getBytes(StandardCharsets.UTF_8));
    }
}
