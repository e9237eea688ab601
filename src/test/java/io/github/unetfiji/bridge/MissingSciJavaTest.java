package io.github.unetfiji.bridge;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** A library that is not installed is named by classes that load without it. */
class MissingSciJavaTest {

    private static final String BRIDGE = "io.github.unetfiji.bridge";

    @Test
    void failuresAreReportedWithoutSciJava() {
        noClasses()
                .that()
                .resideInAPackage(BRIDGE + ".message")
                .or()
                .haveSimpleName("Run_Command")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.scijava..")
                .check(
                        new ClassFileImporter()
                                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                                .importPackages(BRIDGE));
    }
}
