package io.github.unetfiji.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.service.Service;
import org.scijava.widget.Button;

/** The public contract of every command in the menu: labels, keys, defaults, documentation. */
class CommandContractTest {

    private static final Path MENU = Path.of("plugins.config");
    private static final Path DOCUMENTATION = Path.of("docs", "commands.md");
    private static final Pattern ENTRY =
            Pattern.compile(
                    "Plugins>U-Net, \"(U-Net [^\"]+)\", io\\.github\\.unetfiji\\.bridge\\.Run_Command\\(\"([\\w.]+)\"\\)");

    private static final String SEPARATOR = "Plugins>U-Net, \"-\"";

    /** The defaults that the design promises, in every command that has the key. */
    private static final Map<String, Object> DEFAULTS =
            Map.ofEntries(
                    Map.entry("output", "probabilities"),
                    Map.entry("tile", 0),
                    Map.entry("device", "auto"),
                    Map.entry("precision", "auto"),
                    Map.entry("kind", "instances"),
                    Map.entry("normalize", "stack"),
                    Map.entry("features", 64),
                    Map.entry("depth", 4),
                    Map.entry("optimizer", "adam"),
                    Map.entry("momentum", 0.99),
                    Map.entry("border", 10.0),
                    Map.entry("sigma", 5.0),
                    Map.entry("balance", 1.0),
                    Map.entry("deformation", 10.0),
                    Map.entry("dropout", 0.5),
                    Map.entry("flip", true),
                    Map.entry("seed", 1L));

    /** What the same key means by default in some commands: what is evaluated is what segmenting gives. */
    private static final Map<String, Map<String, Object>> OTHERWISE =
            Map.of(
                    "U-Net Evaluate...", Map.of("kind", "probabilities"),
                    "U-Net Evaluate Files...", Map.of("kind", "probabilities"),
                    "U-Net Evaluate Model...", Map.of("kind", "probabilities"));

    /** A command of the menu. */
    private record Entry(String label, Class<?> type) {

        /** The fields that a macro sets, those of its superclasses first. */
        List<Field> inputs() {
            final List<Field> fields = new ArrayList<>();
            for (Class<?> c = type; c != null; c = c.getSuperclass()) {
                Arrays.stream(c.getDeclaredFields()).filter(Entry::isInput).forEach(fields::add);
            }
            return fields;
        }

        private static boolean isInput(final Field field) {
            final Parameter parameter = field.getAnnotation(Parameter.class);
            return parameter != null
                    && parameter.type() != ItemIO.OUTPUT
                    && parameter.visibility() == ItemVisibility.NORMAL
                    && field.getType() != Button.class
                    && !Service.class.isAssignableFrom(field.getType())
                    && !field.getType().getName().equals("org.scijava.Context");
        }

        Object defaultOf(final Field field) throws ReflectiveOperationException {
            field.setAccessible(true);
            return field.get(type.getDeclaredConstructor().newInstance());
        }

        @Override
        public String toString() {
            return label;
        }
    }

    static Stream<Entry> menu() throws IOException, ReflectiveOperationException {
        final List<Entry> entries = new ArrayList<>();
        for (final String line : Files.readAllLines(MENU)) {
            if (!line.isBlank() && !line.startsWith("#") && !line.equals(SEPARATOR)) {
                final Matcher entry = ENTRY.matcher(line);
                assertTrue(entry.matches(), line);
                entries.add(new Entry(entry.group(1), Class.forName(entry.group(2))));
            }
        }
        assertFalse(entries.isEmpty());
        return entries.stream();
    }

    @Test
    void everyCommandIsInTheMenuOnce() throws IOException, ReflectiveOperationException {
        final List<String> inMenu = menu().map(entry -> entry.type().getName()).sorted().toList();
        final String index =
                Files.readString(Path.of("target/classes/META-INF/json/org.scijava.plugin.Plugin"));
        final Matcher commands =
                Pattern.compile("\"class\":\"(io\\.github\\.unetfiji\\.command\\.\\w+)\"")
                        .matcher(index);
        final List<String> inCode =
                commands.results().map(result -> result.group(1)).sorted().toList();
        assertEquals(inCode, inMenu);
    }

