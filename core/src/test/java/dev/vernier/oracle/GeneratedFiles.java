package dev.vernier.oracle;

import dev.vernier.synth.DicomBytes;
import dev.vernier.synth.DicomSyntax;
import dev.vernier.synth.Profile;
import dev.vernier.synth.SynthDataset;
import dev.vernier.synth.SynthOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes files that hold what real ones are short of: a small synthetic data set, every encoding, and one file for each
 * oddity that readers are known to stumble over. The same names and bytes every time.
 */
public final class GeneratedFiles {

    private static final DicomSyntax EXPLICIT = DicomSyntax.EXPLICIT_LITTLE_ENDIAN;
    private static final DicomSyntax IMPLICIT = DicomSyntax.IMPLICIT_LITTLE_ENDIAN;
    private static final DicomSyntax BIG = DicomSyntax.EXPLICIT_BIG_ENDIAN;
    private static final DicomSyntax DEFLATED = DicomSyntax.DEFLATED_LITTLE_ENDIAN;
    private static final int META_END = 132;
    private static final int ROWS = 0x00280010;
    private static final int PIXEL_SPACING = 0x00280030;
    private static final int PRIVATE = 0x00091001;

    private final Path folder;

    private GeneratedFiles(Path folder) {
        this.folder = folder;
    }

    /** Writes all files below a folder. */
    public static void write(Path folder) throws IOException {
        GeneratedFiles files = new GeneratedFiles(folder);
        files.syntheticDataset();
        files.encodings();
        files.metaHeaders();
        files.sequences();
        files.unknown();
        files.numbers();
        files.texts();
        files.orders();
        files.ends();
    }

