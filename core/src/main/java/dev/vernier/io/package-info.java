/**
 * Folders and files to bytes: ways to list and to open, behind {@link dev.vernier.io.FileAccess}, and reading strategies that bring windows
 * of a file into memory, behind {@link dev.vernier.io.HeaderSource}. The only native or unsafe code of the project is here and, for Java 22
 * and newer, in the overlay {@code src/main/java22}. Used by {@code scan} and by embedders that choose a {@link
 * dev.vernier.io.ReadStrategy}. Knows the JDK only.
 */
package dev.vernier.io;
