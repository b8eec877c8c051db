package dev.vernier.domain;

import dev.vernier.dicom.Dictionary;
import dev.vernier.dicom.SimilarNames;
import dev.vernier.dicom.TagPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What makes a domain: comma-separated catalog columns, DICOM keywords or numbers, and {@code folder:N}. A bare name found in the
 * catalog is a column; {@code catalog:} and {@code dicom:} decide. Immutable.
 */
public final class DomainExpression {

    /** Shown where a series has no value for a term. */
    public static final String NO_VALUE = "(none)";
    /** The domain of series that a catalog expression cannot place. */
    public static final String NOT_IN_CATALOG = "(not in catalog)";

    private static final String CATALOG_PREFIX = "catalog:";
    private static final String DICOM_PREFIX = "dicom:";
    private static final String SEPARATOR = " | ";
    private static final Pattern FOLDER = Pattern.compile("folder:([1-9][0-9]{0,2})");
    private static final Pattern COMMA_OUTSIDE_PARENTHESES = Pattern.compile(",(?![^(]*\\))");

    private final List<Term> terms;
    private final Catalog catalog;

    private enum Kind {
        CATALOG,
        DICOM,
        FOLDER
    }

    /** One part; {@code index} is the catalog's column, the number of the DICOM label, or the folder's level. */
    private record Term(Kind kind, String name, int index) {}

    private DomainExpression(List<Term> terms, Catalog catalog) {
        this.terms = List.copyOf(terms);
        this.catalog = catalog;
    }

    /**
     * Reads an expression.
     *
     * @param catalog the catalog, null if there is none
     * @throws IllegalArgumentException naming the part that is neither a column nor an attribute
     */
    public static DomainExpression parse(String text, Catalog catalog) {
        List<Term> terms = new ArrayList<>();
        int labels = 0;
        for (String part : COMMA_OUTSIDE_PARENTHESES.split(text, -1)) {
            Term term = term(part.strip(), catalog, labels);
            labels += term.kind == Kind.DICOM ? 1 : 0;
            terms.add(term);
        }
        return new DomainExpression(terms, catalog);
    }

    private static Term term(String part, Catalog catalog, int labels) {
        int column = catalog == null ? -1 : catalog.column(part);
        if (column >= 0) {
            return new Term(Kind.CATALOG, part, column);
        }
        Matcher folder = FOLDER.matcher(part);
        if (folder.matches()) {
            return new Term(Kind.FOLDER, part, Integer.parseInt(folder.group(1)));
        }
        if (part.startsWith(CATALOG_PREFIX)) {
            String name = part.substring(CATALOG_PREFIX.length()).strip();
            int named = catalog == null ? -1 : catalog.column(name);
            if (named < 0) {
                throw unknown(part, name, catalog);
            }
            return new Term(Kind.CATALOG, name, named);
        }
        String name = part.startsWith(DICOM_PREFIX)
                ? part.substring(DICOM_PREFIX.length()).strip()
                : part;
        if (Dictionary.tag(name).isEmpty()) {
            throw unknown(part, name, catalog);
        }
        return new Term(Kind.DICOM, name, labels);
    }

    private static IllegalArgumentException unknown(String part, String name, Catalog catalog) {
        List<String> candidates = new ArrayList<>();
        if (catalog != null && !part.startsWith(DICOM_PREFIX)) {
            candidates.addAll(catalog.columns());
        }
        if (!part.startsWith(CATALOG_PREFIX)) {
            candidates.addAll(Dictionary.keywords());
        }
        List<String> similar = SimilarNames.of(name, candidates);
        String advice = similar.isEmpty() ? "" : "; did you mean " + String.join(" or ", similar) + "?";
        return new IllegalArgumentException("--domain: '" + part + "' is neither " + columnsOf(catalog)
                + " nor a DICOM keyword known here (a number such as (0018,1030) always works) nor folder:N" + advice);
    }

    private static String columnsOf(Catalog catalog) {
        return catalog == null ? "a catalog column (no catalog is given)" : "one of the columns " + catalog.columns();
    }

    /** The DICOM attributes that must be read, in the order of the labels given to {@link #domain}. */
    public List<TagPath> dicomTags() {
        return terms.stream()
                .filter(term -> term.kind == Kind.DICOM)
                .map(term -> TagPath.of(Dictionary.tag(term.name).orElseThrow()))
                .toList();
    }

    /** Whether a series must be in the catalog to have a domain. */
    public boolean usesCatalog() {
        return terms.stream().anyMatch(term -> term.kind == Kind.CATALOG);
    }

    /**
     * The domain of a series as shown: its values as they are written.
     *
     * @param labels values of {@link #dicomTags()}
     * @param folder of the series below the root, with slashes
     */
    public String domain(String seriesUid, List<String> labels, String folder) {
        return join(seriesUid, labels, folder, UnaryOperator.identity());
    }

    /** What series of one domain have in common: DICOM values trimmed and case-folded, since scanners write them in many ways. */
    public String key(String seriesUid, List<String> labels, String folder) {
        return join(
                seriesUid,
                labels,
                folder,
                value -> value.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT));
    }

    private String join(String seriesUid, List<String> labels, String folder, UnaryOperator<String> fold) {
        if (usesCatalog() && !catalog.contains(seriesUid)) {
            return NOT_IN_CATALOG;
        }
        List<String> values = new ArrayList<>(terms.size());
        for (Term term : terms) {
            String value = switch (term.kind) {
                case CATALOG -> catalog.value(seriesUid, term.index);
                case DICOM -> fold.apply(labels.get(term.index));
                case FOLDER -> level(folder, term.index);
            };
            values.add(value.isEmpty() ? NO_VALUE : value);
        }
        return String.join(SEPARATOR, values);
    }

    private static String level(String folder, int level) {
        String[] names = folder.split("/", -1);
        return level <= names.length ? names[level - 1] : "";
    }
}
