/**
 * Header to spacing: what one file says of its geometry, what the files of a series say together, and by which rule.
 *
 * <p>Millimetres throughout; axes in the order x (columns), y (rows), z (along the normal). Uses {@code dicom} and {@code stats};
 * opens no file.
 */
package dev.vernier.geometry;
