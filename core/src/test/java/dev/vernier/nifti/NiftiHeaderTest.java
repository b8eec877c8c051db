package dev.vernier.nifti;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.NiftiFile;
import dev.vernier.nifti.NiftiHeader.Kind;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NiftiHeaderTest {

    private static final double[] AFFINE = {-0.5, 0, 0, 90, 0, 0.75, 0, -70, 0, 0, 3.2, 12};

    private final NiftiHeader header = new NiftiHeader();

    private Kind read(byte[] bytes) {
        return header.read(ByteBuffer.wrap(bytes));
    }

    private void assertSpacing(double x, double y, double z) {
        assertEquals(x, header.spacingMm(0));
        assertEquals(y, header.spacingMm(1));
        assertEquals(z, header.spacingMm(2));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void bothByteOrdersOfBothVersionsAreRead(int version) {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            NiftiFile file = NiftiFile.of(version, order).dim(4, 64, 48, 20, 7).sform(1, AFFINE);
            assertEquals(Kind.WHOLE, read(file.toBytes()));
            assertSpacing(0.5, 0.75, 3.2);
            assertEquals(64, header.size(0));
            assertEquals(48, header.size(1));
            assertEquals(20, header.size(2));
            assertEquals(7, header.moments());
            assertEquals(4, header.dimensions());
            assertTrue(header.isUnitStated());
            assertFalse(header.isOfPair());
            for (int axis = 0; axis < 3; axis++) {
                assertEquals(header.spacingMm(axis), header.affineSpacingMm(axis), 1e-12);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 1, false", "1, 1000, true", "2, 1, true", "3, 0.001, true", "4, 1, false", "7, 1, false"})
    void unitsAreConvertedAndUnknownOnesAreTold(int code, double factor, boolean stated) {
        // Units of time share the byte.
        for (NiftiFile file : new NiftiFile[] {NiftiFile.one(), NiftiFile.two()}) {
            assertEquals(Kind.WHOLE, read(file.units(code | 8).toBytes()));
            assertEquals(stated, header.isUnitStated());
            assertEquals(0.75 * factor, header.spacingMm(1), 1e-12);
        }
    }

    @Test
    void floatsAreTheDecimalsThatWereMeant() {
        read(NiftiFile.one().pixdim(1, 0.8f, 0.46875f, 0.0008f).toBytes());
        assertSpacing(0.8, 0.46875, 0.0008);
        read(NiftiFile.one().pixdim(1, 0.48828125f, 0.410156f, 1.2f).toBytes());
        assertSpacing(0.48828125, 0.410156, 1.2);
    }

    @Test
    void aNegativeSpacingIsItsAbsoluteValue() {
        read(NiftiFile.one().pixdim(-1, -0.5, 0.75, -3.2f).toBytes());
        assertSpacing(0.5, 0.75, 3.2);
    }

    @Test
    void zeroAndWhatIsNotFiniteAreNoLengths() {
        read(NiftiFile.two().pixdim(1, 0, -0.0, Double.NaN).toBytes());
        assertSpacing(Double.NaN, Double.NaN, Double.NaN);
        read(NiftiFile.one()
                .pixdim(1, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1.5)
                .toBytes());
        assertSpacing(Double.NaN, Double.NaN, 1.5);
        // finite as it is stated, but not in millimetres
        read(NiftiFile.two().pixdim(1, Double.MAX_VALUE, 2, 3).units(1).toBytes());
        assertSpacing(Double.NaN, 2000, 3000);
    }

    @Test
    void anAxisThatTheFileDoesNotHaveHasOneVoxelAndNoSpacing() {
        assertEquals(Kind.WHOLE, read(NiftiFile.one().dim(2, 64, 48, 0).toBytes()));
        assertSpacing(0.5, 0.75, Double.NaN);
        assertEquals(1, header.size(2));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 8, 256, 32_767, -32_768})
    void aNumberOfDimensionsOutsideOneToSevenIsBroken(long dimensions) {
        assertEquals(Kind.BROKEN, read(NiftiFile.one().dim(dimensions).toBytes()));
        assertEquals(40, header.position());
        assertEquals(Kind.BROKEN, read(NiftiFile.two().dim(dimensions).toBytes()));
        assertEquals(16, header.position());
    }

    @Test
    void sizesBelowOneOrBeyondMemoryAreBrokenInSpaceAndOneInTime() {
        assertEquals(Kind.BROKEN, read(NiftiFile.one().dim(3, 64, -48, 20).toBytes()));
        assertEquals(44, header.position());
        assertEquals(Kind.BROKEN, read(NiftiFile.two().dim(3, 64, 48, 1L << 31).toBytes()));
        assertEquals(40, header.position());
        assertEquals(
                Kind.BROKEN, read(NiftiFile.two().dim(3, Long.MIN_VALUE, 48, 20).toBytes()));
        assertEquals(Kind.WHOLE, read(NiftiFile.one().dim(4, 64, 48, 20, 0).toBytes()));
        assertEquals(1, header.moments());
        assertEquals(
                Kind.WHOLE,
                read(NiftiFile.two().dim(7, 64, 48, 20, Long.MAX_VALUE, 3, 1, 1).toBytes()));
        assertEquals(Integer.MAX_VALUE, header.moments());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 1e30, Double.NaN, Double.POSITIVE_INFINITY, 3})
    void whereTheVoxelsBeginDoesNotMatter(double offset) {
        assertEquals(Kind.WHOLE, read(NiftiFile.one().voxelOffset(offset).toBytes()));
        assertEquals(Kind.WHOLE, read(NiftiFile.two().voxelOffset(offset).toBytes()));
    }

    @Test
    void theHeaderOfAPairIsKnownByItsMagic() {
        assertEquals(Kind.WHOLE, read(NiftiFile.one().magic("ni1\0").toBytes()));
        assertTrue(header.isOfPair());
        assertEquals(Kind.WHOLE, read(NiftiFile.two().magic("ni2\0").toBytes()));
        assertTrue(header.isOfPair());
    }

    @Test
    void theSameLayoutWithoutAMagicIsAnalyze() {
        assertEquals(Kind.ANALYZE, read(NiftiFile.one().magic("\0\0\0\0").toBytes()));
        assertTrue(header.isOfPair());
        assertEquals(Kind.OTHER, read(NiftiFile.one().magic("\0\0\0\0").dim(9).toBytes()));
        assertFalse(header.isOfPair());
        assertEquals(Kind.OTHER, read(NiftiFile.two().magic("\0\0\0\0").toBytes()));
        assertEquals(Kind.OTHER, read(NiftiFile.two().magic("n+1\0").toBytes()));
    }

    @Test
    void aFileThatWasTransferredAsTextIsBroken() {
        assertEquals(Kind.BROKEN, read(NiftiFile.two().magic("n+2\0\n\n\032\n").toBytes()));
        assertEquals(8, header.position());
    }

    @Test
    void anAffineThatIsNotUsedOrNoLengthSaysNothing() {
        read(NiftiFile.one().sform(0, AFFINE).toBytes());
        assertEquals(Double.NaN, header.affineSpacingMm(0));
        read(NiftiFile.two()
                .sform(2, 0, 0, Double.NaN, 0, 0, 3, 0, 0, 0, 4, 1)
                .units(1)
                .toBytes());
        assertEquals(Double.NaN, header.affineSpacingMm(0));
        assertEquals(5000, header.affineSpacingMm(1), 1e-9);
        assertEquals(Double.NaN, header.affineSpacingMm(2));
    }

    @Test
    void everyPrefixIsNothingOrCutOrWhole() {
        for (int version = 1; version <= 2; version++) {
            byte[] file = (version == 1 ? NiftiFile.one() : NiftiFile.two()).toBytes();
            int whole = version == 1 ? 348 : 540;
            for (int length = 0; length <= file.length; length++) {
                Kind expected = length < 4 ? Kind.OTHER : length < whole ? Kind.CUT : Kind.WHOLE;
                assertEquals(expected, header.read(ByteBuffer.wrap(file, 0, length)), version + ": " + length);
                if (expected == Kind.CUT) {
                    assertEquals(length, header.position());
                }
            }
        }
    }

    @Test
    void anyBytesBehindTheMagicGiveSomeAnswer() {
        Random random = new Random(20);
        int whole = 0;
        for (int round = 0; round < 100_000; round++) {
            byte[] file = (round % 2 == 0 ? NiftiFile.one() : NiftiFile.two()).toBytes();
            for (int changes = random.nextInt(20); changes >= 0; changes--) {
                file[random.nextInt(file.length)] = (byte) random.nextInt();
            }
            if (read(file) == Kind.WHOLE) {
                whole++;
                for (int axis = 0; axis < 3; axis++) {
                    assertTrue(header.size(axis) >= 1);
                    assertFalse(header.spacingMm(axis) <= 0 || Double.isInfinite(header.spacingMm(axis)));
                    assertFalse(header.affineSpacingMm(axis) <= 0 || Double.isInfinite(header.affineSpacingMm(axis)));
                }
                assertTrue(header.moments() >= 1);
            }
        }
        assertNotEquals(0, whole);
    }
}
