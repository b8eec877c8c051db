package dev.vernier.geometry;

import dev.vernier.dicom.ElementSink;
import dev.vernier.dicom.ElementValue;
import dev.vernier.dicom.HeaderParser;
import dev.vernier.dicom.Outcome;
import dev.vernier.dicom.ParseEnd;
import dev.vernier.dicom.Tag;
import dev.vernier.dicom.TagPath;
import dev.vernier.dicom.WantedTags;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * What one file says of its geometry: filled by the parser as a sink, judged by {@link #finish}, then added to a
 * {@link SeriesTally}. Reused for file after file without allocating for single-frame images; one thread.
 */
public final class InstanceGeometry implements ElementSink {

    private static final byte[] LOCALIZER = ascii("LOCALIZER");
    private static final byte[] MOSAIC = ascii("MOSAIC");
    private static final byte[] VFRAME = ascii("VFRAME");
    private static final int MAX_UID_BYTES = 1024;
    private static final int LAST_HEADER_GROUP = 0x0028;
    private static final int MEDIA_DIRECTORY_GROUP = 0x0004;

    private final SpacingRules rules;
    private final WantedTags wanted;
    private final int[] labelOfSlot;
    private final LabelBytes labels;
    private final FunctionalGroups groups = new FunctionalGroups();
    private final Plane plane = new Plane();
    private final Plane detector = new Plane();
    private final Plane nominal = new Plane();
    private final double[] numbers = new double[Plane.COSINES];
    private final byte[] seriesUid = new byte[MAX_UID_BYTES];
    private double[] gridOffsets = new double[64];

    private int seriesUidLength;
    private long seriesUidHash;
    private long sopInstanceHash;
    private SopClass sopClass;
    private SopClass mediaClass;
    private boolean localizer;
    private boolean mosaic;
    private boolean slide;
    private int imagesInMosaic;
    private int gridOffsetCount;
    private int statedFrames;
    private int rows;
    private int columns;
    private boolean pixelSpacingSeen;

    private boolean image;
    private StackSpacing volume;

    /**
     * A holder for files read by these rules.
     *
     * @param labels elements whose text is kept to tell domains apart, in the order of {@link SeriesTally} labels
     */
    public InstanceGeometry(SpacingRules rules, List<TagPath> labels) {
        this.rules = rules;
        this.wanted = HeaderTags.with(labels);
        this.labels = new LabelBytes(labels.size());
        this.labelOfSlot = new int[wanted.size()];
        Arrays.fill(labelOfSlot, -1);
        for (int i = 0; i < labels.size(); i++) {
            labelOfSlot[wanted.slot(labels.get(i))] = i;
        }
        begin();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The elements the parser must look for. */
    public WantedTags wanted() {
        return wanted;
    }

    /** Forgets the last file. */
    public void begin() {
        groups.clear();
        plane.clear();
        detector.clear();
        nominal.clear();
        labels.clear();
        seriesUidLength = 0;
        seriesUidHash = 0;
        sopInstanceHash = 0;
        sopClass = SopClass.UNKNOWN;
        mediaClass = SopClass.UNKNOWN;
        localizer = false;
        mosaic = false;
        slide = false;
        imagesInMosaic = 0;
        gridOffsetCount = 0;
        statedFrames = 0;
        rows = 0;
        columns = 0;
        pixelSpacingSeen = false;
        image = false;
        volume = null;
    }

    @Override
    public boolean wants(int slot) {
        boolean behindPixelSpacing = slot >= HeaderTags.SLIDE_COLUMNS && slot < HeaderTags.LABEL_FIRST;
        return !behindPixelSpacing
                || !pixelSpacingSeen
                || sopClass != SopClass.CLASSIC_IMAGE
                || statedFrames > 1
                || labelOfSlot[slot] >= 0;
    }

    @Override
    public void beginItem(int slot, int index) {
        if (slot == HeaderTags.SHARED_GROUPS) {
            groups.beginShared();
        } else if (slot == HeaderTags.PER_FRAME_GROUPS) {
            groups.beginFrame();
        }
    }

    @Override
    public void value(int slot, ElementValue value) {
        if (labelOfSlot[slot] >= 0) {
            labels.set(labelOfSlot[slot], value);
        }
        if (slot < HeaderTags.SHARED_FIRST) {
            topLevel(slot, value);
        } else if (slot < HeaderTags.LABEL_FIRST) {
            group((slot - HeaderTags.SHARED_FIRST) % HeaderTags.GROUP_ELEMENTS, groups.current(), value);
        }
    }

    private void topLevel(int slot, ElementValue value) {
        switch (slot) {
            case HeaderTags.MEDIA_STORAGE_SOP_CLASS -> mediaClass = SopClass.of(value);
            case HeaderTags.CHARACTER_SET -> labels.characterSet(value);
            case HeaderTags.IMAGE_TYPE -> imageType(value);
            case HeaderTags.SOP_CLASS -> sopClass = SopClass.of(value);
            case HeaderTags.SOP_INSTANCE -> sopInstanceHash = value.trimmedHash();
            case HeaderTags.SLICE_THICKNESS -> plane.sliceThickness(number(value));
            case HeaderTags.SPACING_BETWEEN_SLICES -> plane.spacingBetweenSlices(number(value));
            case HeaderTags.IMAGER_PIXEL_SPACING -> spacing(detector, value, XySource.IMAGER_PIXEL_SPACING);
            case HeaderTags.NOMINAL_SCANNED_PIXEL_SPACING ->
                spacing(nominal, value, XySource.NOMINAL_SCANNED_PIXEL_SPACING);
            case HeaderTags.IMAGES_IN_MOSAIC -> imagesInMosaic = count(value);
            case HeaderTags.SERIES_INSTANCE -> {
                seriesUidLength = value.copyTrimmed(seriesUid, 0);
                seriesUidHash = hash(seriesUid, seriesUidLength);
            }
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
                // Slots of sequences: their items are announced by beginItem.
            }
        }
    }

    private void group(int element, Plane target, ElementValue value) {
        switch (element) {
            case HeaderTags.GROUP_PIXEL_SPACING -> spacing(target, value, XySource.PIXEL_SPACING);
            case HeaderTags.GROUP_SLICE_THICKNESS -> target.sliceThickness(number(value));
            case HeaderTags.GROUP_SPACING_BETWEEN_SLICES -> target.spacingBetweenSlices(number(value));
            case HeaderTags.GROUP_POSITION -> target.position(numbers, value.numbers(numbers));
            case HeaderTags.GROUP_ORIENTATION -> target.orientation(numbers, value.numbers(numbers));
            case HeaderTags.GROUP_STACK_ID -> target.stackId = value.trimmedHash();
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

    private double number(ElementValue value) {
        return value.numbers(numbers) > 0 ? numbers[0] : Double.NaN;
    }

    private int count(ElementValue value) {
        double number = number(value);
        return number >= 1 && number <= Integer.MAX_VALUE ? (int) number : 0;
    }

    private void gridOffsets(ElementValue value) {
        int count = value.numbers(gridOffsets);
        if (count > gridOffsets.length && count <= FunctionalGroups.MAX_FRAMES) {
            gridOffsets = new double[count];
            value.numbers(gridOffsets);
        }
        gridOffsetCount = Math.min(count, gridOffsets.length);
    }

    /**
     * Judges the file once it is parsed, and works out a volume's spacing.
     *
     * @param parsed what the parser answered
     * @return the file's outcome
     */
    public Outcome finish(Outcome parsed, HeaderParser parser) {
        Outcome outcome = judge(parsed, parser);
        if (outcome == Outcome.OK) {
            image = true;
            completeImage();
        }
        return outcome;
    }

    private Outcome judge(Outcome parsed, HeaderParser parser) {
        if (parsed != Outcome.OK && parsed != Outcome.TRUNCATED) {
            return parsed;
        }
        int lastGroup = Tag.group(parser.lastTag());
        if (mediaClass == SopClass.DICOMDIR || sopClass == SopClass.DICOMDIR || lastGroup == MEDIA_DIRECTORY_GROUP) {
            return Outcome.NO_GEOMETRY;
        }
        SopClass kind = sopClass == SopClass.UNKNOWN ? mediaClass : sopClass;
        boolean multiFrame = kind.isMultiFrame() || statedFrames > 1 || groups.present();
        boolean headerIsWhole = lastGroup > LAST_HEADER_GROUP && !multiFrame;
        boolean endsTooEarly = parser.end() == ParseEnd.END_OF_DATA && kind.isImage() && lastGroup < LAST_HEADER_GROUP;
        if (parsed == Outcome.TRUNCATED && !headerIsWhole || endsTooEarly) {
            return Outcome.TRUNCATED;
        }
        if (kind == SopClass.NON_IMAGE || rows == 0 || columns == 0) {
            return Outcome.NO_GEOMETRY;
        }
        return seriesUidLength == 0 ? Outcome.NO_SERIES : Outcome.OK;
    }

    private void completeImage() {
        if (rules.detectorSpacing()) {
            plane.fallBackTo(detector);
            plane.fallBackTo(nominal);
        }
        if (slide || sopClass == SopClass.SLIDE) {
            volume = VolumeSpacing.unknownZ(this, "whole-slide image");
        } else if (frames() > 1) {
            volume = multiFrame();
        } else if (groups.present()) {
            groups.resolve(plane);
            plane.clear();
            plane.fallBackTo(groups.frames() > 0 ? groups.frame(0) : groups.shared());
        } else if (mosaic) {
            volume = VolumeSpacing.mosaic(this, rules);
        }
    }

    private StackSpacing multiFrame() {
        if (sopClass == SopClass.CINE) {
            return VolumeSpacing.unknownZ(this, "frames are moments or projections, not slices");
        }
        if (groups.present()) {
            groups.resolve(plane);
            return VolumeSpacing.ofFrames(this, groups, rules);
        }
        return gridOffsetCount > 1
                ? VolumeSpacing.doseGrid(this, rules)
                : VolumeSpacing.framesWithoutGroups(this, rules);
    }

    /** Whether the file is an image of a series. */
    boolean isImage() {
        return image;
    }

    /** The stack that a volume file is; null for a slice. */
    StackSpacing volume() {
        return volume;
    }

    Plane plane() {
        return plane;
    }

    SopClass sopClass() {
        return sopClass;
    }

    boolean isLocalizer() {
        return localizer;
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    /** NumberOfFrames (0028,0008), 1 where it is absent: the number of per-frame items does not make a volume. */
    int frames() {
        return Math.max(1, statedFrames);
    }

    int imagesInMosaic() {
        return imagesInMosaic;
    }

    double[] gridOffsetsMm() {
        return gridOffsets;
    }

    int gridOffsetCount() {
        return gridOffsetCount;
    }

    long sopInstanceHash() {
        return sopInstanceHash;
    }

    LabelBytes labels() {
        return labels;
    }

    /** Whether the file names its series. */
    public boolean hasSeries() {
        return seriesUidLength > 0;
    }

    /** Equal series, equal hash. */
    public long seriesUidHash() {
        return seriesUidHash;
    }

    /** The {@link #seriesUidHash()} of files of this series. */
    public static long hashOfSeriesUid(String seriesUid) {
        byte[] bytes = seriesUid.getBytes(StandardCharsets.ISO_8859_1);
        return hash(bytes, bytes.length);
    }

    private static long hash(byte[] bytes, int length) {
        long hash = length;
        for (int i = 0; i < length; i++) {
            hash = Long.rotateLeft(hash ^ bytes[i], 23) * 0xD6E8FEB86659FD93L;
        }
        return hash ^ hash >>> 32;
    }

    /** Whether the file's series is this one, without making a String. */
    public boolean isOfSeries(String uid) {
        if (uid.length() != seriesUidLength) {
            return false;
        }
        for (int i = 0; i < seriesUidLength; i++) {
            if (uid.charAt(i) != (char) (seriesUid[i] & 0xFF)) {
                return false;
            }
        }
        return true;
    }

    /** SeriesInstanceUID (0020,000E), byte for byte. */
    public String seriesUid() {
        return new String(seriesUid, 0, seriesUidLength, StandardCharsets.ISO_8859_1);
    }
}
