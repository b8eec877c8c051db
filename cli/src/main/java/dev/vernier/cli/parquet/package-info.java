/**
 * Writes tables as Parquet files: Apache's own encoders and metadata, put together without Hadoop. Knows nothing of what the tables hold.
 */
package dev.vernier.cli.parquet;
