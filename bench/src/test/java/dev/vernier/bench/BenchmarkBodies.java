package dev.vernier.bench;

import static org.junit.jupiter.api.Assertions.fail;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Runs every body of a benchmark class once, as JMH would, for some of its parameters, and has its answer asserted. A body that the
 * subclass does not know fails; {@link EveryBenchmarkTest} finds classes that have no subclass of this.
 */
abstract class BenchmarkBodies<B> {

    /** A fresh benchmark, not set up, for each combination of parameters that is worth a test. */
    abstract Stream<B> benchmarks();

    /** Asserts what a body has returned; calls {@link #unknown} for a body it does not know. */
    abstract void check(B benchmark, String body, Object answer) throws Exception;

    static void unknown(String body) {
        fail(body + " has no asserted answer: add it here");
    }

    /** A state that bodies or fixtures ask for. */
    Object newState(Class<?> type) throws ReflectiveOperationException {
        return type.getConstructor().newInstance();
    }

    @TestFactory
    Stream<DynamicTest> everyBodyGivesItsAnswer() {
        List<String> bodies = annotated(benchmarks().findFirst().orElseThrow().getClass(), Benchmark.class).stream()
                .map(Method::getName)
                .toList();
        return bodies.stream()
                .flatMap(body -> benchmarks().map(benchmark -> {
                    String name = body + " " + parameters(benchmark);
                    return DynamicTest.dynamicTest(name, () -> new Run(benchmark).run(body));
                }));
    }

    private static String parameters(Object benchmark) {
        return Arrays.stream(benchmark.getClass().getFields())
                .filter(field -> field.isAnnotationPresent(Param.class))
                .map(field -> field.getName() + "=" + valueOf(field, benchmark))
                .collect(Collectors.joining(", "));
    }

    private static Object valueOf(Field field, Object object) {
        try {
            return field.get(object);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    /** Methods of a class and its superclasses, theirs first; then by name. */
    private static List<Method> annotated(Class<?> type, Class<? extends Annotation> annotation) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.isAnnotationPresent(annotation))
                .sorted(Comparator.<Method>comparingInt(method -> depth(method.getDeclaringClass()))
                        .thenComparing(Method::getName))
                .toList();
    }

    private static int depth(Class<?> type) {
        return type == null ? 0 : 1 + depth(type.getSuperclass());
    }

    /** One body with its states. */
    private final class Run {

        private final B benchmark;
        private final Map<Class<?>, Object> states = new LinkedHashMap<>();
        private final List<Object> setUp = new ArrayList<>();

        Run(B benchmark) {
            this.benchmark = benchmark;
        }

        void run(String body) throws Exception {
            Method method = annotated(benchmark.getClass(), Benchmark.class).stream()
                    .filter(each -> each.getName().equals(body))
                    .findFirst()
                    .orElseThrow();
            try {
                setUp(benchmark);
                check(benchmark, body, call(benchmark, method));
            } finally {
                for (int i = setUp.size() - 1; i >= 0; i--) {
                    Object state = setUp.get(i);
                    for (Method tearDown : annotated(state.getClass(), TearDown.class)) {
                        call(state, tearDown);
                    }
                }
            }
        }

        private void setUp(Object state) throws Exception {
            setUp.add(state);
            for (Method method : annotated(state.getClass(), Setup.class)) {
                call(state, method);
            }
        }

        private Object call(Object object, Method method) throws Exception {
            Object[] arguments = new Object[method.getParameterCount()];
            for (int i = 0; i < arguments.length; i++) {
                Class<?> type = method.getParameterTypes()[i];
                if (!states.containsKey(type)) {
                    states.put(type, newState(type));
                    setUp(states.get(type));
                }
                arguments[i] = states.get(type);
            }
            try {
                return method.invoke(object, arguments);
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof Exception cause) {
                    throw cause;
                }
                throw e;
            }
        }
    }
}
