/**
 * Files to bytes: reading strategies that bring windows of a file into memory, behind one sealed type. The only native or unsafe
 * code of the project is here. Knows the JDK only.
 */
package dev.vernier.io;
