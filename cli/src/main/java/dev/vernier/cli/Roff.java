package dev.vernier.cli;

/** Writes a manual page in roff, by the macros of man(7). Any text may be handed in. One thread. */
final class Roff {

    private final StringBuilder text = new StringBuilder();

    /** The first line of a page. */
    Roff title(String name, int section, String source) {
        return request("TH " + quoted(name) + " " + section + " \"\" " + quoted(source) + " \"User Commands\"")
                .request("nh") // words that can be copied are not to be broken,
                .request("ad l"); // nor moved apart
    }

    Roff section(String heading) {
        return request("SH " + quoted(heading));
    }

    Roff subsection(String heading) {
        return request("SS " + quoted(heading));
    }

    /** Filled text behind some space. */
    Roff paragraph(String words) {
        return request("PP").lines(words);
    }

    /** Text that explains a term: bold, and what follows it in italics. */
    Roff term(String bold, String italic, String words) {
        request("TP");
        String term = font('B', bold) + (bold.isEmpty() || italic.isEmpty() ? "" : " ") + font('I', italic);
        text.append(term).append('\n');
        return lines(words);
    }

    private static String font(char name, String words) {
        return words.isEmpty() ? "" : "\\f" + name + escaped(words) + "\\fR";
    }

    /** Begins lines that stay as they are. */
    Roff beginExample() {
        return request("PP").request("EX");
    }

    Roff endExample() {
        return request("EE");
    }

    Roff lines(String words) {
        text.append(words.isEmpty() ? "" : escaped(words) + "\n");
        return this;
    }

    private Roff request(String request) {
        text.append('.').append(request).append('\n');
        return this;
    }

    private static String quoted(String argument) {
        return '"' + escaped(argument).replace("\"", "\\(dq") + '"';
    }

    /** What roff would obey becomes what it shows; a minus stays one that can be copied. */
    private static String escaped(String words) {
        String shown = words.replace("\\", "\\e")
                .replace("-", "\\-")
                .replace("~", "\\(ti")
                .replace("^", "\\(ha")
                .replace("`", "\\(ga")
                .replace("'", "\\(aq");
        return shown.startsWith(".") ? "\\&" + shown : shown;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
