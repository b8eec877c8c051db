package dev.vernier.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A shape and how many planes of a stack have it.
 *
 * @param shape what they share
 * @param planes how many they are
 */
record WeightedShape(PlaneShape shape, long planes) {

    /** The shapes of some planes, ordered by value. O(n log n). */
    static List<WeightedShape> of(ImagePlanes planes, int[] members) {
        int[] numbers = new int[members.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = planes.shapeNumber(members[i]);
        }
        Arrays.sort(numbers);
        List<WeightedShape> shapes = new ArrayList<>();
        for (int from = 0, to; from < numbers.length; from = to) {
            to = from + 1;
            while (to < numbers.length && numbers[to] == numbers[from]) {
                to++;
            }
            shapes.add(new WeightedShape(planes.shape(numbers[from]), to - from));
        }
        shapes.sort(Comparator.comparing(WeightedShape::shape));
        return shapes;
    }
}
