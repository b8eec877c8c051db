package dev.vernier.dicom;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Finds the names that a mistyped one may have been meant for. Stateless. */
public final class SimilarNames {

    private static final int MAX_NAMES = 3;

    private SimilarNames() {}

    /**
     * Candidates that differ from the name in a third of its letters at most, the nearest first; none that differ in two letters more than
     * the nearest.
     */
    public static List<String> of(String name, Collection<String> candidates) {
        int most = Math.max(1, name.length() / 3);
        Map<String, Integer> distances = new TreeMap<>();
        for (String candidate : candidates) {
            if (Math.abs(candidate.length() - name.length()) <= most) {
                distances.put(candidate, distance(name, candidate));
            }
        }
        int nearest = distances.values().stream().min(Integer::compare).orElse(0);
        return distances.entrySet().stream()
                .filter(entry -> entry.getValue() <= Math.min(most, nearest + 1))
                .sorted(Map.Entry.comparingByValue()) // stable: equal ones stay in the order of their names
                .limit(MAX_NAMES)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Levenshtein's distance, upper and lower case being the same. */
    private static int distance(String a, String b) {
        String from = a.toLowerCase(Locale.ROOT);
        String to = b.toLowerCase(Locale.ROOT);
        int[] row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
