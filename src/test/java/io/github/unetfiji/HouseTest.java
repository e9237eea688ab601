package io.github.unetfiji;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.PrintStream;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The rules of the house: who may know whom.
 *
 * <p>NB: plain tests that check rules; Surefire runs no fields of ArchUnit's own engine.
 */
class HouseTest {

    private static final String ROOT = "io.github.unetfiji";

    private static JavaClasses house;

    @BeforeAll
    static void read() {
        house =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(ROOT);
        assertTrue(house.contain(UNetException.class), "the classes were not found");
    }

    @Test
    void imageJStaysInItsRooms() {
        outside("ij", "report", "batch", "ui", "command", "bridge")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ij..", "java.awt..", "javax.swing..")
                .because("the library works without ImageJ and without a display")
                .check(house);
    }

    @Test
    void theEngineStaysInItsRooms() {
        outside("engine", "optimize")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ai.djl..")
                .because("one engine, behind one door")
                .check(house);
    }

    @Test
    void sciJavaStaysInItsRooms() {
        outside("command", "bridge")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.scijava..")
                .because("the library needs no context")
                .check(house);
    }

    @Test
    void nobodyImportsTheShell() {
        outside("command", "ui", "bridge")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".command..", ROOT + ".ui..", ROOT + ".bridge..")
                .because("commands call the library, never the reverse")
                .check(house);
    }

    @Test
    void roomsFormNoCycle() {
        SlicesRuleDefinition.slices()
                .matching(ROOT + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("data flows one way")
                .check(house);
    }

    /** NB: String.format writes the digits of the user's language, such as "\u0662 slice(s)". */
    @Test
    void textsAreTheSameInEveryLanguage() {
        noClasses()
                .should()
                .callMethod(String.class, "format", String.class, Object[].class)
                .orShould()
                .callMethod(String.class, "formatted", Object[].class)
                .orShould()
                .callMethod(String.class, "toLowerCase")
                .orShould()
                .callMethod(String.class, "toUpperCase")
                .orShould()
                .callMethod(PrintStream.class, "printf", String.class, Object[].class)
                .because("people and macros read numbers with Locale.ROOT")
                .check(house);
    }

    /** NB: who starts DJL elsewhere starts it with its tracking, its downloads and its own cache. */
    @Test
    void theEngineIsStartedInOnePlace() {
        noClasses()
                .that()
                .doNotHaveSimpleName("EngineStart")
                .should()
                .callMethod(Engine.class, "getEngine", String.class)
                .orShould()
                .callMethod(Engine.class, "getInstance")
                .because("it connects to no other computer, and loads no library of others")
                .check(house);
    }

    @Test
    void nothingChangesThatAllShare() {
        fields().that()
                .areStatic()
                .should()
                .beFinal()
                .because("several commands run in one program")
                .check(house);
    }

    private static GivenClassesConjunction outside(final String... rooms) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(
                        Arrays.stream(rooms)
                                .map(room -> ROOT + "." + room + "..")
                                .toArray(String[]::new));
    }
}
