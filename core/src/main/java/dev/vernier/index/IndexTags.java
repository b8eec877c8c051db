package dev.vernier.index;

import dev.vernier.dicom.Attribute;
import dev.vernier.dicom.Dictionary;
import dev.vernier.dicom.SimilarNames;
import dev.vernier.dicom.Tag;
import dev.vernier.dicom.Vr;
import dev.vernier.index.IndexTag.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads lists of tags as users write them, separated by commas:
 *
 * <pre>{@code
 * PatientID, (0018,0050), 00280030                                 a keyword, or a number
 * SharedFunctionalGroupsSequence/PixelMeasuresSequence/PixelSpacing  in a sequence: in the first item that has it
 * PerFrameFunctionalGroupsSequence[2]/PlanePositionSequence/ImagePositionPatient   in its second item
 * 0019xx0C@SIEMENS MR HEADER                                       a private tag: in whichever block its creator reserved
 * 0019xx0C@SIEMENS MR HEADER:IS                                    and its VR, which makes the column's type
 * }</pre>
 *
 * Stateless.
 */
public final class IndexTags {

    private static final Pattern COMMA = Pattern.compile(",(?![0-9A-Fa-fXx]{4}\\))");
    private static final Pattern STEP =
            Pattern.compile("([^@:\\[\\]]+?)\\s*(?:@([^:\\[\\]]+?))?\\s*(?:\\[([0-9]{1,9})])?\\s*(?::([A-Z]{2}))?");
    private static final Pattern PRIVATE =
            Pattern.compile("\\(?([0-9A-Fa-f]{3}[13579BDFbdf]),?[Xx]{2}([0-9A-Fa-f]{2})\\)?");
    /** Where the first block begins that a private creator can have. */
    static final int FIRST_BLOCK = 0x10;

    private IndexTags() {}

    /**
     * Reads a list.
     *
     * @param creator the creator of private tags that name none, null if they must
     * @throws IllegalArgumentException saying which tag is wrong, and what may have been meant
     */
    public static List<IndexTag> parse(String list, String creator) {
        List<IndexTag> tags = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (String text : COMMA.split(list, -1)) {
            IndexTag tag = tag(text.strip(), creator);
            if (!names.add(tag.name())) {
                throw new IllegalArgumentException("'" + tag.name() + "' is named twice");
            }
            tags.add(tag);
        }
        return tags;
    }

    private static IndexTag tag(String text, String creator) {
        List<Step> steps = new ArrayList<>();
        StringBuilder name = new StringBuilder();
        String[] parts = text.split("/", -1);
        int vr = Vr.UNKNOWN;
        for (int i = 0; i < parts.length; i++) {
            Matcher written = STEP.matcher(parts[i].strip());
            boolean last = i == parts.length - 1;
            if (!written.matches() || last && written.group(3) != null || !last && written.group(4) != null) {
                throw new IllegalArgumentException("'" + text
                        + "' is no tag: write KEYWORD, (gggg,eeee), SEQUENCE[item]/TAG or ggggxxee@CREATOR:VR");
            }
            Step step = step(text, written, creator);
            steps.add(step);
            name.append(i == 0 ? "" : "/").append(nameOf(step));
            vr = written.group(4) == null ? Vr.UNKNOWN : vr(text, written.group(4));
        }
        return column(name.toString(), steps, vr);
    }

    private static Step step(String text, Matcher written, String creator) {
        int item = written.group(3) == null ? 0 : Integer.parseInt(written.group(3));
        if (written.group(3) != null && item == 0) {
            throw new IllegalArgumentException("'" + text + "': items are counted from 1");
        }
        Matcher number = PRIVATE.matcher(written.group(1));
        if (number.matches()) {
            String owner = written.group(2) == null ? creator : written.group(2).strip();
            if (owner == null) {
                throw new IllegalArgumentException(
                        "'" + text + "': whose private tag? Write " + written.group(1) + "@CREATOR");
            }
            String tag = number.group(1) + Integer.toHexString(FIRST_BLOCK) + number.group(2);
            return new Step(Integer.parseUnsignedInt(tag, 16), owner, item);
        }
        if (written.group(2) != null) {
            throw new IllegalArgumentException(
                    "'" + text + "': only a private tag, with xx for its block, such as 0019xx0C, has a creator");
        }
        return new Step(standardTag(text, written.group(1)), null, item);
    }

    private static int standardTag(String text, String name) {
        OptionalInt tag = Dictionary.tag(name);
        if (tag.isEmpty()) {
            List<String> similar = SimilarNames.of(name, Dictionary.keywords());
            throw new IllegalArgumentException("unknown DICOM keyword '" + name + "'"
                    + (similar.isEmpty()
                            ? " (a number such as (0018,0050) always works)"
                            : ": did you mean " + String.join(" or ", similar) + "?"));
        }
        if (Integer.compareUnsigned(tag.getAsInt(), Tag.FIRST_PIXEL_TAG) >= 0) {
            throw new IllegalArgumentException("'" + text + "': pixel data and what follows it is not read");
        }
        return tag.getAsInt();
    }

    private static int vr(String text, String name) {
        int vr = Vr.of(name);
        if (!Vr.isKnown(vr) || vr == Vr.SQ || vr == Vr.UN) {
            throw new IllegalArgumentException("'" + text + "': " + name + " is no VR of a value");
        }
        return vr;
    }

    private static String nameOf(Step step) {
        String plain = Tag.isPrivate(step.tag()) ? Tag.toString(step.tag()) : Dictionary.name(step.tag());
        String name = step.creator() == null
                ? plain
                : String.format(Locale.ROOT, "%04Xxx%02X@%s", Tag.group(step.tag()), step.tag() & 0xFF, step.creator());
        return step.item() == 0 ? name : name + "[" + step.item() + "]";
    }

    private static IndexTag column(String name, List<Step> steps, int statedVr) {
        int tag = steps.get(steps.size() - 1).tag();
        // What a private tag is depends on its creator, whom a bare number does not name.
        int standardVr = Tag.isPrivate(tag) ? Vr.UNKNOWN : Dictionary.vr(tag);
        int vr = statedVr == Vr.UNKNOWN ? standardVr : statedVr;
        if (vr == Vr.SQ) {
            throw new IllegalArgumentException(
                    "'" + name + "' is a sequence: name a tag in it, such as " + name + "/TAG");
        }
        boolean single = Dictionary.attribute(tag).map(Attribute::isSingle).orElse(vr == Vr.UNKNOWN);
        boolean free = vr == Vr.LT || vr == Vr.ST || vr == Vr.UT || vr == Vr.UR || vr == Vr.OB;
        return new IndexTag(name, steps, vr, !free && (!single || ValueType.isBulk(vr)));
    }
}
