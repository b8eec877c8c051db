/**
 * The process's surroundings: standard output and error, progress, and being told to stop. Knows nothing of voxel spacings; used by the
 * commands only.
 */
package dev.vernier.cli.console;
