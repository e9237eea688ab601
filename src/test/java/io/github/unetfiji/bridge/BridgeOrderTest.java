package io.github.unetfiji.bridge;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The packages of the bridge: each may use those before it. */
class BridgeOrderTest {

    private static final String BRIDGE = "io.github.unetfiji.bridge";

    private static final List<String> ORDER =
            List.of(
                    BRIDGE + ".input",
                    BRIDGE + ".message",
                    BRIDGE + ".dialog",
                    BRIDGE,
                    BRIDGE + ".headless");

    @Test
    void noPackageUsesALaterOne() {
        final JavaClasses bridge =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(BRIDGE);
        for (int i = 0; i < ORDER.size() - 1; i++) {
            noClasses()
                    .that()
                    .resideInAPackage(ORDER.get(i))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            ORDER.subList(i + 1, ORDER.size()).toArray(String[]::new))
                    .check(bridge);
        }
    }

    /** NB: or a missing SciJava could not be reported. */
    @Test
    void failuresAreToldWithoutSciJava() {
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
