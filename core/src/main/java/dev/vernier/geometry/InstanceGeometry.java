package dev.vernier.geometry;

import dev.vernier.dicom.ElementSink;
import dev.vernier.dicom.ElementValue;
import dev.vernier.dicom.HeaderParser;
import dev.vernier.dicom.Outcome;
import dev.vernier.dicom.ParseEnd;
import dev.vernier.dicom.Tag;
import dev.vernier.dicom.TagPath;
import dev.vernier.dicom.WantedTags;
import dev.vernier.nifti.NiftiHeader;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * What one file says of its geometry: filled by the parser as a sink, judged by {@link #finish}, then added to a
 * {@link SeriesTally}. Reused for file after file without allocating for single-frame images; one thread.
 */
public final class InstanceGeometry implements ElementSink {

    private static final int LAST_HEADER_GROUP = 0x0028;
    private static final int MEDIA_DIRECTORY_GROUP = 0x0004;

    private final boolean detectorSpacing;
    private final WantedTags wanted;
    private final int[] labelOfSlot;
    private final LabelBytes labels;
    private final GeometryElements values = new GeometryElements();
    private final SeriesUid seriesUid = new SeriesUid();

    private boolean image;
    /** The plane of a slice that was read from a record; else null, since the values say it. */
    private ImagePlanes slice;

    private VolumeFile volume;
    private boolean withoutRows;
    private boolean ofPair;
    private String why = "";

    /**
     * A holder for files read by these rules.
     *
     * @param labels elements whose text is kept to tell domains apart, in the order of {@link SeriesTally} labels
     */
    public InstanceGeometry(SpacingRules rules, List<TagPath> labels) {
        this.detectorSpacing = rules.detectorSpacing();
        this.wanted = HeaderTags.with(labels);
        this.labels = new LabelBytes(labels.size());
        this.labelOfSlot = new int[wanted.size()];
        Arrays.fill(labelOfSlot, -1);
        for (int i = 0; i < labels.size(); i++) {
            labelOfSlot[wanted.slot(labels.get(i))] = i;
        }
    }

    /** The elements the parser must look for. */
    public WantedTags wanted() {
        return wanted;
    }

    /** Forgets the last file. */
    public void begin() {
        values.clear();
        labels.clear();
        seriesUid.clear();
        image = false;
        volume = null;
        slice = null;
        withoutRows = false;
        ofPair = false;
        why = "";
    }

    @Override
    public boolean wants(int slot) {
        boolean behindPixelSpacing = slot >= HeaderTags.SLIDE_COLUMNS && slot < HeaderTags.LABEL_FIRST;
        return !behindPixelSpacing
                || !values.pixelSpacingSeen
                || values.sopClass != SopClass.CLASSIC_IMAGE
                || values.statedFrames > 1
                || labelOfSlot[slot] >= 0;
    }

    @Override
    public void beginItem(int slot, int index) {
        if (slot == HeaderTags.SHARED_GROUPS) {
            values.groups.beginShared();
        } else if (slot == HeaderTags.PER_FRAME_GROUPS) {
            values.groups.beginFrame();
        }
    }

    @Override
    public void value(int slot, ElementValue value) {
        if (labelOfSlot[slot] >= 0) {
            labels.set(labelOfSlot[slot], value);
        }
        if (slot == HeaderTags.CHARACTER_SET) {
            labels.characterSet(value);
        } else if (slot == HeaderTags.SERIES_INSTANCE) {
            seriesUid.set(value);
        } else if (slot < HeaderTags.SHARED_FIRST) {
            values.topLevel(slot, value);
        } else if (slot < HeaderTags.LABEL_FIRST) {
            values.group((slot - HeaderTags.SHARED_FIRST) % HeaderTags.GROUP_ELEMENTS, value);
        }
    }

    /**
     * Judges the file once it is parsed. What spacing follows is for the series to say, once all its files are known.
     *
     * @param parsed what the parser answered
     * @return the file's outcome
     */
    public Outcome finish(Outcome parsed, HeaderParser parser) {
        Outcome outcome = judge(parsed, parser);
        if (outcome == Outcome.OK) {
            becomeImage();
        } else if (outcome == Outcome.NO_GEOMETRY) {
            withoutRows = values.kind().isImage() && (values.rows == 0 || values.columns == 0);
        }
        return outcome;
    }

    private void becomeImage() {
        image = true;
        values.resolve(detectorSpacing);
        volume = VolumeFile.of(values);
    }

    /** Takes a file that was judged to be NO_SERIES for an image of the series of this name. */
    public Outcome join(String series) {
        seriesUid.set(series);
        becomeImage();
        return because("", Outcome.OK);
    }

    /**
     * Takes a NIfTI header in place of parsing.
     *
     * @param whole whether the header could be read; else only its series is known
     * @param series the name of the series that the file is
     */
    public void finish(NiftiHeader header, boolean whole, String series) {
        seriesUid.set(series);
        image = whole;
        volume = whole ? VolumeFile.of(header) : null;
    }

    /** Tells that the file is the header of a pair: its voxels are in another file. */
    public void markOfPair() {
        ofPair = true;
    }

    /** Whether the voxels are in another file, of the same name but for its extension. */
    public boolean isOfPair() {
        return ofPair;
    }

    private Outcome judge(Outcome parsed, HeaderParser parser) {
        if (parsed != Outcome.OK && parsed != Outcome.TRUNCATED) {
            return parsed;
        }
        SopClass kind = values.kind();
        int lastGroup = Tag.group(parser.lastTag());
        if (values.mediaClass == SopClass.DICOMDIR || kind == SopClass.DICOMDIR || lastGroup == MEDIA_DIRECTORY_GROUP) {
            return because("it is a media directory (DICOMDIR)", Outcome.NO_GEOMETRY);
        }
        boolean multiFrame = kind.isMultiFrame() || values.statedFrames > 1 || values.groups.present();
        boolean headerIsWhole = lastGroup > LAST_HEADER_GROUP && !multiFrame;
        boolean endsTooEarly = parser.end() == ParseEnd.END_OF_DATA && kind.isImage() && lastGroup < LAST_HEADER_GROUP;
        if (endsTooEarly) {
            return because("its class is an image's, and it ends before group 0028", Outcome.TRUNCATED);
        }
        if (parsed == Outcome.TRUNCATED && !headerIsWhole) {
            return because("it ends before all of its geometry can have been read", Outcome.TRUNCATED);
        }
        if (kind == SopClass.NON_IMAGE) {
            return because("its SOP class is no image", Outcome.NO_GEOMETRY);
        }
        if (values.rows == 0 || values.columns == 0) {
            return because("it has no Rows or no Columns", Outcome.NO_GEOMETRY);
        }
        if (!seriesUid.isPresent()) {
            return because("it is an image, but has no SeriesInstanceUID", Outcome.NO_SERIES);
        }
        boolean cut = parsed == Outcome.TRUNCATED;
        return because(cut ? "it is cut short, but behind all that a single image needs" : "", Outcome.OK);
    }

    private Outcome because(String reason, Outcome outcome) {
        why = reason;
        return outcome;
    }

    /** Why {@link #finish} judged so, one clause; empty where the parser's answer says it all. */
    public String why() {
        return why;
    }

    /** Whether the file is an image of a series. */
    boolean isImage() {
        return image;
    }

    /**
     * Whether the file is of an image class, but has no Rows or no Columns: a poor copy of an image, if one has its
     * SOPInstanceUID.
     */
    boolean isImageWithoutRows() {
        return withoutRows;
    }

    /** What a file of several frames says; null for a slice. */
    VolumeFile volume() {
        return volume;
    }

    /** What was read of the file at hand. */
    GeometryElements values() {
        return values;
    }

    /** The planes of a file that is an image: one of a slice, one or more of a volume. */
    ImagePlanes planes() {
        if (volume != null) {
            return volume.planes();
        }
        if (slice == null) {
            slice = new ImagePlanes();
            slice.add(values, values.plane);
        }
        return slice;
    }

    /** Adds the planes of a file that is an image to others. */
    void addPlanesTo(ImagePlanes planes) {
        if (volume == null && slice == null) {
            planes.add(values, values.plane); // the rule: nothing is made for it
        } else {
            planes.addAll(planes());
        }
    }

    /** Hash of SOPInstanceUID (0008,0018), 0 if the file has none. */
    long sopInstanceHash() {
        return values.sopInstanceHash;
    }

    LabelBytes labels() {
        return labels;
    }

    /** Whether the file names its series. */
    public boolean hasSeries() {
        return seriesUid.isPresent();
    }

    /** Whether the file names itself by a SOPInstanceUID (0008,0018). */
    public boolean hasInstance() {
        return values.sopInstanceHash != 0;
    }

    /** Equal series, equal hash. */
    public long seriesUidHash() {
        return seriesUid.hash();
    }

    /** The {@link #seriesUidHash()} of files of this series. */
    public static long hashOfSeriesUid(String seriesUid) {
        return SeriesUid.hash(seriesUid);
    }

    /** Whether the file's series is this one, without making a String. */
    public boolean isOfSeries(String uid) {
        return seriesUid.matches(uid);
    }

    /** SeriesInstanceUID (0020,000E), byte for byte. */
    public String seriesUid() {
        return seriesUid.toString();
    }

    /** Writes everything that a {@link SeriesTally} takes of a finished file. */
    public void writeTo(DataOutput out) throws IOException {
        out.writeBoolean(ofPair);
        out.writeBoolean(hasSeries());
        if (!hasSeries()) {
            return;
        }
        seriesUid.writeTo(out);
        out.writeLong(values.sopInstanceHash);
        labels.writeTo(out);
        out.writeBoolean(image);
        out.writeBoolean(withoutRows);
        out.writeBoolean(volume != null);
        if (volume != null) {
            volume.header().writeTo(out);
        }
        if (image) {
            planes().writeTo(out);
        }
    }

    /**
     * Becomes what {@link #writeTo} wrote, as if {@link #finish} had just judged the file.
     *
     * @throws IllegalArgumentException if the bytes are no such record; the holder must then begin anew
     */
    public void readFrom(ByteBuffer in) {
        begin();
        try {
            ofPair = in.get() != 0;
            if (in.get() != 0) {
                readFile(in);
            }
            RecordFields.require(!in.hasRemaining());
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("the record is too short", e);
        }
    }

    private void readFile(ByteBuffer in) {
        seriesUid.readFrom(in);
        values.sopInstanceHash = in.getLong();
        labels.readFrom(in);
        image = in.get() != 0;
        withoutRows = in.get() != 0;
        boolean isVolume = in.get() != 0;
        RecordFields.require(image || !isVolume);
        VolumeHeader header = isVolume ? VolumeHeader.readFrom(in) : null;
        if (image) {
            ImagePlanes planes = ImagePlanes.readFrom(in, isVolume ? FunctionalGroups.MAX_FRAMES : 1);
            RecordFields.require(planes.size() > 0);
            volume = isVolume ? new VolumeFile(header, planes) : null;
            slice = isVolume ? null : planes;
        }
    }
}
