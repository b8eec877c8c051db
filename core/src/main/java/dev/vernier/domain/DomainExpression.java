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
import java.util.stream.Stream;

/**
 * What makes a domain: comma-separated catalog columns, DICOM keywords or numbers, {@code folder:N}, and {@code plane},
 * which is found out about each series. A bare name found in the catalog is a column; {@code catalog:}, {@code dicom:}
 * and {@code series:} decide. Immutable.
 */
public final class DomainExpression {

    /** Shown where a series has no value for a term. */
    public static final String NO_VALUE = "(none)";
    /** The domain of series that a catalog expression cannot place. */
    public static final String NOT_IN_CATALOG = "(not in catalog)";

    private static final String CATALOG_PREFIX = "catalog:";
    private static final String DICOM_PREFIX = "dicom:";
    private static final String SERIES_PREFIX = "series:";
    private static final String PLANE = "plane";
    private static final String SEPARATOR = " | ";
    private static final Pattern FOLDER = Pattern.compile("folder:([1-9][0-9]{0,2})");
    private static final Pattern COMMA_OUTSIDE_PARENTHESES = Pattern.compile(",(?![^(]*\\))");

    private final List<Term> terms;
    private final Catalog catalog;

    private enum Kind {
        CATALOG,
        DICOM,
        FOLDER,
        PLANE
    }

    /** One part; {@code index} is the catalog's column, the DICOM label's number, the folder's level, or nothing. */
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
        if (part.equals(PLANE) || part.startsWith(SERIES_PREFIX)) {
            String found = part.startsWith(SERIES_PREFIX)
                    ? part.substring(SERIES_PREFIX.length()).strip()
                    : part;
            if (!found.equals(PLANE)) {
                throw unknown(part, found, catalog);
            }
            return new Term(Kind.PLANE, found, 0);
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
        boolean anyKind = Stream.of(CATALOG_PREFIX, DICOM_PREFIX, SERIES_PREFIX).noneMatch(part::startsWith);
        if (catalog != null && (anyKind || part.startsWith(CATALOG_PREFIX))) {
            candidates.addAll(catalog.columns());
        }
        if (anyKind || part.startsWith(SERIES_PREFIX)) {
            candidates.add(PLANE);
        }
        if (anyKind || part.startsWith(DICOM_PREFIX)) {
            candidates.addAll(Dictionary.keywords());
        }
        List<String> similar = SimilarNames.of(name, candidates);
        String advice = similar.isEmpty() ? "" : "; did you mean " + String.join(" or ", similar) + "?";
        return new IllegalArgumentException("--domain: '" + part + "' is neither " + columnsOf(catalog)
                + " nor a DICOM keyword known here (a number such as (0018,1030) always works) nor folder:N nor plane"
                + advice);
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
     * @param plane of the series: axial, coronal, sagittal, or empty if it is unknown
     */
    public String domain(String seriesUid, List<String> labels, String folder, String plane) {
        return join(seriesUid, labels, folder, plane, UnaryOperator.identity());
    }

    /**
     * What series of one domain have in common: DICOM values trimmed and case-folded, since scanners write them in many
     * ways.
     */
    public String key(String seriesUid, List<String> labels, String folder, String plane) {
        return join(
                seriesUid,
                labels,
                folder,
                plane,
                value -> value.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT));
    }

    private String join(
            String seriesUid, List<String> labels, String folder, String plane, UnaryOperator<String> fold) {
        if (usesCatalog() && !catalog.contains(seriesUid)) {
            return NOT_IN_CATALOG;
        }
        List<String> values = new ArrayList<>(terms.size());
        for (Term term : terms) {
            String value = switch (term.kind) {
                case CATALOG -> catalog.value(seriesUid, term.index);
                case DICOM -> fold.apply(labels.get(term.index));
                case FOLDER -> level(folder, term.index);
                case PLANE -> plane;
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
