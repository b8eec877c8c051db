package dev.vernier.bench.report;

import java.util.regex.Pattern;

/** Text from result files, for people: names in it may hold anything. */
final class ResultText {

    /** What a terminal would obey instead of showing: control and format characters, line separators, halves of surrogate pairs. */
    private static final Pattern ACTIVE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

    private static final int LONGEST = 200;

    private ResultText() {}

    /** The text, cut to {@value #LONGEST} characters, with a question mark for everything that is not to be seen. */
    static String visible(String text) {
        String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
        return ACTIVE.matcher(cut).replaceAll("?");
    }
}
