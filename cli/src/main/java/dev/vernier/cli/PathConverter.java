package dev.vernier.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** Reads a path. Stateless. */
final class PathConverter implements ITypeConverter<Path> {

    /** Paths of roots: not converted by the library, which would take one that it cannot convert for the end of the list. */
    static List<Path> roots(List<String> texts, CommandLine commandLine) {
        try {
            return texts.stream().map(new PathConverter()::convert).toList();
        } catch (TypeConversionException e) {
            throw new ParameterException(commandLine, "ROOT: " + e.getMessage(), e);
        }
    }

    /** An empty path is a variable the shell did not know; it must not silently mean the current folder. */
    @Override
    public Path convert(String value) {
        if (value.isEmpty()) {
            throw new TypeConversionException("an empty path");
        }
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw new TypeConversionException("'" + value + "' is no path here (" + e.getReason()
                    + "): if it has letters beyond ASCII, set LC_ALL=C.UTF-8");
        }
    }
}
