package dev.vernier.synth;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The files that operating systems, people and full disks leave beside DICOM files.
 *
 * <p>Thread rule: stateless.
 */
final class JunkFiles {
    private static final Map<String, byte[]> CONTENT_BY_NAME = contentByName();

    private JunkFiles() {}

    /** Writes them all, and says how many they are. */
    static int write(Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : CONTENT_BY_NAME.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        return CONTENT_BY_NAME.size();
    }

    private static Map<String, byte[]> contentByName() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("README.txt", "Exported by hand, ask Anna before use.\n".getBytes(StandardCharsets.US_ASCII));
        files.put(".DS_Store", withMagic(6148, 0, 0, 0, 1, 'B', 'u', 'd', '1'));
        files.put("Thumbs.db", withMagic(3072, 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1));
        files.put("empty.dcm", new byte[0]);
        files.put("zeros.dcm", new byte[4096]);
        return files;
    }

    private static byte[] withMagic(int size, int... magic) {
        byte[] content = new byte[size];
        for (int i = 0; i < magic.length; i++) {
            content[i] = (byte) magic[i];
        }
        return content;
    }
}
