package dev.vernier.spark;

import dev.vernier.domain.Catalog;
import dev.vernier.domain.DomainExpression;
import dev.vernier.spark.files.HadoopAccess;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import org.apache.hadoop.fs.Path;

/**
 * What makes domains, in a form that Spark can send. A catalog is read from its file system once, by the driver; sent are its bytes, which every
 * process parses when it first needs them. Thread-safe.
 */
final class SharedDomains implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final String expression;
    private final String catalogName;
    private final String seriesColumn;
    private final byte[] catalogBytes;
    private transient Catalog catalog;
    private transient DomainExpression parsed;

    /**
     * Reads the catalog, if there is one.
     *
     * @throws IOException if it cannot be used, naming it
     * @throws IllegalArgumentException if the expression names what neither the catalog nor DICOM has
     */
    SharedDomains(DatasetOptions options, HadoopAccess access) throws IOException {
        expression = options.domain();
        catalogName = options.catalog();
        seriesColumn = options.seriesColumn();
        catalogBytes = catalogName == null ? null : read(catalogName, access);
        parse();
    }

    private static byte[] read(String name, HadoopAccess access) throws IOException {
        try {
            Path path = new Path(name);
            try (InputStream in = access.of(path).open(path)) {
                return in.readAllBytes();
            }
        } catch (FileNotFoundException e) {
            NoSuchFileException missing = new NoSuchFileException(name, null, "there is no such catalog file");
            missing.initCause(e);
            throw missing;
        } catch (IllegalArgumentException | OutOfMemoryError e) {
            throw new IOException("catalog " + name + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void parse() throws IOException {
        catalog = catalogBytes == null
                ? null
                : Catalog.read(catalogName, () -> new ByteArrayInputStream(catalogBytes), seriesColumn);
        parsed = DomainExpression.parse(expression, catalog);
    }

    /** What makes domains; labels of the catalog included. */
    synchronized DomainExpression expression() {
        if (parsed == null) {
            try {
                parse();
            } catch (IOException e) {
                throw new UncheckedIOException(e); // cannot be: it was parsed before it was sent
            }
        }
        return parsed;
    }

    /** The catalog, null if there is none. */
    synchronized Catalog catalog() {
        expression();
        return catalog;
    }
}
