package dev.vernier.index;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Dates of VR DA (PS3.5 §6.2): YYYYMMDD, or YYYY.MM.DD as before DICOM 3.0. Stateless. */
final class DicomDate {

    private static final int DIGITS = 8;

    private DicomDate() {}

    /** Days since 1970-01-01; {@link Long#MIN_VALUE} where the text is no date. */
    static long epochDay(String text) {
        boolean dotted = text.length() == DIGITS + 2 && text.charAt(4) == '.' && text.charAt(7) == '.';
        String digits = dotted ? text.substring(0, 4) + text.substring(5, 7) + text.substring(8) : text;
        if (digits.length() != DIGITS || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Long.MIN_VALUE;
        }
        int number = Integer.parseInt(digits);
        try {
            return LocalDate.of(number / 10_000, number / 100 % 100, number % 100)
                    .toEpochDay();
        } catch (DateTimeException e) {
            return Long.MIN_VALUE; // a 30th of February
        }
    }
}
