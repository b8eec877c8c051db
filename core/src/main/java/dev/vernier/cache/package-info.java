/**
 * Keeps what was read of files, as bytes under a key, from one scan to the next. Knows no headers; {@code scan} asks it and judges the
 * answers. The only package that uses Chronicle Map, which is an optional dependency.
 */
package dev.vernier.cache;