    /** Without the tables and the junk that are part of a synthetic data set. */
    private void syntheticDataset() throws IOException {
        Path dataset = folder.resolve("synth");
        SynthDataset.write(dataset, new SynthOptions(30, 8, 7, Profile.RSNA_IAD, 1), files -> {});
        try (Stream<Path> tree = Files.walk(dataset)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                if (!file.getFileName().toString().contains("2.25.")) {
                    Files.delete(file);
                }
            }
        }
    }

    private void write(String name, byte[] bytes) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void encodings() {
        for (DicomSyntax syntax : DicomSyntax.values()) {
            String name = "encoding/" + syntax.name().toLowerCase(Locale.ROOT).replace('_', '-');
            write(name + "-classic", SmallDataset.classic().file(syntax));
            write(
                    name + "-classic-undefined-lengths",
                    SmallDataset.classicUndefinedLengths().file(syntax));
            write(name + "-enhanced", SmallDataset.enhanced(false).file(syntax));
            write(
                    name + "-enhanced-undefined-lengths",
                    SmallDataset.enhanced(true).file(syntax));
            if (!syntax.deflated()) {
                write(name + "-no-meta", SmallDataset.classic().bytes(syntax).toFile(false));
                write(
                        name + "-enhanced-no-meta",
                        SmallDataset.enhanced(true).bytes(syntax).toFile(false));
            }
        }
        DicomBytes explicit = SmallDataset.classic().bytes(EXPLICIT);
        write("encoding/deflated-with-zlib-header", withMeta(DEFLATED.uid(), zlib(explicit.toByteArray())));
        write("encoding/says-deflated-is-explicit", explicit.toFile(DEFLATED.uid()));
        write("encoding/says-implicit-is-explicit", explicit.toFile(IMPLICIT.uid()));
        write(
                "encoding/says-explicit-is-implicit",
                SmallDataset.classic().bytes(IMPLICIT).toFile(EXPLICIT.uid()));
        write("encoding/says-big-endian-is-explicit", explicit.toFile(BIG.uid()));
        write(
                "encoding/says-explicit-is-big-endian",
                SmallDataset.classic().bytes(BIG).toFile(EXPLICIT.uid()));
        write("encoding/syntax-not-known", explicit.toFile("1.2.826.77.99"));
        write(
                "encoding/ge-private-implicit",
                SmallDataset.classic().bytes(IMPLICIT).toFile("1.2.840.113619.5.2"));
        write(
                "encoding/papyrus-implicit",
                SmallDataset.classic().bytes(IMPLICIT).toFile("1.2.840.10008.1.20"));
        write(
                "encoding/jpeg-fragments",
                SmallDataset.classic()
                        .with(
                                SmallDataset.PIXEL_DATA,
                                bytes -> bytes.elementHeader(SmallDataset.PIXEL_DATA, "OB", DicomBytes.UNDEFINED_LENGTH)
                                        .elementHeader(0xFFFEE000, "", 0)
                                        .elementHeader(0xFFFEE000, "", 4)
                                        .raw((byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xD9)
                                        .elementHeader(0xFFFEE0DD, "", 0))
                        .bytes(EXPLICIT)
                        .toFile("1.2.840.10008.1.2.4.50"));
        write(
                "encoding/implicit-element-in-explicit",
                SmallDataset.classic()
                        .with(0x00180050, bytes -> implicit(bytes, 0x00180050, "5 "))
                        .file());
        write(
                "encoding/float-pixels",
                SmallDataset.classic()
                        .without(SmallDataset.PIXEL_DATA)
                        .with(0x7FE00008, "OF", new byte[32])
                        .file());
    }

    private static void implicit(DicomBytes bytes, int tag, String value) {
        bytes.raw(new DicomBytes(IMPLICIT).element(tag, "", value).toByteArray());
    }

    private static byte[] withMeta(String syntaxUid, byte[] dataset) {
        return new DicomBytes(EXPLICIT)
                .fileMeta("1.2.840.10008.5.1.4.1.1.4", "1.2.826.77.1", syntaxUid)
                .raw(dataset)
                .toByteArray();
    }

    private static byte[] zlib(byte[] dataset) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream zlib = new DeflaterOutputStream(bytes)) {
            zlib.write(dataset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void metaHeaders() {
        byte[] file = SmallDataset.classic().file();
        write("meta/no-preamble", Arrays.copyOfRange(file, META_END, file.length));
        write("meta/dicm-at-once", Arrays.copyOfRange(file, META_END - 4, file.length));
        write("meta/preamble-of-tiff", patched(file, 0, 'I', 'I', 42, 0, 8, 0, 0, 0));
        int groupLength = META_END + 8;
        write("meta/group-length-too-short", patched(file, groupLength, 20, 0, 0, 0));
        write("meta/group-length-too-long", patched(file, groupLength, 0, 16, 0, 0));
        write("meta/group-length-zero", patched(file, groupLength, 0, 0, 0, 0));
        byte[] dataset = SmallDataset.classic().bytes(EXPLICIT).toByteArray();
        DicomBytes empty = new DicomBytes(EXPLICIT).raw(new byte[128]).raw("DICM".getBytes(StandardCharsets.US_ASCII));
        write(
                "meta/preamble-and-dataset",
                new DicomBytes(EXPLICIT).raw(empty.toByteArray()).raw(dataset).toByteArray());
        write(
                "meta/without-group-length",
                new DicomBytes(EXPLICIT)
                        .raw(empty.toByteArray())
                        .element(0x00020002, "UI", "1.2.840.10008.5.1.4.1.1.4")
                        .element(0x00020010, "UI", EXPLICIT.uid())
                        .raw(dataset)
                        .toByteArray());
        write(
                "meta/in-implicit-vr",
                new DicomBytes(IMPLICIT)
                        .raw(empty.toByteArray())
                        .element(0x00020002, "UI", "1.2.840.10008.5.1.4.1.1.4")
                        .element(0x00020010, "UI", EXPLICIT.uid())
                        .raw(dataset)
                        .toByteArray());
    }

    private static byte[] patched(byte[] file, int at, int... bytes) {
        byte[] copy = file.clone();
        for (int i = 0; i < bytes.length; i++) {
            copy[at + i] = (byte) bytes[i];
        }
        return copy;
    }

    private void sequences() {
        write(
                "sequence/empty",
                SmallDataset.classic()
                        .with(0x00081140, bytes -> bytes.elementHeader(0x00081140, "SQ", 0))
                        .file());
        write(
                "sequence/empty-undefined-length",
                SmallDataset.classic()
                        .with(
                                0x00081140,
                                bytes -> bytes.elementHeader(0x00081140, "SQ", DicomBytes.UNDEFINED_LENGTH)
                                        .elementHeader(0xFFFEE0DD, "", 0))
                        .file());
        write(
                "sequence/with-empty-item",
                SmallDataset.classic()
                        .with(
                                0x00081140,
                                bytes -> bytes.sequence(
                                        0x00081140,
                                        false,
                                        item -> {},
                                        item -> item.element(0x00081155, "UI", "1.2.826.77.3")))
                        .file());
        write(
                "sequence/same-tags-inside",
                SmallDataset.classic()
                        .with(
                                0x00081115,
                                bytes -> bytes.sequence(
                                        0x00081115,
                                        true,
                                        item -> item.element(0x0020000E, "UI", "1.2.826.77.66")
                                                .element(ROWS, "US", 7)
                                                .element(PIXEL_SPACING, "DS", 9, 8)))
                        .file());
        write(
                "sequence/icon-with-pixel-data",
                SmallDataset.enhanced(true)
                        .with(
                                0x00880200,
                                bytes -> bytes.sequence(
                                        0x00880200,
                                        true,
                                        icon -> icon.element(ROWS, "US", 4)
                                                .element(0x00280011, "US", 2)
                                                .element(SmallDataset.PIXEL_DATA, "OW", new byte[8])))
                        .file());
        write(
                "sequence/as-unknown-undefined-length",
                SmallDataset.classic()
                        .with(
                                PRIVATE,
                                bytes -> bytes.elementHeader(PRIVATE, "UN", DicomBytes.UNDEFINED_LENGTH)
                                        .raw(implicitItem())
                                        .elementHeader(0xFFFEE0DD, "", 0))
                        .file());
        write(
                "sequence/as-unknown-undefined-length-explicit-inside",
                SmallDataset.classic()
                        .with(
                                PRIVATE,
                                bytes -> bytes.elementHeader(PRIVATE, "UN", DicomBytes.UNDEFINED_LENGTH)
                                        .item(true, item -> item.element(ROWS, "US", 7))
                                        .elementHeader(0xFFFEE0DD, "", 0))
                        .file());
        write(
                "sequence/as-unknown-in-big-endian",
                SmallDataset.classic()
                        .with(
                                PRIVATE,
                                bytes -> bytes.elementHeader(PRIVATE, "UN", DicomBytes.UNDEFINED_LENGTH)
                                        .raw(implicitItem())
                                        .raw(new DicomBytes(IMPLICIT)
                                                .elementHeader(0xFFFEE0DD, "", 0)
                                                .toByteArray()))
                        .file(BIG));
        byte[] measures = new DicomBytes(IMPLICIT)
                .item(
                        false,
                        shared -> shared.sequence(
                                0x00289110, false, item -> item.element(PIXEL_SPACING, "DS", 0.8125, 0.71875)))
                .toByteArray();
        write(
                "sequence/functional-groups-as-unknown",
                SmallDataset.enhanced(false).with(0x52009229, "UN", measures).file());
        write(
                "sequence/in-item-of-wrong-length",
                SmallDataset.classic()
                        .with(
                                0x00081140,
                                bytes -> bytes.elementHeader(0x00081140, "SQ", 26)
                                        .elementHeader(0xFFFEE000, "", 90)
                                        .element(0x00081155, "UI", "1.2.82.77"))
                        .file());
        write(
                "sequence/longer-than-file",
                SmallDataset.classic()
                        .with(
                                0x00081140,
                                bytes -> bytes.elementHeader(0x00081140, "SQ", 1_000_000)
                                        .item(false, item -> item.element(0x00081155, "UI", "1.2.826.77.3")))
                        .file());
        write(
                "sequence/stray-delimiter",
                SmallDataset.classic()
                        .with(0x00081141, bytes -> bytes.elementHeader(0xFFFEE0DD, "", 0))
                        .file());
    }

    private static byte[] implicitItem() {
        return new DicomBytes(IMPLICIT)
                .item(true, item -> item.element(ROWS, "US", 7).element(PIXEL_SPACING, "DS", 9, 8))
                .toByteArray();
    }

    private void unknown() {
        write(
                "vr/unknown-short-form",
                SmallDataset.classic()
                        .with(
                                PRIVATE,
                                bytes -> bytes.elementHeader(PRIVATE, "ZZ", 6).raw(new byte[6]))
                        .file());
        write(
                "vr/unknown-long-form",
                SmallDataset.classic()
                        .with(
                                PRIVATE,
                                bytes -> bytes.elementHeader(PRIVATE, "ZZ", 0)
                                        .raw((byte) 6, (byte) 0, (byte) 0, (byte) 0)
                                        .raw(new byte[6]))
                        .file());
        write(
                "vr/spacing-as-unknown",
                SmallDataset.classic()
                        .with(PIXEL_SPACING, "UN", "0.9375\\0.46875 ".getBytes(StandardCharsets.US_ASCII))
                        .with(ROWS, "UN", new byte[] {64, 1})
                        .file());
        write(
                "vr/spacing-as-fd",
                SmallDataset.classic()
                        .with(PIXEL_SPACING, "FD", 0.9375, 0.46875)
                        .with(0x00180050, "FL", 5)
                        .file());
        write("vr/rows-as-ul", SmallDataset.classic().with(ROWS, "UL", 320).file());
        write("vr/rows-as-ss", SmallDataset.classic().with(ROWS, "SS", 320).file());
        write("vr/rows-as-is", SmallDataset.classic().with(ROWS, "IS", "320").file());
        write(
                "vr/blank",
                SmallDataset.classic()
                        .with(
                                PRIVATE,
                                bytes -> bytes.elementHeader(PRIVATE, "  ", 6).raw(new byte[6]))
                        .file());
        write(
                "vr/odd-length",
                SmallDataset.classic()
                        .with(
                                PRIVATE,
                                bytes -> bytes.elementHeader(PRIVATE, "LO", 5).raw(new byte[5]))
                        .file());
    }

    private void numbers() {
        spacing("trailing-nuls", "0.9375\\0.46875\0\0");
        spacing("spaces", "  0.9375 \\ 0.46875  ");
        spacing("plus-signs", "+0.9375\\+0.46875");
        spacing("exponents", "9.375e-01\\4.6875E-1 ");
        spacing("no-leading-zero", ".9375\\.46875");
        spacing("over-16-characters", "0.93750000000000000123\\0.468750000000000009");
        spacing("decimal-commas", "0,9375\\0,46875");
        spacing("comma-for-backslash", "0.9375,0.46875");
        spacing("empty", "");
        spacing("blank", "    ");
        spacing("one-component-empty", "\\0.46875");
        spacing("one-component", "0.9375");
        spacing("three-components", "0.9375\\0.46875\\1");
        spacing("no-number", "unknown ");
        spacing("nan", "NaN\\NaN ");
        spacing("negative", "-0.9375\\0.46875");
        write(
                "number/frames-1.0",
                SmallDataset.classic().with(0x00280008, "IS", "1.0").file());
        write(
                "number/frames-blank",
                SmallDataset.classic().with(0x00280008, "IS", "  ").file());
        write(
                "number/frames-huge",
                SmallDataset.classic().with(0x00280008, "IS", "99999999999").file());
        write(
                "number/grid-offsets",
                SmallDataset.classic().with(0x3004000C, "DS", 0, 2.5, 5, 7.5).file());
        write(
                "number/wide-matrix",
                SmallDataset.classic().with(0x00480006, "UL", 4_000_000_000.0).file());
        write(
                "number/rows-65535",
                SmallDataset.classic().with(ROWS, "US", 65_535).file(BIG));
    }

    private void spacing(String name, String value) {
        write(
                "number/spacing-" + name,
                SmallDataset.classic()
                        .with(PIXEL_SPACING, "DS", value.getBytes(StandardCharsets.US_ASCII))
                        .file());
    }

    private void texts() {
        text("utf-8", "ISO_IR 192", StandardCharsets.UTF_8, "Dürer^Álvaro 山田");
        text("latin-2", "ISO_IR 101", Charset.forName("ISO-8859-2"), "Łódź^Žofie");
        text("cyrillic", "ISO_IR 144", Charset.forName("ISO-8859-5"), "Люкceмбypг");
        text("greek", "ISO_IR 126", Charset.forName("ISO-8859-7"), "Διονυσιος");
        text("hebrew", "ISO_IR 138", Charset.forName("ISO-8859-8"), "שרון^דבורה");
        text("gb18030", "GB18030", Charset.forName("GB18030"), "王^小东");
        text("gbk", "GBK", Charset.forName("GBK"), "王^小东");
        text("japanese-single-byte", "ISO_IR 13", Charset.forName("Shift_JIS"), "ﾔﾏﾀﾞ^ﾀﾛｳ");
        codeExtensions();
        text("says-nothing-is-latin-1", "", StandardCharsets.ISO_8859_1, "Dürer");
        text("says-ascii-is-utf-8", "ISO_IR 6", StandardCharsets.UTF_8, "Dürer");
        text("says-utf-8-is-latin-1", "ISO_IR 192", StandardCharsets.ISO_8859_1, "Dürer");
        text("says-nonsense", "ISO_IR 999", StandardCharsets.ISO_8859_1, "Dürer");
        write(
                "text/no-character-set",
                SmallDataset.classic().without(0x00080005).file());
        write(
                "text/uid-padded-with-space",
                SmallDataset.classic()
                        .with(0x0020000E, "UI", "1.2.826.77.55 ".getBytes(StandardCharsets.US_ASCII))
                        .file());
        write(
                "text/leading-spaces",
                SmallDataset.classic().with(0x00080070, "LO", "  Vernier ").file());
    }

    /** Escape sequences of ISO 2022: the examples of PS3.5 annexes H, I and K, byte for byte. */
    private void codeExtensions() {
        String kanji = "\33$B;3ED\33(B^\33$BB@O:\33(B";
        extended(
                "japanese-escapes", "\\ISO 2022 IR 87", "Yamada^Tarou=" + kanji + "=\33$B$d$^$@\33(B^\33$B$?$m$&\33(B");
        extended(
                "japanese-escapes-and-katakana",
                "ISO 2022 IR 13\\ISO 2022 IR 87",
                "\324\317\300\336^\300\333\263=\33$B;3ED\33(J^\33$BB@O:\33(J=\33$B$d$^$@\33(J^\33$B$?$m$&\33(J");
        extended(
                "korean-escapes",
                "\\ISO 2022 IR 149",
                "Hong^Gildong=\33$)C\373\363^\33$)C\321\316\324\327=\33$)C\310\253^\33$)C\261\346\265\277");
        extended("chinese-escapes", "\\ISO 2022 IR 58", "Zhang^XiaoDong=\33$)A\325\305^\33$)A\320\241\266\253=");
        extended("greek-escapes", "\\ISO 2022 IR 126", "Dionysios=\33-F\304\351\357\355\365\363\351\357\362");
        extended("cyrillic-escapes", "ISO 2022 IR 100\\ISO 2022 IR 144", "D\374rer=\33-L\273\356\332a");
        extended("latin-1-without-escapes", "ISO 2022 IR 100", "D\374rer^Albrecht");
    }

    private void extended(String name, String characterSets, String bytes) {
        text(name, characterSets, StandardCharsets.ISO_8859_1, bytes);
    }

    private void text(String name, String characterSet, Charset charset, String text) {
        write(
                "text/" + name,
                SmallDataset.classic()
                        .with(0x00080005, "CS", characterSet)
                        .with(0x00080070, "LO", text.getBytes(charset))
                        .with(0x00100010, "PN", text.getBytes(charset))
                        .file());
    }

    private void orders() {
        write(
                "order/duplicate-tag",
                SmallDataset.classic()
                        .with(ROWS, bytes -> bytes.element(ROWS, "US", 320).element(ROWS, "US", 99))
                        .file());
        write(
                "order/rows-before-modality",
                SmallDataset.classic()
                        .without(ROWS)
                        .with(
                                0x00080060,
                                bytes -> bytes.element(ROWS, "US", 320).element(0x00080060, "CS", "MR"))
                        .file());
        write(
                "order/modality-behind-spacing",
                SmallDataset.classic()
                        .without(0x00080060)
                        .with(
                                PIXEL_SPACING,
                                bytes -> bytes.element(PIXEL_SPACING, "DS", 0.9375, 0.46875)
                                        .element(0x00080060, "CS", "MR"))
                        .file());
        write(
                "order/group-lengths",
                SmallDataset.classic()
                        .with(0x00080000, "UL", 4)
                        .with(0x00280000, "UL", 9_999)
                        .file());
        write(
                "order/large-private-value",
                SmallDataset.classic().with(PRIVATE, "OB", new byte[300_000]).file());
    }

    private void ends() {
        byte[] file = SmallDataset.classic().file();
        byte[] withoutPixels =
                SmallDataset.classic().without(SmallDataset.PIXEL_DATA).file();
        write("end/no-pixel-data", withoutPixels);
        write(
                "end/padding-element",
                SmallDataset.classic().with(0xFFFCFFFC, "OB", new byte[20]).file());
        write("end/zeros-behind", Arrays.copyOf(withoutPixels, withoutPixels.length + 64));
        write("end/zeros-behind-pixels", Arrays.copyOf(file, file.length + 64));
        write("end/cut-in-pixels", Arrays.copyOf(file, file.length - 10));
        write("end/cut-in-value", Arrays.copyOf(withoutPixels, withoutPixels.length - 1));
        write("end/cut-in-element-header", Arrays.copyOf(withoutPixels, withoutPixels.length - 7));
        write("end/cut-behind-meta", Arrays.copyOf(file, META_END + 12 + intAt(file, META_END + 8)));
        write("end/cut-in-meta", Arrays.copyOf(file, META_END + 30));
        write("end/magic-only", Arrays.copyOf(file, META_END));
        byte[] enhanced =
                SmallDataset.enhanced(true).without(SmallDataset.PIXEL_DATA).file();
        write("end/cut-in-frame", Arrays.copyOf(enhanced, enhanced.length - 60));
        write(
                "end/length-of-gigabytes",
                SmallDataset.classic()
                        .with(
                                0x00091001,
                                bytes -> bytes.elementHeader(0x00091001, "OB", 4_000_000_000L)
                                        .raw(new byte[8]))
                        .file());
        write("junk/empty", new byte[0]);
        write("junk/zeros", new byte[4096]);
        write("junk/readme", "This folder holds no DICOM at all.\n".repeat(20).getBytes(StandardCharsets.US_ASCII));
        write(
                "junk/png",
                patched(new byte[300], 0, 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R'));
    }

    private static int intAt(byte[] file, int at) {
        return ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
    }
}
