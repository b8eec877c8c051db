package dev.vernier.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which images have their headers is known at the end, however they came, and what waits for it is bounded. */
@Timeout(60)
class ImagePairsTest {

    private static Problem image(String path) {
        return new Problem("NOT_DICOM", path, "");
    }

    private static Problems ended(ImagePairs pairs) {
        Problems problems = new Problems();
        pairs.endWaiting(problems);
        return problems;
    }

    @Test
    void twoImagesOfOnePathAreTwo() {
        ImagePairs pairs = new ImagePairs();
        ImagePairs other = new ImagePairs();
        pairs.addIfImage(image("a.img"));
        other.addIfImage(image("a.img"));
        other.addIfImage(image("b.img.gz"));
        other.addHeader("b.hdr");
        pairs.merge(other);
        Problems problems = ended(pairs);

        assertEquals(Map.of("NOT_DICOM", 2L), problems.counts());
        assertEquals(List.of(image("a.img"), image("a.img")), problems.sorted());
        assertEquals(Map.of(), ended(pairs).counts());
    }

    @Test
    void pathsBeyondTheBoundAreCountedTheSameForAnyOrder() throws IOException {
        List<String> paths = new ArrayList<>();
        for (int i = 10; i < 60; i++) {
            paths.add(i + ".img");
            if (i % 5 != 2) {
                paths.add(i + ".hdr");
            }
        }
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(paths, new Random(seed));
            ImagePairs whole = new ImagePairs(12);
            for (int from = 0; from < paths.size(); from += 9) {
                ImagePairs part = new ImagePairs(12);
                for (String path : paths.subList(from, Math.min(from + 9, paths.size()))) {
                    if (!part.addIfImage(image(path))) {
                        part.addHeader(path);
                    }
                }
                whole.merge(copy(part));
            }
            Problems problems = ended(whole);

            assertEquals(Map.of("NOT_DICOM", 10L), problems.counts());
            assertEquals(List.of(image("12.img"), image("17.img")), problems.sorted());
        }
    }

    private static ImagePairs copy(ImagePairs pairs) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        pairs.writeTo(new DataOutputStream(bytes));
        ImagePairs copy = new ImagePairs(12);
        copy.readFrom(ByteBuffer.wrap(bytes.toByteArray()));
        return copy;
    }

    /** Were all that wait looked at for each folder that is merged, this would take ten thousand million steps. */
    @Test
    void foldersAreMergedOneByOneInNoTime() {
        ImagePairs whole = new ImagePairs();
        for (int i = 0; i < 200_000; i++) {
            ImagePairs folder = new ImagePairs();
            folder.addIfImage(image("folder" + i + "/a.img"));
            whole.merge(folder);
        }

        assertEquals(Map.of("NOT_DICOM", 200_000L), ended(whole).counts());
    }
}
