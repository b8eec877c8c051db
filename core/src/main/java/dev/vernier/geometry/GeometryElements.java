package dev.vernier.geometry;

import dev.vernier.dicom.ElementValue;
import java.nio.charset.StandardCharsets;

/**
 * What the geometry elements of one file say, before anything is concluded from them. Filled by {@link
 * InstanceGeometry} while the header is parsed, reused for file after file; one thread.
 */
final class GeometryElements implements PlaneShape.FileTraits {

    private static final byte[] LOCALIZER = ascii("LOCALIZER");
    private static final byte[] MOSAIC = ascii("MOSAIC");
    private static final byte[] VFRAME = ascii("VFRAME");
    private static final byte[] NOTHING = {};
    private static final byte[] ULTRASOUND = ascii("US");
    private static final byte[] NUCLEAR_MEDICINE = ascii("NM");
    private static final byte[][] CINE_MODALITIES = {ascii("IVUS"), ascii("XA"), ascii("RF")};
    /** The place in ImageType where NM says what its frames are (PS3.3 §C.8.4.9.1.3). */
    private static final int FRAMES_OF_NM = 2;

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
    /** By Modality. */
    SopClass modality;

    NmFrames nmFrames;
    long concatenation;
    boolean timed;
    int statedSlices;
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
        modality = SopClass.UNKNOWN;
        nmFrames = NmFrames.OTHER;
        concatenation = 0;
        timed = false;
        statedSlices = 0;
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
            case HeaderTags.MODALITY -> modality = modality(value);
            case HeaderTags.FRAME_TIME, HeaderTags.FRAME_TIME_VECTOR, HeaderTags.CINE_RATE ->
                timed |= !value.trimmedEquals(NOTHING);
            case HeaderTags.ACQUISITION_NUMBER -> plane.acquisition = number(value);
            case HeaderTags.TEMPORAL_POSITION -> plane.temporalPosition = number(value);
            case HeaderTags.SLICE_LOCATION -> sliceLocation(value);
            case HeaderTags.CONCATENATION -> concatenation = hash(value);
            case HeaderTags.NUMBER_OF_SLICES -> statedSlices = count(value);
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
            case HeaderTags.GROUP_TEMPORAL_POSITION -> target.temporalPosition = number(value);
            case HeaderTags.GROUP_ACQUISITION_NUMBER -> target.acquisition = number(value);
            case HeaderTags.GROUP_VOLUME_POSITION -> target.position(numbers, value.numbers(numbers));
            case HeaderTags.GROUP_VOLUME_ORIENTATION -> {
                target.orientation(numbers, value.numbers(numbers));
                groups.markOfVolumeSpace();
            }
            case HeaderTags.GROUP_SLIDE_POSITION -> slide = true;
            default -> throw new AssertionError(element);
        }
    }

    private void imageType(ElementValue value) {
        localizer = value.hasComponent(LOCALIZER);
        mosaic = value.hasComponent(MOSAIC) || value.hasComponent(VFRAME);
        nmFrames = NmFrames.of(value, FRAMES_OF_NM);
    }

    /** Only what has no position needs it. */
    private void sliceLocation(ElementValue value) {
        if (!plane.hasPosition()) {
            plane.sliceLocation(number(value));
        }
    }

    private static SopClass modality(ElementValue value) {
        if (value.trimmedEquals(ULTRASOUND)) {
            return SopClass.ULTRASOUND;
        }
        if (value.trimmedEquals(NUCLEAR_MEDICINE)) {
            return SopClass.NUCLEAR_MEDICINE;
        }
        for (byte[] cine : CINE_MODALITIES) {
            if (value.trimmedEquals(cine)) {
                return SopClass.CINE;
            }
        }
        return SopClass.UNKNOWN;
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

    /**
     * Completes the planes by each other, once the header is read: a frame by the shared groups, these by the top
     * level.
     */
    void resolve(boolean detectorSpacing) {
        if (detectorSpacing) {
            plane.fallBackTo(detector);
            plane.fallBackTo(nominal);
        }
        if (groups.present()) {
            resolveGroups();
        }
        if (plane.hasPosition()) {
            plane.sliceLocationMm = Double.NaN; // it plays no part, and would cost memory for every slice
        }
    }

    private void resolveGroups() {
        boolean singleFrame = frames() == 1;
        groups.resolve(plane, singleFrame);
        if (singleFrame) {
            plane.clear();
            plane.fallBackTo(groups.first());
        }
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public boolean localizer() {
        return localizer;
    }

    @Override
    public boolean segmentation() {
        return kind() == SopClass.SEGMENTATION;
    }

    @Override
    public boolean toPatient() {
        return !groups.isOfVolumeSpace();
    }

    @Override
    public int mosaicImages() {
        return mosaic && frames() == 1 ? imagesInMosaic : PlaneShape.NO_MOSAIC;
    }
}
