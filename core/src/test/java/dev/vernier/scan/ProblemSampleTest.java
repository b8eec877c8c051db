package dev.vernier.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Memory for problems is bounded, and which of them are kept depends on their names alone. */
class ProblemSampleTest {

    @Test
    void allAreCountedAndTheFirstByNameAreKept() {
        ProblemSample sample = sample(problems(5_000));

        assertEquals(5_000, sample.count());
        assertEquals(ProblemSample.MAX_PATHS, sample.sorted().size());
        assertEquals("file00000", sample.sorted().get(0).path());
        assertEquals("file00999", sample.sorted().get(999).path());
    }

    @Test
    void neitherOrderNorSplitDecideWhichAreKept() {
        List<Problem> problems = problems(4_000);
        List<Problem> expected = sample(problems).sorted();
        Random random = new Random(5);
        for (int i = 0; i < 10; i++) {
            Collections.shuffle(problems, random);
            int cut = random.nextInt(problems.size());
            ProblemSample left = sample(problems.subList(0, cut));
            left.merge(sample(problems.subList(cut, problems.size())));

            assertEquals(expected, left.sorted());
            assertEquals(4_000, left.count());
        }
    }

    @Test
    void problemsOfOneNameAreToldApartByTheirDetail() {
        List<Problem> same = List.of(new Problem("X", "a", "2"), new Problem("X", "a", "1"));

        assertEquals(
                List.of("1", "2"),
                sample(same).sorted().stream().map(Problem::detail).toList());
    }

    private static ProblemSample sample(List<Problem> problems) {
        ProblemSample sample = new ProblemSample();
        problems.forEach(sample::add);
        return sample;
    }

    private static List<Problem> problems(int count) {
        List<Problem> problems = new ArrayList<>();
        for (int i = count - 1; i >= 0; i--) {
            problems.add(new Problem("X", String.format("file%05d", i), ""));
        }
        return problems;
    }
}
