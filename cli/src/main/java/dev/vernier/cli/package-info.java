/**
 * The command line, thin on purpose: flags go to the engine, its report goes to the console and to files.
 * {@link dev.vernier.cli.Main} is where it begins; every command is a class named after it, every heading of its help an options class.
 * Nothing calls this package.
 */
package dev.vernier.cli;
