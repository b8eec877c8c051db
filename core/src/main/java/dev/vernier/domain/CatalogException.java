package dev.vernier.domain;

import java.io.IOException;
import java.io.Serial;

/** A catalog that cannot be used; the message names the file and what is wrong with it. */
public final class CatalogException extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    CatalogException(String message) {
        super(message);
    }
}
