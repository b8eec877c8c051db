/**
 * {@code report.html}: one page that shows a scan's result to people. A template, a style sheet and scripts stand beside this package's classes
 * as resources and are put into the page; the data go along as JSON. Knows the engine's report, and no other output.
 */
package dev.vernier.cli.report;
