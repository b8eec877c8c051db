package dev.vernier.bench;

import dev.vernier.dicom.BufferWindow;
import dev.vernier.dicom.ElementSink;
import dev.vernier.dicom.HeaderParser;
import dev.vernier.dicom.WantedTags;
import dev.vernier.synth.DicomSyntax;
import dev.vernier.synth.Profile;
import dev.vernier.synth.SynthHeaders;
import dev.vernier.synth.SynthOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Comparator;

/** Kinds of header that archives hold, all from the synthetic set that the tests scan. */
public enum HeaderShape {
    /** One slice. */
    CLASSIC_EXPLICIT {
        @Override
        byte[] header() {
            return slice(DicomSyntax.EXPLICIT_LITTLE_ENDIAN, 0);
        }
    },
    /** The same slice, implicit little endian. */
    CLASSIC_IMPLICIT {
        @Override
        byte[] header() {
            return slice(DicomSyntax.IMPLICIT_LITTLE_ENDIAN, 0);
        }
    },
    /** The same slice, big endian. */
    CLASSIC_BIG_ENDIAN {
        @Override
        byte[] header() {
            return slice(DicomSyntax.EXPLICIT_BIG_ENDIAN, 0);
        }
    },
    /** The same slice, deflated. */
    CLASSIC_DEFLATED {
        @Override
        byte[] header() {
            return slice(DicomSyntax.DEFLATED_LITTLE_ENDIAN, 0);
        }
    },
    /** The same slice with a private megabyte before the geometry. */
    LARGE_PRIVATE {
        @Override
        byte[] header() {
            return slice(DicomSyntax.EXPLICIT_LITTLE_ENDIAN, 1 << 20);
        }
    },
    /** Many frames, PixelMeasures shared. */
    ENHANCED_SHARED {
        @Override
        byte[] header() {
            return smallestVolume("SharedFunctionalGroupsSequence");
        }
    },
    /** Many frames, PixelMeasures in every frame. */
    ENHANCED_PER_FRAME {
        @Override
        byte[] header() {
            return smallestVolume("PerFrameFunctionalGroupsSequence");
        }
    };

    private static final SynthOptions SET = new SynthOptions(100, 8, 1, Profile.RSNA_IAD, 1);

    /** A file up to and with the length of its pixel data. */
    abstract byte[] header();

    static byte[] slice(DicomSyntax syntax, int privateBytes) {
        return SynthHeaders.slices(SET, syntax, privateBytes).findFirst().orElseThrow();
    }

    /** The smallest header with PixelMeasures in that sequence. */
    private static byte[] smallestVolume(String groups) {
        WantedTags spacing = WantedTags.of(groups + "/PixelMeasuresSequence/PixelSpacing");
        return SynthHeaders.volumes(SET)
                .filter(header -> has(spacing, header))
                .min(Comparator.<byte[]>comparingInt(header -> header.length).thenComparing(Arrays::compare))
                .orElseThrow();
    }

    private static boolean has(WantedTags wanted, byte[] header) {
        boolean[] found = new boolean[1];
        ElementSink sink = (slot, value) -> found[0] = true;
        try (HeaderParser parser = new HeaderParser()) {
            parser.parse(new BufferWindow(ByteBuffer.wrap(header)), wanted, sink);
            return found[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
