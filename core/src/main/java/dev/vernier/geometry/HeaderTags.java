package dev.vernier.geometry;

import dev.vernier.dicom.Tag;
import dev.vernier.dicom.TagPath;
import dev.vernier.dicom.WantedTags;
import java.util.ArrayList;
import java.util.List;

/**
 * The elements that geometry needs, by slot, followed by the caller's label tags. Tag paths: an element inside a
 * sequence is never taken for the one at top level.
 */
final class HeaderTags {

    static final int MEDIA_STORAGE_SOP_CLASS = 0;
    static final int CHARACTER_SET = 1;
    static final int IMAGE_TYPE = 2;
    static final int SOP_CLASS = 3;
    static final int SOP_INSTANCE = 4;
    static final int MODALITY = 5;
    static final int CINE_RATE = 6;
    static final int SLICE_THICKNESS = 7;
    static final int SPACING_BETWEEN_SLICES = 8;
    static final int FRAME_TIME = 9;
    static final int FRAME_TIME_VECTOR = 10;
    static final int IMAGER_PIXEL_SPACING = 11;
    static final int NOMINAL_SCANNED_PIXEL_SPACING = 12;
    static final int IMAGES_IN_MOSAIC = 13;
    static final int SERIES_INSTANCE = 14;
    static final int ACQUISITION_NUMBER = 15;
    static final int IMAGE_POSITION = 16;
    static final int IMAGE_ORIENTATION = 17;
    static final int TEMPORAL_POSITION = 18;
    static final int SLICE_LOCATION = 19;
    static final int CONCATENATION = 20;
    static final int NUMBER_OF_FRAMES = 21;
    static final int ROWS = 22;
    static final int COLUMNS = 23;
    static final int PIXEL_SPACING = 24;
    static final int SLIDE_COLUMNS = 25;
    static final int SLIDE_POSITION = 26;
    static final int NUMBER_OF_SLICES = 27;
    static final int GRID_FRAME_OFFSETS = 28;
    static final int SHARED_GROUPS = 29;
    static final int PER_FRAME_GROUPS = 30;
    /** First of the elements in the shared groups. */
    static final int SHARED_FIRST = 31;

    static final int GROUP_PIXEL_SPACING = 0;
    static final int GROUP_SLICE_THICKNESS = 1;
    static final int GROUP_SPACING_BETWEEN_SLICES = 2;
    static final int GROUP_POSITION = 3;
    static final int GROUP_ORIENTATION = 4;
    static final int GROUP_STACK_ID = 5;
    static final int GROUP_TEMPORAL_POSITION = 6;
    static final int GROUP_ACQUISITION_NUMBER = 7;
    static final int GROUP_VOLUME_POSITION = 8;
    static final int GROUP_VOLUME_ORIENTATION = 9;
    static final int GROUP_SLIDE_POSITION = 10;
    static final int GROUP_ELEMENTS = 11;

    /** First of the same elements in each frame's groups. */
    static final int FRAME_FIRST = SHARED_FIRST + GROUP_ELEMENTS;
    /** First of the label tags. */
    static final int LABEL_FIRST = FRAME_FIRST + GROUP_ELEMENTS;

    private static final int[] TOP_LEVEL = {
        Tag.MEDIA_STORAGE_SOP_CLASS_UID,
        Tag.SPECIFIC_CHARACTER_SET,
        Tag.IMAGE_TYPE,
        Tag.SOP_CLASS_UID,
        Tag.SOP_INSTANCE_UID,
        Tag.MODALITY,
        Tag.CINE_RATE,
        Tag.SLICE_THICKNESS,
        Tag.SPACING_BETWEEN_SLICES,
        Tag.FRAME_TIME,
        Tag.FRAME_TIME_VECTOR,
        Tag.IMAGER_PIXEL_SPACING,
        Tag.NOMINAL_SCANNED_PIXEL_SPACING,
        Tag.NUMBER_OF_IMAGES_IN_MOSAIC,
        Tag.SERIES_INSTANCE_UID,
        Tag.ACQUISITION_NUMBER,
        Tag.IMAGE_POSITION_PATIENT,
        Tag.IMAGE_ORIENTATION_PATIENT,
        Tag.TEMPORAL_POSITION_IDENTIFIER,
        Tag.SLICE_LOCATION,
        Tag.CONCATENATION_UID,
        Tag.NUMBER_OF_FRAMES,
        Tag.ROWS,
        Tag.COLUMNS,
        Tag.PIXEL_SPACING,
        Tag.TOTAL_PIXEL_MATRIX_COLUMNS,
        Tag.PLANE_POSITION_SLIDE_SEQUENCE,
        Tag.NUMBER_OF_SLICES,
        Tag.GRID_FRAME_OFFSET_VECTOR,
        Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE,
        Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE
    };

    private static final int[][] GROUP = {
        {Tag.PIXEL_MEASURES_SEQUENCE, Tag.PIXEL_SPACING},
        {Tag.PIXEL_MEASURES_SEQUENCE, Tag.SLICE_THICKNESS},
        {Tag.PIXEL_MEASURES_SEQUENCE, Tag.SPACING_BETWEEN_SLICES},
        {Tag.PLANE_POSITION_SEQUENCE, Tag.IMAGE_POSITION_PATIENT},
        {Tag.PLANE_ORIENTATION_SEQUENCE, Tag.IMAGE_ORIENTATION_PATIENT},
        {Tag.FRAME_CONTENT_SEQUENCE, Tag.STACK_ID},
        {Tag.FRAME_CONTENT_SEQUENCE, Tag.TEMPORAL_POSITION_INDEX},
        {Tag.FRAME_CONTENT_SEQUENCE, Tag.FRAME_ACQUISITION_NUMBER},
        {Tag.PLANE_POSITION_VOLUME_SEQUENCE, Tag.IMAGE_POSITION_VOLUME},
        {Tag.PLANE_ORIENTATION_VOLUME_SEQUENCE, Tag.IMAGE_ORIENTATION_VOLUME},
        {Tag.PLANE_POSITION_SLIDE_SEQUENCE}
    };

    private HeaderTags() {}

    /** The geometry's tags and the labels behind them; a label that geometry reads as well keeps both uses. */
    static WantedTags with(List<TagPath> labels) {
        List<TagPath> paths = new ArrayList<>();
        for (int tag : TOP_LEVEL) {
            paths.add(TagPath.of(tag));
        }
        addGroups(paths, Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE);
        addGroups(paths, Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE);
        paths.addAll(labels);
        return WantedTags.of(paths);
    }

    private static void addGroups(List<TagPath> paths, int sequence) {
        for (int[] element : GROUP) {
            int[] path = new int[element.length + 1];
            path[0] = sequence;
            System.arraycopy(element, 0, path, 1, element.length);
            paths.add(TagPath.of(path));
        }
    }
}
