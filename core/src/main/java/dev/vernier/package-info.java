/**
 * Voxel spacings of whole DICOM archives: the façade. {@link dev.vernier.VoxelSpacing} is where to begin.
 */
package dev.vernier;