    /** NB: in Fiji a command with a menu path would take the place of our entry. */
    @ParameterizedTest
    @MethodSource("menu")
    void theLabelIsThatOfTheMenuAndThereIsNoMenuPath(final Entry entry) {
        final Plugin plugin = entry.type().getAnnotation(Plugin.class);
        assertEquals(Command.class, plugin.type());
        assertEquals(entry.label(), plugin.label());
        assertEquals("", plugin.menuPath());
        assertEquals(0, plugin.menu().length);
    }

    @ParameterizedTest
    @MethodSource("menu")
    void keysAreWordsAndNoneIsTheEndOfAnother(final Entry entry) {
        final List<String> keys = entry.inputs().stream().map(Field::getName).toList();
        assertEquals(keys.size(), new TreeSet<>(keys).size(), keys::toString);
        for (final String key : keys) {
            assertTrue(key.matches("[a-z]+"), key);
            for (final String other : keys) {
                assertFalse(!other.equals(key) && other.endsWith(key), key + " ends " + other);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("menu")
    void fieldsHaveALabelAndRememberNothing(final Entry entry) {
        for (final Field field : entry.inputs()) {
            final Parameter parameter = field.getAnnotation(Parameter.class);
            assertFalse(parameter.label().isBlank(), field::toString);
            assertFalse(parameter.persist(), field::toString);
        }
    }

    @ParameterizedTest
    @MethodSource("menu")
    void whatIsNotAnImageOrAFileHasADefaultThatIsAllowed(final Entry entry)
            throws ReflectiveOperationException {
        for (final Field field : entry.inputs()) {
            final Parameter parameter = field.getAnnotation(Parameter.class);
            final Object value = entry.defaultOf(field);
            if (field.getType() == ImagePlus.class || field.getType() == File.class) {
                continue;
            }
            assertNotNull(value, field::toString);
            if (parameter.choices().length > 0) {
                assertTrue(List.of(parameter.choices()).contains(value), field::toString);
            }
            if (value instanceof Number number) {
                assertWithin(number.doubleValue(), parameter, field);
            }
        }
    }

    private static void assertWithin(
            final double value, final Parameter parameter, final Field field) {
        assertTrue(
                parameter.min().isEmpty() || value >= Double.parseDouble(parameter.min()),
                field::toString);
        assertTrue(
                parameter.max().isEmpty() || value <= Double.parseDouble(parameter.max()),
                field::toString);
    }

    @ParameterizedTest
    @MethodSource("menu")
    void defaultsAreThoseOfTheDesign(final Entry entry) throws ReflectiveOperationException {
        final Map<String, Object> promised = new HashMap<>(DEFAULTS);
        promised.putAll(OTHERWISE.getOrDefault(entry.label(), Map.of()));
        for (final Field field : entry.inputs()) {
            if (promised.containsKey(field.getName())) {
                assertEquals(
                        promised.get(field.getName()), entry.defaultOf(field), field::toString);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("menu")
    void everyKeyIsDocumented(final Entry entry) throws IOException {
        final String all = Files.readString(DOCUMENTATION);
        final Matcher section =
                Pattern.compile(
                                "(?ms)^## [^\\n]*"
                                        + Pattern.quote(entry.label())
                                        + ".*?(?=^## |\\z)")
                        .matcher(all);
        assertTrue(section.find(), "no section on " + entry);
        for (final Field field : entry.inputs()) {
            assertTrue(
                    section.group().contains("`" + field.getName() + "`")
                            || section.group().contains("`" + field.getName() + "="),
                    entry + ": " + field.getName());
        }
    }
}
