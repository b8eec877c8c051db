package dev.vernier.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a path. Stateless. */
final class PathConverter implements ITypeConverter<Path> {

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
