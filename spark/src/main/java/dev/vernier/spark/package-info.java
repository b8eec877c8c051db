/**
 * The engine on Apache Spark. {@link dev.vernier.spark.VernierDatasets} is the library, {@link dev.vernier.spark.VernierSpark} the
 * application for {@code spark-submit}.
 */
package dev.vernier.spark;
