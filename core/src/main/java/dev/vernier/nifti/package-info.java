/**
 * The headers of NIfTI-1 and NIfTI-2 files: bytes to numbers. Used by {@code geometry}, which makes a volume of them, and by {@code scan}. Knows
 * the JDK only.
 */
package dev.vernier.nifti;
