/**
 * What {@code vernier inspect} prints: the engine's own account of a file or a series, put into words. Draws no conclusions that the engine
 * has not drawn.
 */
package dev.vernier.cli.inspect;
