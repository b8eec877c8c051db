package dev.vernier.geometry;

import dev.vernier.dicom.ElementValue;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What the geometry elements of one file say, before anything is concluded from them. Filled by {@link InstanceGeometry} while the
 * header is parsed, reused for file after file; one thread.
 */
final class GeometryElements {

    private static final byte[] LOCALIZER = ascii("LOCALIZER");
    private static final byte[] MOSAIC = ascii("MOSAIC");
    private static final byte[] VFRAME = ascii("VFRAME");
    private static final byte[] NOTHING = {};

    final FunctionalGroups groups = new FunctionalGroups();
    /** The top level, and in the end the plane of a file that is a slice. */
    final Plane plane = new Plane();

    private final Plane detector = new Plane();
    private final Plane nominal = new Plane();
    private final double[] numbers = new double[Plane.COSINES];
    private double[] gridOffsetsMm = new double[64];

    SopClass sopClass;
    SopClass mediaClass;
    /** Hash of the SOPInstanceUID, 0 if none. */
    long sopInstanceHash;

    boolean localizer;
    boolean mosaic;
    boolean slide;
    int imagesInMosaic;
    int gridOffsetCount;
    int statedFrames;
    int rows;
    int columns;
    boolean pixelSpacingSeen;

    GeometryElements() {
        clear();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    void clear() {
        groups.clear();
        plane.clear();
        detector.clear();
        nominal.clear();
        sopClass = SopClass.UNKNOWN;
        mediaClass = SopClass.UNKNOWN;
        sopInstanceHash = 0;
        localizer = false;
        mosaic = false;
        slide = false;
        imagesInMosaic = 0;
        gridOffsetCount = 0;
        statedFrames = 0;
        rows = 0;
        columns = 0;
        pixelSpacingSeen = false;
    }

    /** The class by SOPClassUID, or by the file meta information where the data set has none. */
    SopClass kind() {
        return sopClass == SopClass.UNKNOWN ? mediaClass : sopClass;
    }

    /** NumberOfFrames (0028,0008), 1 where it is absent: the number of per-frame items does not make a volume. */
    int frames() {
        return Math.max(1, statedFrames);
    }

    /** The first {@link #gridOffsetCount} are GridFrameOffsetVector's. */
    double[] gridOffsetsMm() {
        return gridOffsetsMm;
    }

    void topLevel(int slot, ElementValue value) {
        switch (slot) {
            case HeaderTags.MEDIA_STORAGE_SOP_CLASS -> mediaClass = SopClass.of(value);
            case HeaderTags.IMAGE_TYPE -> imageType(value);
            case HeaderTags.SOP_CLASS -> sopClass = SopClass.of(value);
            case HeaderTags.SOP_INSTANCE -> sopInstanceHash = hash(value);
            case HeaderTags.SLICE_THICKNESS -> plane.sliceThickness(number(value));
            case HeaderTags.SPACING_BETWEEN_SLICES -> plane.spacingBetweenSlices(number(value));
            case HeaderTags.IMAGER_PIXEL_SPACING -> spacing(detector, value, XySource.IMAGER_PIXEL_SPACING);
            case HeaderTags.NOMINAL_SCANNED_PIXEL_SPACING ->
                spacing(nominal, value, XySource.NOMINAL_SCANNED_PIXEL_SPACING);
            case HeaderTags.IMAGES_IN_MOSAIC -> imagesInMosaic = count(value);
            case HeaderTags.IMAGE_POSITION -> plane.position(numbers, value.numbers(numbers));
            case HeaderTags.IMAGE_ORIENTATION -> plane.orientation(numbers, value.numbers(numbers));
            case HeaderTags.NUMBER_OF_FRAMES -> statedFrames = count(value);
            case HeaderTags.ROWS -> rows = count(value);
            case HeaderTags.COLUMNS -> columns = count(value);
            case HeaderTags.PIXEL_SPACING -> {
                spacing(plane, value, XySource.PIXEL_SPACING);
                pixelSpacingSeen = plane.hasSpacing();
            }
            case HeaderTags.SLIDE_COLUMNS, HeaderTags.SLIDE_POSITION -> slide = true;
            case HeaderTags.GRID_FRAME_OFFSETS -> gridOffsets(value);
            default -> {
                // Slots of sequences: their items are announced by beginItem. Or one that is no geometry.
            }
        }
    }

    /** An element of the functional groups that were begun last. */
    void group(int element, ElementValue value) {
        Plane target = groups.current();
        switch (element) {
            case HeaderTags.GROUP_PIXEL_SPACING -> spacing(target, value, XySource.PIXEL_SPACING);
            case HeaderTags.GROUP_SLICE_THICKNESS -> target.sliceThickness(number(value));
            case HeaderTags.GROUP_SPACING_BETWEEN_SLICES -> target.spacingBetweenSlices(number(value));
            case HeaderTags.GROUP_POSITION -> target.position(numbers, value.numbers(numbers));
            case HeaderTags.GROUP_ORIENTATION -> target.orientation(numbers, value.numbers(numbers));
            case HeaderTags.GROUP_STACK_ID -> target.stackId = hash(value);
            case HeaderTags.GROUP_SLIDE_POSITION -> slide = true;
            default -> throw new AssertionError(element);
        }
    }

    private void imageType(ElementValue value) {
        localizer = value.hasComponent(LOCALIZER);
        mosaic = value.hasComponent(MOSAIC) || value.hasComponent(VFRAME);
    }

    private void spacing(Plane target, ElementValue value, XySource source) {
        if (value.numbers(numbers) >= 2) {
            target.spacing(numbers[0], numbers[1], source);
        }
    }

    /** Hash of an identifier; an empty one is none. */
    private static long hash(ElementValue value) {
        return value.trimmedEquals(NOTHING) ? 0 : value.trimmedHash();
    }

    private double number(ElementValue value) {
        return value.numbers(numbers) > 0 ? numbers[0] : Double.NaN;
    }

    private int count(ElementValue value) {
        double number = number(value);
        return number >= 1 && number <= Integer.MAX_VALUE ? (int) number : 0;
    }

    private void gridOffsets(ElementValue value) {
        int count = Math.min(value.numbers(gridOffsetsMm), FunctionalGroups.MAX_FRAMES);
        if (count > gridOffsetsMm.length) {
            gridOffsetsMm = new double[count];
            value.numbers(gridOffsetsMm);
        }
        gridOffsetCount = 0;
        for (int i = 0; i < count; i++) {
            if (Plane.isCoordinate(gridOffsetsMm[i])) {
                gridOffsetsMm[gridOffsetCount++] = gridOffsetsMm[i];
            }
        }
    }

    /** Completes the planes by each other, once the header is read: a frame by the shared groups, these by the top level. */
    void resolve(SpacingRules rules) {
        if (rules.detectorSpacing()) {
            plane.fallBackTo(detector);
            plane.fallBackTo(nominal);
        }
        if (!groups.present()) {
            return;
        }
        boolean singleFrame = frames() == 1;
        groups.resolve(plane, singleFrame);
        if (singleFrame) {
            plane.clear();
            plane.fallBackTo(groups.first());
        }
    }

    /** Writes what a slice is in its series, localizer or not apart. */
    void writeSlice(DataOutput out) throws IOException {
        out.writeInt(rows);
        out.writeInt(columns);
        out.writeBoolean(kind() == SopClass.SEGMENTATION);
        Plane.writeShape(
                out,
                plane.y,
                plane.x,
                plane.xySource,
                plane.cosines,
                plane.spacingBetweenSlicesMm,
                plane.sliceThicknessMm);
        out.writeDouble(plane.positionX);
        out.writeDouble(plane.positionY);
        out.writeDouble(plane.positionZ);
    }

    void readSlice(ByteBuffer in) {
        rows = in.getInt();
        columns = in.getInt();
        sopClass = in.get() != 0 ? SopClass.SEGMENTATION : SopClass.CLASSIC_IMAGE;
        plane.readShape(in);
        plane.positionX = in.getDouble();
        plane.positionY = in.getDouble();
        plane.positionZ = in.getDouble();
    }
}
