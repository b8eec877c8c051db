package dev.vernier.index;

import java.io.IOException;

/** Takes the rows of an index, by path. One thread. */
@FunctionalInterface
public interface IndexRows {

    /**
     * Takes a row, which is a view that moves on.
     *
     * @throws IOException if it cannot be kept; then the index is given up
     */
    void add(IndexRow row) throws IOException;
}
