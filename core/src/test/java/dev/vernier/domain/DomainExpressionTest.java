package dev.vernier.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.dicom.Tag;
import dev.vernier.dicom.TagPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code --domain} means. */
class DomainExpressionTest {

    @TempDir
    private Path temp;

    private Catalog catalog;

    @BeforeEach
    void readCatalog() throws IOException {
        Path file = Files.writeString(temp.resolve("c.csv"), """
                SeriesInstanceUID,Modality,Site,dicom:Odd,folder:1
                1.1,CTA,north,x,y
                1.2,,South,x,y
                """);
        catalog = Catalog.read(file, "SeriesInstanceUID");
    }

    @Test
    void aNameFoundInTheCatalogWins() {
        DomainExpression expression = DomainExpression.parse("Modality", catalog);

        assertTrue(expression.usesCatalog());
        assertEquals(List.of(), expression.dicomTags());
        assertEquals("CTA", expression.domain("1.1", List.of(), "", ""));
    }

    @Test
    void otherwiseItIsADicomKeyword() {
        DomainExpression expression = DomainExpression.parse("Manufacturer", catalog);

        assertFalse(expression.usesCatalog());
        assertEquals(List.of(TagPath.of(Tag.MANUFACTURER)), expression.dicomTags());
        assertEquals("GE", expression.domain("1.9", List.of("GE"), "", ""));
    }

    @Test
    void prefixesDecide() {
        DomainExpression both = DomainExpression.parse("dicom:Modality , catalog:Modality", catalog);

        assertEquals(List.of(TagPath.of(Tag.MODALITY)), both.dicomTags());
        assertEquals("MR | CTA", both.domain("1.1", List.of("MR"), "", ""));
    }

