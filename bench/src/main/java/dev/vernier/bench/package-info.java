/**
 * JMH benchmarks of the hot paths: a class for each subject, a method for each variant, and in each class one baseline, a method whose name
 * begins so: the least that any variant has to do, or where there is one, the rival. A test runs every body once and asserts its answer.
 * {@code bench/run.sh jmh} runs them.
 */
package dev.vernier.bench;
