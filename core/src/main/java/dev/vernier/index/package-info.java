/**
 * Any tags of all files of an archive, a row a file, in the order of the paths: read by the engine of the scan, sorted outside of memory.
 */
package dev.vernier.index;
