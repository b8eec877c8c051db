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

    private final SpacingRules rules;
    private final WantedTags wanted;
    private final int[] labelOfSlot;
    private final LabelBytes labels;
    private final GeometryElements values = new GeometryElements();
    private final SeriesUid seriesUid = new SeriesUid();

    private boolean image;
    private StackSpacing volume;
    private boolean ofPair;
    private String why = "";

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
     * Judges the file once it is parsed, and works out a volume's spacing.
     *
     * @param parsed what the parser answered
     * @return the file's outcome
     */
    public Outcome finish(Outcome parsed, HeaderParser parser) {
        Outcome outcome = judge(parsed, parser);
        if (outcome == Outcome.OK) {
            image = true;
            values.resolve(rules);
            volume = VolumeSpacing.ofFile(values, rules);
        }
        return outcome;
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
        volume = whole ? NiftiVolume.of(header, rules) : null;
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

    /** The stack that a volume file is; null for a slice. */
    StackSpacing volume() {
        return volume;
    }

    /** Of a file that is an image. */
    GeometryElements values() {
        return values;
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

    /** Whether the file was judged by all the rules at once, as volumes are: see {@link RuleFingerprint}. */
    public boolean isVolume() {
        return volume != null;
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
        out.writeBoolean(volume != null);
        if (image) {
            out.writeBoolean(values.localizer);
        }
        if (volume != null) {
            volume.writeTo(out);
        } else if (image) {
            values.writeSlice(out);
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
        boolean isVolume = in.get() != 0;
        RecordFields.require(image || !isVolume);
        if (image) {
            values.localizer = in.get() != 0;
        }
        if (isVolume) {
            volume = StackSpacing.readFrom(in);
        } else if (image) {
            values.readSlice(in);
        }
    }
}
