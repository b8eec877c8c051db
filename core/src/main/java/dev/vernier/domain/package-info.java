/**
 * Which series belong together: catalogs, and the expressions that make a domain of catalog columns, DICOM attributes and folders.
 */
package dev.vernier.domain;
