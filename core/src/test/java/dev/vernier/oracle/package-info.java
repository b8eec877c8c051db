/**
 * Our header reader against readers written by others, value by value, on real and on generated files. What they disagree
 * about is listed in {@code disagreements.csv} beside the tests; docs/INTERPRETATION.md says who is right.
 */
package dev.vernier.oracle;
