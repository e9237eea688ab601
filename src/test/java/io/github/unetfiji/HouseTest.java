package io.github.unetfiji;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/** The rules of the house: who may know whom. */
@AnalyzeClasses(
        packages = "io.github.unetfiji",
        importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {

    private static final String ROOT = "io.github.unetfiji";

    @ArchTest
    static final ArchRule imageJStaysInItsRooms =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            ROOT + ".image..",
                            ROOT + ".command..",
                            ROOT + ".ui..",
                            ROOT + ".plain..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("ij..", "java.awt..", "javax.swing..")
                    .because("the library works without ImageJ and without a display")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule djlStaysInItsRooms =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            ROOT + ".network..", ROOT + ".model..", ROOT + ".training..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("ai.djl..")
                    .because("one engine, behind one door")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule sciJavaStaysInItsRooms =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(ROOT + ".command..", ROOT + ".plain..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.scijava..")
                    .because("commands are thin, and the library needs no context")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nobodyImportsTheShell =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(ROOT + ".command..", ROOT + ".ui..", ROOT + ".plain..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(ROOT + ".command..", ROOT + ".ui..", ROOT + ".plain..")
                    .because("data flows one way: commands call the library, never the reverse")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule roomsFormNoCycle =
            SlicesRuleDefinition.slices()
                    .matching(ROOT + ".(*)..")
                    .should()
                    .beFreeOfCycles()
                    .because("data flows one way");
}
