package dev.vernier.dicom;

import java.util.Locale;

/**
 * Data element tags (PS3.6) as {@code group << 16 | element}: those that the rules of this project read. Compare them
 * unsigned. Keywords are in {@link Dictionary}.
 */
public final class Tag {

    public static final int FILE_META_GROUP_LENGTH = 0x00020000;
    public static final int MEDIA_STORAGE_SOP_CLASS_UID = 0x00020002;
    public static final int TRANSFER_SYNTAX_UID = 0x00020010;
    public static final int SPECIFIC_CHARACTER_SET = 0x00080005;
    public static final int IMAGE_TYPE = 0x00080008;
    public static final int SOP_CLASS_UID = 0x00080016;
    public static final int SOP_INSTANCE_UID = 0x00080018;
    public static final int MODALITY = 0x00080060;
    public static final int MANUFACTURER = 0x00080070;
    public static final int MANUFACTURER_MODEL_NAME = 0x00081090;
    public static final int CINE_RATE = 0x00180040;
    public static final int SLICE_THICKNESS = 0x00180050;
    public static final int SPACING_BETWEEN_SLICES = 0x00180088;
    public static final int PROTOCOL_NAME = 0x00181030;
    public static final int FRAME_TIME = 0x00181063;
    public static final int FRAME_TIME_VECTOR = 0x00181065;
    public static final int IMAGER_PIXEL_SPACING = 0x00181164;
    public static final int NOMINAL_SCANNED_PIXEL_SPACING = 0x00182010;
    public static final int NUMBER_OF_IMAGES_IN_MOSAIC = 0x0019100A;
    public static final int SERIES_INSTANCE_UID = 0x0020000E;
    public static final int ACQUISITION_NUMBER = 0x00200012;
    public static final int IMAGE_POSITION_PATIENT = 0x00200032;
    public static final int IMAGE_ORIENTATION_PATIENT = 0x00200037;
    public static final int TEMPORAL_POSITION_IDENTIFIER = 0x00200100;
    public static final int SLICE_LOCATION = 0x00201041;
    public static final int STACK_ID = 0x00209056;
    public static final int FRAME_CONTENT_SEQUENCE = 0x00209111;
    public static final int PLANE_POSITION_SEQUENCE = 0x00209113;
    public static final int PLANE_ORIENTATION_SEQUENCE = 0x00209116;
    public static final int TEMPORAL_POSITION_INDEX = 0x00209128;
    public static final int FRAME_ACQUISITION_NUMBER = 0x00209156;
    public static final int CONCATENATION_UID = 0x00209161;
    public static final int IMAGE_POSITION_VOLUME = 0x00209301;
    public static final int IMAGE_ORIENTATION_VOLUME = 0x00209302;
    public static final int PLANE_POSITION_VOLUME_SEQUENCE = 0x0020930E;
    public static final int PLANE_ORIENTATION_VOLUME_SEQUENCE = 0x0020930F;
    public static final int NUMBER_OF_FRAMES = 0x00280008;
    public static final int ROWS = 0x00280010;
    public static final int COLUMNS = 0x00280011;
    public static final int PIXEL_SPACING = 0x00280030;
    public static final int PIXEL_MEASURES_SEQUENCE = 0x00289110;
    public static final int TOTAL_PIXEL_MATRIX_COLUMNS = 0x00480006;
    public static final int PLANE_POSITION_SLIDE_SEQUENCE = 0x0048021A;
    public static final int NUMBER_OF_SLICES = 0x00540081;
    public static final int GRID_FRAME_OFFSET_VECTOR = 0x3004000C;
    public static final int SHARED_FUNCTIONAL_GROUPS_SEQUENCE = 0x52009229;
    public static final int PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE = 0x52009230;

    /** From here on (Float, Double and plain Pixel Data are 7FE0,0008, 0009 and 0010) nothing is read. */
    public static final int FIRST_PIXEL_TAG = 0x7FE00000;

    static final int ITEM = 0xFFFEE000;
    static final int ITEM_DELIMITATION = 0xFFFEE00D;
    static final int SEQUENCE_DELIMITATION = 0xFFFEE0DD;

    private Tag() {}

    /** The group number. */
    public static int group(int tag) {
        return tag >>> 16;
    }

    /** Whether the group number is odd: what the tag means is up to the one who made the file. */
    public static boolean isPrivate(int tag) {
        return (group(tag) & 1) != 0;
    }

    /** As in the standard: {@code (0028,0030)}. */
    public static String toString(int tag) {
        return String.format(Locale.ROOT, "(%04X,%04X)", group(tag), tag & 0xFFFF);
    }
}
