package io.github.unetfiji.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import io.github.unetfiji.setting.Setting;
import io.github.unetfiji.training.TrainingKeys;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
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

        InputDeclaration declaration(final Field field) throws ReflectiveOperationException {
            return InputDeclaration.of(
                    new CommandInfo(type.getName()).getInput(field.getName()),
                    type.getDeclaredConstructor().newInstance());
        }

        /** The settings of the library for which inputs stand, by key. */
        Map<String, Setting<?>> settings() throws ReflectiveOperationException {
            final Map<String, Setting<?>> settings = new LinkedHashMap<>();
            final List<String> keys = inputs().stream().map(Field::getName).toList();
            if (type.getDeclaredConstructor().newInstance() instanceof UNetCommand command) {
                for (final Setting<?> setting : command.declared()) {
                    if (keys.contains(setting.key())) {
                        assertNull(settings.put(setting.key(), setting), setting::key);
                    }
                }
            }
            return settings;
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
            final Object value = entry.defaultOf(field);
            if (field.getType() == ImagePlus.class || field.getType() == File.class) {
                continue;
            }
            assertNotNull(value, field::toString);
            final InputDeclaration declared = entry.declaration(field);
            if (!declared.choices().isEmpty()) {
                assertTrue(declared.choices().contains(value), field::toString);
            }
            if (value instanceof Number number) {
                assertTrue(declared.range().contains(number.doubleValue()), field::toString);
            }
        }
    }

    /** NB: the annotation of an input says how it is shown, and nothing of what it allows. */
    @ParameterizedTest
    @MethodSource("menu")
    void whatASettingDeclaresStandsNowhereElse(final Entry entry)
            throws ReflectiveOperationException {
        final Map<String, Setting<?>> settings = entry.settings();
        for (final Field field : entry.inputs()) {
            final Parameter parameter = field.getAnnotation(Parameter.class);
            assertEquals(
                    0,
                    parameter.choices().length
                            + parameter.min().length()
                            + parameter.max().length(),
                    field::toString);
            final Setting<?> setting = settings.get(field.getName());
            if (setting != null) {
                assertEquals(
                        setting.initialWord(),
                        String.valueOf(entry.defaultOf(field)),
                        field::toString);
                assertTrue(
                        setting.choices().containsAll(setting.shown().keySet()), field::toString);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {TrainCommand.class, TrainFilesCommand.class})
    void everySettingOfATrainingIsAKey(final Class<?> type) throws ReflectiveOperationException {
        final Entry entry = new Entry(type.getSimpleName(), type);
        final List<String> keys =
                TrainingKeys.ALL.stream().map(Setting::key).collect(Collectors.toList());
        // NB: these are for programs only.
        keys.removeAll(List.of("scale", "noise", "blur"));
        keys.addAll(List.of("device", "precision"));
        assertTrue(entry.settings().keySet().containsAll(keys), entry.settings()::toString);
    }

    @ParameterizedTest
    @MethodSource("menu")
    void tablesSayWhatSettingsDeclare(final Entry entry)
            throws IOException, ReflectiveOperationException {
        final String section = section(entry);
        for (final Setting<?> setting : entry.settings().values()) {
            final String word = documented(setting.initialWord(), setting);
            if (section.contains("\n| `" + setting.key() + "` |")) {
                final String row =
                        "\n| `" + setting.key() + "` | " + word + " | " + allowed(setting) + " | ";
                assertTrue(
                        section.replace("|  |", "| |").contains(row.replace("|  |", "| |")),
                        () -> entry + " has no " + row);
            } else if (entry.type() == SampleStackCommand.class) {
                assertTrue(section.contains("`" + setting.key() + "` " + word), setting::key);
            }
        }
    }

    private static String documented(final String word, final Setting<?> setting) {
        if (setting.initial() instanceof Double number) {
            return BigDecimal.valueOf(number)
                    .add(BigDecimal.ZERO)
                    .stripTrailingZeros()
                    .toPlainString();
        }
        return setting.initial() instanceof Number || setting.initial() instanceof Boolean
                ? word
                : word.isEmpty() ? "none" : "`" + word + "`";
    }

    private static String allowed(final Setting<?> setting) {
        return setting.choices().isEmpty()
                ? setting.allowedNumbers()
                : setting.choices().stream()
                        .map(choice -> "`" + choice + "`")
                        .collect(Collectors.joining(", "));
    }

    private static String section(final Entry entry) throws IOException {
        final Matcher section =
                Pattern.compile(
                                "(?ms)^## [^\\n]*"
                                        + Pattern.quote(entry.label())
                                        + ".*?(?=^## |\\z)")
                        .matcher(Files.readString(DOCUMENTATION));
        assertTrue(section.find(), "no section on " + entry);
        return section.group();
    }

    @ParameterizedTest
    @MethodSource("menu")
    void everyKeyIsDocumented(final Entry entry) throws IOException {
        final String section = section(entry);
        for (final Field field : entry.inputs()) {
            assertTrue(
                    section.contains("`" + field.getName() + "`")
                            || section.contains("`" + field.getName() + "="),
                    entry + ": " + field.getName());
        }
    }
}
