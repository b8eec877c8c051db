/**
 * JMH benchmarks of the hot paths: a class for each subject, a method for each variant, a baseline in each. A test runs every body once
 * and asserts its answer.
 */
package dev.vernier.bench;
