package dev.vernier.spark.files;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.security.AccessControlException;

/**
 * What Hadoop's file systems refuse, in terms of the JDK: a finding then reads as on one machine, and the same each time, where theirs names
 * users, hosts, and the number of a request. Stateless.
 */
final class Refusals {

    private Refusals() {}

    static IOException inTermsOfTheJdk(IOException refusal, Path path) {
        if (refusal instanceof AccessControlException || refusal instanceof AccessDeniedException) {
            return withCause(new AccessDeniedException(path.toString()), refusal);
        }
        if (refusal instanceof FileNotFoundException) {
            return withCause(new NoSuchFileException(path.toString()), refusal);
        }
        return refusal;
    }

    private static IOException withCause(IOException refusal, IOException cause) {
        refusal.initCause(cause);
        return refusal;
    }
}
