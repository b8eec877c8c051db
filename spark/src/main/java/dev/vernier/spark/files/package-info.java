/** Listing and reading by Hadoop's file systems: knows nothing of Spark, so that any thread of any process can do it. */
package dev.vernier.spark.files;
