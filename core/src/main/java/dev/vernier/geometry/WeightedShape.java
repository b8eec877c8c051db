package dev.vernier.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A shape and how many slices of a stack have it.
 *
 * @param shape what they share
 * @param slices how many they are
 */
record WeightedShape(SliceShape shape, long slices) {

    /** The shapes of some slices of a series, ordered by value. O(n log n). */
    static List<WeightedShape> of(SeriesTally tally, int[] slices) {
        int[] numbers = new int[slices.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = tally.sliceShapeNumber(slices[i]);
        }
        Arrays.sort(numbers);
        List<WeightedShape> shapes = new ArrayList<>();
        for (int from = 0, to; from < numbers.length; from = to) {
            to = from + 1;
            while (to < numbers.length && numbers[to] == numbers[from]) {
                to++;
            }
            shapes.add(new WeightedShape(tally.shape(numbers[from]), to - from));
        }
        shapes.sort(Comparator.comparing(WeightedShape::shape));
        return shapes;
    }
}
