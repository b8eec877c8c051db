/**
 * The scan: crawls folders, reads files in parallel and gathers a tally of the whole archive. Uses everything below it; nothing but
 * the façade uses it.
 */
package dev.vernier.scan;
