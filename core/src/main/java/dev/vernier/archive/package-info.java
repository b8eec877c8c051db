/**
 * Lists what is in zip and tar archives. The only user of Commons Compress, which is needed where an archive is listed, and nowhere else. Used by
 * {@code scan}; knows {@code io}, which reads the files listed.
 */
package dev.vernier.archive;
