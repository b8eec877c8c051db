package dev.vernier.dicom;

/** Why the walk along the element chain ended. */
public enum ParseEnd {
    /** The last wanted tag was read or passed. */
    LAST_WANTED,
    /** Pixel data, or any tag from (7FE0,0000) on, was reached; a full walk went on from there as far as it could. */
    PIXEL_DATA,
    /** The file ended between two elements, or in trailing padding. */
    END_OF_DATA,
    /** The file ended inside an element. */
    CUT,
    /** The chain could not be followed. */
    BROKEN
}
