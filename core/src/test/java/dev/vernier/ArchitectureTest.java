package dev.vernier;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;

/** docs/ARCHITECTURE.md, "Packages of core, and what they may use". */
@AnalyzeClasses(packages = "dev.vernier", importOptions = ArchitectureTest.MainClassesOfCore.class)
class ArchitectureTest {

    private static final String JDK = "java..";
    private static final String FASTUTIL = "it.unimi.dsi.fastutil..";
    private static final String FASTCSV = "de.siegmar.fastcsv..";

    private static final String COMPRESS = "org.apache.commons.compress..";
    private static final String CHRONICLE = "net.openhft..";

    private static final String FACADE = "dev.vernier";
    private static final String DICOM = "dev.vernier.dicom..";
    private static final String IO = "dev.vernier.io..";
    private static final String STATS = "dev.vernier.stats..";
    private static final String NIFTI = "dev.vernier.nifti..";
    private static final String GEOMETRY = "dev.vernier.geometry..";
    private static final String DOMAIN = "dev.vernier.domain..";
    private static final String ARCHIVE = "dev.vernier.archive..";
    private static final String CACHE = "dev.vernier.cache..";
    private static final String SCAN = "dev.vernier.scan..";
    private static final String INSPECT = "dev.vernier.inspect..";
    private static final String INDEX = "dev.vernier.index..";

    @ArchTest
    static final ArchRule dicomKnowsBytesOnly = uses(DICOM, JDK, FASTUTIL);

    @ArchTest
    static final ArchRule ioKnowsFilesOnly = uses(IO, JDK, FASTUTIL);

    @ArchTest
    static final ArchRule statsKnowsNumbersOnly = uses(STATS, JDK, FASTUTIL);

    @ArchTest
    static final ArchRule niftiKnowsBytesOnly = uses(NIFTI, JDK);

    @ArchTest
    static final ArchRule geometryUsesHeadersAndStats = uses(GEOMETRY, JDK, FASTUTIL, DICOM, NIFTI, STATS);

    @ArchTest
    static final ArchRule domainUsesDicomAndReadsCsv = uses(DOMAIN, JDK, FASTUTIL, FASTCSV, DICOM);

    @ArchTest
    static final ArchRule scanUsesAllBelowIt =
            uses(SCAN, JDK, FASTUTIL, DICOM, NIFTI, IO, ARCHIVE, STATS, GEOMETRY, CACHE);

    @ArchTest
    static final ArchRule inspectObservesWhatIsBelow = uses(INSPECT, JDK, DICOM, IO, GEOMETRY, SCAN);

    @ArchTest
    static final ArchRule indexUsesTheEngineOfTheScan = uses(INDEX, JDK, FASTUTIL, DICOM, IO, SCAN);

    @ArchTest
    static final ArchRule cacheKnowsBytesAndChronicleOnly = uses(CACHE, JDK, CHRONICLE);

    @ArchTest
    static final ArchRule archiveListsByCommonsCompress = uses(ARCHIVE, JDK, COMPRESS, "org.apache.commons.io..", IO);

    @ArchTest
    static final ArchRule onlyArchiveUsesCommonsCompress = noClasses()
            .that()
            .resideOutsideOfPackage(ARCHIVE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(COMPRESS);

    @ArchTest
    static final ArchRule onlyTheCacheUsesChronicle = noClasses()
            .that()
            .resideOutsideOfPackage(CACHE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(CHRONICLE);

    @ArchTest
    static final ArchRule nothingUsesTheFacade = noClasses()
            .that()
            .resideOutsideOfPackage(FACADE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(FACADE);

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.vernier.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyIoOpensFilesForReadingHeaders = noClasses()
            .that()
            .resideInAnyPackage(DICOM, NIFTI, STATS, GEOMETRY)
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.nio.channels..").or(type(Files.class)));

    @ArchTest
    static final ArchRule everyPackageIsKnownToThisTest = classes()
            .should()
            .resideInAnyPackage(
                    FACADE, DICOM, NIFTI, IO, ARCHIVE, STATS, GEOMETRY, DOMAIN, CACHE, SCAN, INDEX, INSPECT);

    @ArchTest
    static final ArchRule nothingIsPrinted = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule nothingIsLogged = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    private static ArchRule uses(String user, String... used) {
        return classes()
                .that(resideInAPackage(user))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(used).or(resideInAPackage(user)));
    }

    /** Neither tests nor the other modules on their class path. */
    static final class MainClassesOfCore implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return location.contains("/core/target/classes/");
        }
    }
}
