package io.github.unetfiji;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The rules of the house: who may know whom.
 *
 * <p>NB: plain tests that check rules; Surefire runs no fields of ArchUnit's own engine.
 */
class HouseTest {

    private static final String ROOT = "io.github.unetfiji";

    /** All packages, lower first: each knows only those before it. */
    private static final List<String> ORDER =
            Stream.of(
                            "",
                            ".text",
                            ".work",
                            ".setting",
                            ".file",
                            ".stack",
                            ".tiling",
                            ".labels",
                            ".weights",
                            ".augment",
                            ".phantom",
                            ".evaluate",
                            ".network",
                            ".torchscript",
                            ".bioimageio",
                            ".processing",
                            ".engine",
                            ".model",
                            ".segment",
                            ".tuning",
                            ".dataset",
                            ".optimize",
                            ".training",
                            ".ij",
                            ".ij.roi",
                            ".report",
                            ".report.plot",
                            ".batch",
                            ".ui",
                            ".command",
                            ".bridge.input",
                            ".bridge.message",
                            ".bridge.dialog",
                            ".bridge",
                            ".bridge.headless")
                    .map(room -> ROOT + room)
                    .toList();

    /** Where ImageJ, or a display, may be known; all others are the library. */
    static final String[] SHELL = {"ij", "report", "batch", "ui", "command", "bridge"};

    private static final Path SOURCES = Path.of("src/main/java");

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
        outside(SHELL)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ij..", "java.awt..", "javax.swing..")
                .because("the library works without ImageJ and without a display")
                .check(house);
    }

    /** NB: also by way of others: a class that a library class needs is loaded with it. */
    @Test
    void theLibraryReachesNoImageJ() {
        outside(SHELL)
                .should()
                .transitivelyDependOnClassesThat()
                .resideInAnyPackage("ij..", "java.awt..", "javax.swing..", "org.scijava..")
                .because("the library works without ImageJ, a context and a display")
                .check(house);
    }

    /** Swing only where people look, AWT's images only where pictures are made. */
    @Test
    void swingStaysInItsRooms() {
        outside("ui", "bridge")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javax.swing..")
                .because("everything else runs without a display")
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

    /** NB: so there is no cycle, and nobody knows the commands but the bridge. */
    @Test
    void everyRoomKnowsOnlyThoseBeforeIt() {
        classes()
                .should(
                        new ArchCondition<>("know only packages before their own") {
                            @Override
                            public void check(final JavaClass from, final ConditionEvents events) {
                                from.getDirectDependenciesFromSelf().stream()
                                        .filter(HouseTest::goesUp)
                                        .map(way -> violated(way, way.getDescription()))
                                        .forEach(events::add);
                            }
                        })
                .because("data flows one way")
                .check(house);
    }

    private static boolean goesUp(final Dependency way) {
        final String target = room(way.getTargetClass());
        return target.startsWith(ROOT)
                && ORDER.indexOf(target) > ORDER.indexOf(room(way.getOriginClass()));
    }

    private static String room(final JavaClass someone) {
        return someone.getBaseComponentType().getPackageName();
    }

    @Test
    void everyPackageHasItsPlaceInTheOrder() {
        assertEquals(
                Set.of(),
                packages().filter(room -> !ORDER.contains(room)).collect(Collectors.toSet()));
    }

    @Test
    void everyPackageSaysWhatItIs() {
        assertEquals(
                Set.of(),
                packages()
                        .filter(
                                room ->
                                        Files.notExists(
                                                SOURCES.resolve(room.replace('.', '/'))
                                                        .resolve("package-info.java")))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static Stream<String> packages() {
        return house.stream().map(HouseTest::room).distinct();
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
