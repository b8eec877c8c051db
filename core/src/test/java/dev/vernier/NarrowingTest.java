package dev.vernier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.type.TypeKind;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Where files are read, a number that is cut to fewer bits may lead to other bytes of the file: there {@link
 * Math#toIntExact} is used, of what was bounded while it was long. What is cut on purpose, since bits are taken from a
 * word, is in {@code narrowing-casts.txt} with the reason.
 */
class NarrowingTest {

    private static final Path MAIN = Path.of("src", "main");
    private static final List<String> PACKAGES = List.of("archive", "dicom", "io", "nifti", "scan");
    private static final Path REVIEWED = Path.of("src", "test", "resources", "narrowing-casts.txt");
    private static final String REASON = " -- ";

    private static final Set<TypeKind> NARROW = EnumSet.of(TypeKind.INT, TypeKind.SHORT, TypeKind.BYTE);
    /** ERROR is what cannot be told: the compiler of an older JVM looks at the overlay for Java 22 as well. */
    private static final Set<TypeKind> WIDE =
            EnumSet.of(TypeKind.LONG, TypeKind.DOUBLE, TypeKind.FLOAT, TypeKind.ERROR);

    private static final Set<String> NARROWING_METHODS = Set.of("intValue", "shortValue", "byteValue");

    @TempDir
    private Path temp;

    @Test
    void numbersAreCutToFewerBitsOnlyWhereThatWasReviewed() throws IOException {
        List<String> reviewed = new ArrayList<>();
        for (String line : Files.readAllLines(REVIEWED)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                int end = line.indexOf(REASON);
                assertTrue(end > 0 && line.length() > end + REASON.length(), "without a reason: " + line);
                reviewed.add(line.substring(0, end));
            }
        }
        Collections.sort(reviewed);
        assertEquals(String.join("\n", reviewed), String.join("\n", found(sources())));
    }

    @Test
    void castsAssignmentsAndMethodsThatCutANumberAreFound() throws IOException {
        Path file = Files.writeString(temp.resolve("Sample.java"), """
                class Sample {
                    int length;
                    int cast(long size) {
                        return (int) Math.min(4, size - 5);
                    }
                    void assign(long size) {
                        length += size;
                    }
                    int call(Long size) {
                        return size.intValue();
                    }
                    short ofInt(int size, byte small) {
                        long wide = (int) small;
                        return (short) size;
                    }
                    int unknown(Missing missing) {
                        return (int) missing.size();
                    }
                }
                """);
        assertEquals(
                List.of(
                        "Sample.assign: length += size",
                        "Sample.call: size.intValue()",
                        "Sample.cast: (int) Math.min(4, size - 5)",
                        "Sample.ofInt: (short) size",
                        "Sample.unknown: (int) missing.size()"),
                found(List.of(file)));
    }

    private static List<Path> sources() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String root : List.of("java", "java22")) {
            for (String each : PACKAGES) {
                Path folder = MAIN.resolve(Path.of(root, "dev", "vernier", each));
                if (Files.isDirectory(folder)) {
                    try (Stream<Path> tree = Files.walk(folder)) {
                        tree.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
                    }
                }
            }
        }
        assertTrue(files.size() > 100, files::toString);
        return files;
    }

    private static List<String> found(List<Path> files) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> found = new ArrayList<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            // Types are wanted of what does not compile as well.
            List<String> options = List.of("-proc:none", "-XDshould-stop.ifError=FLOW");
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, problem -> {}, options, null, manager.getJavaFileObjectsFromPaths(files));
            List<CompilationUnitTree> units = new ArrayList<>();
            task.parse().forEach(units::add);
            task.analyze();
            for (CompilationUnitTree unit : units) {
                new Narrowings(Trees.instance(task), unit, found).scan(new TreePath(unit), null);
            }
        }
        Collections.sort(found);
        return found;
    }

    /** Adds where and what. */
    private static final class Narrowings extends TreePathScanner<Void, Void> {

        private final Trees trees;
        private final CompilationUnitTree unit;
        private final String source;
        private final List<String> found;

        Narrowings(Trees trees, CompilationUnitTree unit, List<String> found) throws IOException {
            this.trees = trees;
            this.unit = unit;
            this.source = unit.getSourceFile().getCharContent(true).toString();
            this.found = found;
        }

        @Override
        public Void visitTypeCast(TypeCastTree cast, Void nothing) {
            if (!(cast.getExpression() instanceof LiteralTree) && isCut(cast.getType(), cast.getExpression())) {
                add(cast);
            }
            return super.visitTypeCast(cast, nothing);
        }

        @Override
        public Void visitCompoundAssignment(CompoundAssignmentTree assignment, Void nothing) {
            boolean shift = assignment.getKind().toString().contains("SHIFT"); // its right side is no operand
            boolean literal = assignment.getExpression() instanceof LiteralTree;
            if (!shift && !literal && isCut(assignment.getVariable(), assignment.getExpression())) {
                add(assignment);
            }
            return super.visitCompoundAssignment(assignment, nothing);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            String method = call.getMethodSelect().toString();
            if (NARROWING_METHODS.contains(method.substring(method.lastIndexOf('.') + 1))) {
                add(call);
            }
            return super.visitMethodInvocation(call, nothing);
        }

        private boolean isCut(Tree to, Tree from) {
            TypeKind target = kind(to);
            TypeKind origin = kind(from);
            return NARROW.contains(target)
                    && (WIDE.contains(origin) || origin == TypeKind.INT && target != TypeKind.INT);
        }

        private TypeKind kind(Tree tree) {
            var type = trees.getTypeMirror(new TreePath(getCurrentPath(), tree));
            return type == null ? TypeKind.ERROR : type.getKind();
        }

        private void add(Tree tree) {
            int from = Math.toIntExact(trees.getSourcePositions().getStartPosition(unit, tree));
            int to = Math.toIntExact(trees.getSourcePositions().getEndPosition(unit, tree));
            found.add(place() + ": " + source.substring(from, to).replaceAll("\\s+", " "));
        }

        /** Class and method. */
        private String place() {
            String method = "";
            for (TreePath path = getCurrentPath(); path != null; path = path.getParentPath()) {
                if (path.getLeaf() instanceof MethodTree around && method.isEmpty()) {
                    method = "." + around.getName();
                } else if (path.getLeaf() instanceof ClassTree around) {
                    return around.getSimpleName() + method;
                }
            }
            return method;
        }
    }
}
