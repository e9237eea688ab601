package io.github.unetfiji;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** docs/architecture.md names classes, packages and files that are there, and every package. */
class ArchitecturePageTest {

    private static final Path PAGE = Path.of("docs", "architecture.md");
    private static final Path MAIN = Path.of("src", "main", "java");
    private static final Path TEST = Path.of("src", "test", "java");
    private static final Path ROOT = MAIN.resolve(Path.of("io", "github", "unetfiji"));

    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern ROW = Pattern.compile("^\\| `([a-z.]+)` \\|", Pattern.MULTILINE);
    private static final Pattern CLASS = Pattern.compile("([A-Z]\\w+)(?:\\.(\\w+))?");
    private static final Pattern FILE =
            Pattern.compile("[\\w.-]+(/[\\w.-]+)+|\\w+\\.(config|md|xml)");
    private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)+");

    private static String page;
    private static Set<Path> sources;

    @BeforeAll
    static void read() throws IOException {
        // NB: drawings are no prose.
        page = Files.readString(PAGE).replaceAll("(?s)```.*?```", "");
        sources = new TreeSet<>();
        for (final Path folder : new Path[] {MAIN, TEST}) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
            }
        }
    }

    private static Stream<String> named(final Pattern kind) {
        return CODE.matcher(page)
                .results()
                .map(code -> code.group(1))
                .filter(code -> kind.matcher(code).matches())
                .filter(code -> !CONSTANT.matcher(code).matches());
    }

    private static Set<String> failing(final Stream<String> names, final Predicate<String> good) {
        return names.filter(good.negate()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean anySource(final Predicate<Path> wanted) {
        return sources.stream().anyMatch(wanted);
    }

    private static boolean contains(final Path source, final String pattern) {
        try {
            return Pattern.compile(pattern).matcher(Files.readString(source)).find();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A class of this project, nested or not, with the member after the dot; or one of a library that is imported. */
    private static boolean isClass(final String code) {
        final MatchResult parts = CLASS.matcher(code).results().findFirst().orElseThrow();
        final String name = parts.group(1);
        if (parts.group(2) != null) {
            return anySource(
                    file -> isFileOf(file, name) && contains(file, "\\b" + parts.group(2) + "\\b"));
        }
        return anySource(file -> isFileOf(file, name))
                || anySource(
                        file ->
                                contains(
                                        file,
                                        "(class|record|enum|interface) "
                                                + name
                                                + "\\b|import [\\w.]+\\."
                                                + name
                                                + ";"));
    }

    private static boolean isFileOf(final Path file, final String name) {
        return file.getFileName().toString().equals(name + ".java");
    }

    @Test
    void everyClassIsThere() {
        assertEquals(Set.of(), failing(named(CLASS), ArchitecturePageTest::isClass));
    }

    @Test
    void everyFileIsThere() {
        assertEquals(Set.of(), failing(named(FILE), file -> Files.exists(Path.of(file))));
    }

    @Test
    void theTableListsEveryPackage() throws IOException {
        final Set<String> listed =
                ROW.matcher(page)
                        .results()
                        .map(row -> row.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(packages(), listed);
    }

    /** Those that hold classes, without the root. */
    private static Set<String> packages() throws IOException {
        try (Stream<Path> folders = Files.walk(ROOT)) {
            return folders.filter(ArchitecturePageTest::hasClasses)
                    .map(folder -> ROOT.relativize(folder))
                    .map(ArchitecturePageTest::dotted)
                    .filter(name -> !name.isEmpty())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String dotted(final Path folder) {
        return StreamSupport.stream(folder.spliterator(), false)
                .map(Path::toString)
                .collect(Collectors.joining("."));
    }

    private static boolean hasClasses(final Path folder) {
        final String[] files = folder.toFile().list();
        return files != null && Arrays.stream(files).anyMatch(file -> file.endsWith(".java"));
    }
}
