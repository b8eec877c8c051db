package dev.vernier.bench.report;

/** A result file is not what it should be; the message says where and why, and is safe to print. */
final class MalformedResultException extends Exception {

    private static final long serialVersionUID = 1;

    MalformedResultException(String message) {
        super(ResultText.visible(message));
    }
}