    @Test
    void aColumnMayBeNamedLikeAPrefixOrAFolder() {
        assertEquals("x", DomainExpression.parse("dicom:Odd", catalog).domain("1.1", List.of(), "", ""));
        assertEquals("y", DomainExpression.parse("folder:1", catalog).domain("1.1", List.of(), "a", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(0018,1030)", "0018,1030", "00181030", "dicom:(0018,1030)", "ProtocolName"})
    void attributesCanBeNamedByNumberInParentheses(String name) {
        if (name.equals("0018,1030")) {
            assertThrows(
                    IllegalArgumentException.class, () -> DomainExpression.parse(name, null), "the comma separates");
        } else {
            DomainExpression expression = DomainExpression.parse("Modality," + name, null);
            assertEquals(List.of(TagPath.of(Tag.MODALITY), TagPath.of(Tag.PROTOCOL_NAME)), expression.dicomTags());
        }
    }

    @Test
    void termsKeepTheirOrderAndTheirLabels() {
        DomainExpression expression =
                DomainExpression.parse("Manufacturer,Site,(0018,1030),folder:2,Manufacturer", catalog);

        assertEquals(3, expression.dicomTags().size());
        assertEquals(
                "GE | north | head | sub | GE",
                expression.domain("1.1", List.of("GE", "head", "GE"), "top/sub/deep", ""));
    }

    @Test
    void foldersAreCountedFromTheRoot() {
        DomainExpression expression = DomainExpression.parse("folder:1", null);

        assertEquals("a", expression.domain("1.1", List.of(), "a/b", ""));
        assertEquals("b", DomainExpression.parse("folder:2", null).domain("1.1", List.of(), "a/b", ""));
        assertEquals("(none)", DomainExpression.parse("folder:3", null).domain("1.1", List.of(), "a/b", ""));
        assertEquals("(none)", expression.domain("1.1", List.of(), "", ""), "files in the root itself");
    }

    @Test
    void thePlaneOfASeriesIsATermOfItsOwn() {
        DomainExpression expression = DomainExpression.parse("Manufacturer,plane", null);

        assertEquals(List.of(TagPath.of(Tag.MANUFACTURER)), expression.dicomTags());
        assertEquals("GE | sagittal", expression.domain("1.1", List.of("GE"), "", "sagittal"));
        assertEquals("GE | (none)", expression.domain("1.1", List.of("GE"), "", ""), "as any label that is missing");
        assertNotEquals(
                expression.key("1.1", List.of("GE"), "", "axial"), expression.key("1.1", List.of("GE"), "", "coronal"));
    }

    @Test
    void aColumnCalledPlaneWinsOverThePlaneThatIsFound() throws IOException {
        Path file = Files.writeString(temp.resolve("p.csv"), "SeriesInstanceUID,plane\n1.1,oblique\n");
        Catalog planes = Catalog.read(file, "SeriesInstanceUID");

        assertEquals("oblique", DomainExpression.parse("plane", planes).domain("1.1", List.of(), "", "coronal"));
        assertEquals(
                "oblique", DomainExpression.parse("catalog:plane", planes).domain("1.1", List.of(), "", "coronal"));
        assertEquals("coronal", DomainExpression.parse("series:plane", planes).domain("1.1", List.of(), "", "coronal"));
        assertEquals("coronal", DomainExpression.parse("plane", catalog).domain("1.1", List.of(), "", "coronal"));
        assertEquals(
                "(not in catalog)",
                DomainExpression.parse("plane,catalog:plane", planes).domain("1.2", List.of(), "", "coronal"));
    }

    @Test
    void missingValuesAreShown() {
        assertEquals("(none)", DomainExpression.parse("Modality", null).domain("1.1", List.of(""), "", ""));
        assertEquals("(none)", DomainExpression.parse("Modality", catalog).domain("1.2", List.of(), "", ""));
        assertEquals(
                "(none) | GE",
                DomainExpression.parse("Modality,Manufacturer", catalog).domain("1.2", List.of("GE"), "", ""));
    }

    @Test
    void aSeriesThatTheCatalogDoesNotNameHasADomainOfItsOwn() {
        DomainExpression expression = DomainExpression.parse("Site,Manufacturer", catalog);

        assertEquals("(not in catalog)", expression.domain("1.3", List.of("GE"), "", ""));
        assertEquals(expression.key("1.3", List.of("GE"), "", ""), expression.key("1.4", List.of("Philips"), "", ""));
    }

    @Test
    void dicomValuesAreOneDomainWhateverTheirCase() {
        DomainExpression expression = DomainExpression.parse("Manufacturer", null);

        assertEquals(key(expression, "SIEMENS"), key(expression, "Siemens"));
        assertEquals(key(expression, "STRASSE"), key(expression, "stra\u00DFe"));
        assertNotEquals(key(expression, "GE"), key(expression, "GE MEDICAL"));
        assertEquals("Siemens", expression.domain("1.1", List.of("Siemens"), "", ""), "but shown as it is written");
    }

    @Test
    void catalogValuesAndFoldersAreTakenAsTheyAreWritten() {
        assertNotEquals(
                DomainExpression.parse("Site", catalog).key("1.1", List.of(), "", ""),
                DomainExpression.parse("Site", catalog).key("1.2", List.of(), "", ""));
        DomainExpression folder = DomainExpression.parse("folder:1", null);
        assertNotEquals(folder.key("1.1", List.of(), "A", ""), folder.key("1.1", List.of(), "a", ""));
    }

    private static String key(DomainExpression expression, String value) {
        return expression.key("1.1", List.of(value), "", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Modality,",
                ",Modality",
                "nonsense",
                "foo:Modality",
                "catalog:Site",
                "folder:0",
                "folder:",
                "folder:x",
                "folder:1000"
            })
    void whatIsNeitherIsRefused(String text) {
        String message = assertThrows(IllegalArgumentException.class, () -> DomainExpression.parse(text, null))
                .getMessage();

        assertTrue(message.contains("no catalog is given"), message);
        assertTrue(message.contains("nor a DICOM keyword known here"), message);
    }

    @Test
    void theColumnsAndTheNearestNamesAreTold() {
        String message = assertThrows(
                        IllegalArgumentException.class, () -> DomainExpression.parse("modalty,Site", catalog))
                .getMessage();
        assertTrue(message.contains("'modalty'"), message);
        assertTrue(message.contains("[SeriesInstanceUID, Modality, Site, dicom:Odd, folder:1]"), message);
        assertTrue(message.contains("did you mean Modality?"), message);

        assertSuggests("did you mean ManufacturerModelName or Manufacturer?", "ManufacturerModel");
        assertSuggests("did you mean SeriesDescription?", "SeriesDescripton");
        assertSuggests("did you mean Site?", "catalog:site");
        assertSuggests("did you mean Plane or plane?", "plan");
        assertSuggests("did you mean plane?", "series:Plane");
        assertTrue(refusal("modalty").contains("nor folder:N nor plane"), refusal("modalty"));
        assertFalse(refusal("dicom:plane").contains("did you mean plane"), "keywords only");
        assertFalse(refusal("catalog:Manufacturr").contains("did you mean"), "columns only");
        assertFalse(refusal("dicom:Siet").contains("did you mean"), "keywords only");
    }

    private void assertSuggests(String suggestion, String text) {
        assertTrue(refusal(text).contains(suggestion), refusal(text));
    }

    private String refusal(String text) {
        return assertThrows(IllegalArgumentException.class, () -> DomainExpression.parse(text, catalog))
                .getMessage();
    }
}
