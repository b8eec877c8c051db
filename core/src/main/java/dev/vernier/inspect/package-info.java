/**
 * One file, or the series of one folder, explained: what was read, what the engine concluded and why. Observes the engine that scans, and
 * has no rules of its own. For the command line and other callers from outside; nothing in core uses it.
 */
package dev.vernier.inspect;
