/**
 * What a scan's report looks like to people and programs: the table, CSV and JSON, and the folder that holds them. Knows the engine's
 * façade and nothing of the command line; used by the commands only.
 */
package dev.vernier.cli.output;
