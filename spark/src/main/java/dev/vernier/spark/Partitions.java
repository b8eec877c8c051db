package dev.vernier.spark;

import java.io.Serializable;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.rdd.PartitionPruningRDD;
import scala.Function1;

/** Some partitions of pairs; the others are not even asked for. Stateless. */
final class Partitions {

    private Partitions() {}

    /** Those with smaller numbers. */
    static <K, V> JavaPairRDD<K, V> below(int end, JavaPairRDD<K, V> pairs) {
        return chosen(pairs, partition -> partition < end);
    }

    /** Those with this number and greater ones. */
    static <K, V> JavaPairRDD<K, V> from(int first, JavaPairRDD<K, V> pairs) {
        return chosen(pairs, partition -> partition >= first);
    }

    private interface Choice extends Serializable {
        boolean test(int partition);
    }

    private static <K, V> JavaPairRDD<K, V> chosen(JavaPairRDD<K, V> pairs, Choice choice) {
        Function1<Object, Object> scala =
                (Function1<Object, Object> & Serializable) number -> choice.test((Integer) number);
        return JavaPairRDD.fromRDD(
                PartitionPruningRDD.create(pairs.rdd(), scala), pairs.kClassTag(), pairs.vClassTag());
    }
}
