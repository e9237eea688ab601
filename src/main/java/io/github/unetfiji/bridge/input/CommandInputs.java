package io.github.unetfiji.bridge.input;

import io.github.unetfiji.Legible;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.bridge.macro.ClosestWord;
import io.github.unetfiji.bridge.macro.MacroKeys;
import io.github.unetfiji.bridge.macro.MacroOptions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.command.CommandModuleItem;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.service.Service;
import org.scijava.widget.Button;

/**
 * The inputs of a command that a user can set, and the one way from texts to values: macro options, dialog and defaults all
 * end in {@link #values}. Immutable.
 */
public final class CommandInputs {

    /** A value that cannot be used: of which input, and the sentence that says why. */
    public record Problem(String key, String sentence) {}

    private final List<DialogItem> items;
    private final List<CommandInput> inputs;

    private CommandInputs(final List<DialogItem> items) {
        this.items = List.copyOf(items);
        this.inputs =
                items.stream()
                        .filter(CommandInput.class::isInstance)
                        .map(CommandInput.class::cast)
                        .toList();
    }

    /**
     * Reads the declarations of a fresh command.
     *
     * @throws IllegalStateException if the command breaks a rule of macro keys; says which
     */
    public static CommandInputs of(final Module module) {
        final List<DialogItem> items = new ArrayList<>();
        for (final ModuleItem<?> item : ownFirst(module.getInfo().inputs())) {
            if (isForUsers(item)) {
                items.add(dialogItem(item, module));
            }
        }
        final CommandInputs inputs =
                new CommandInputs(DialogOrder.of(items, groups(module.getInfo().inputs())));
        MacroKeys.check(inputs.macroKeys());
        return inputs;
    }

    /** NB: what a command adds to a section of the classes that it extends does not move that section. */
    private static List<String> groups(final Iterable<ModuleItem<?>> items) {
        final List<String> groups = new ArrayList<>();
        items.forEach(item -> groups.add(ItemStyle.of(item.getWidgetStyle()).group()));
        return groups.stream().distinct().toList();
    }

    private static DialogItem dialogItem(final ModuleItem<?> item, final Module command) {
        final ItemStyle style = ItemStyle.of(item.getWidgetStyle());
        if (item.getVisibility() == ItemVisibility.MESSAGE) {
            return new DialogMessage(item.getName(), textOf(item.getLabel()), style);
        }
        if (Button.class.isAssignableFrom(item.getType())) {
            final String label = textOf(item.getLabel());
            return new DialogButton(
                    item.getName(),
                    label.isEmpty() ? item.getName() : label,
                    textOf(item.getDescription()),
                    style);
        }
        return CommandInput.of(item, command);
    }

    private static String textOf(final String declared) {
        return declared == null ? "" : declared;
    }

    /** NB: SciJava lists what a command inherits first, but what it adds is what it works on. */
    private static List<ModuleItem<?>> ownFirst(final Iterable<ModuleItem<?>> items) {
        final Map<Class<?>, List<ModuleItem<?>>> byClass = new LinkedHashMap<>();
        items.forEach(
                item ->
                        byClass.computeIfAbsent(declaringClass(item), type -> new ArrayList<>())
                                .add(item));
        final List<List<ModuleItem<?>>> groups = new ArrayList<>(byClass.values());
        Collections.reverse(groups);
        return groups.stream().flatMap(List::stream).toList();
    }

    private static Class<?> declaringClass(final ModuleItem<?> item) {
        return item instanceof CommandModuleItem
                ? ((CommandModuleItem<?>) item).getField().getDeclaringClass()
                : Object.class;
    }

    private static boolean isForUsers(final ModuleItem<?> item) {
        return item.getVisibility() != ItemVisibility.INVISIBLE
                && !Service.class.isAssignableFrom(item.getType())
                && !Context.class.isAssignableFrom(item.getType());
    }

    /** What has a value, in the order declared, that of a subclass before what it inherits. */
    public List<CommandInput> list() {
        return inputs;
    }

    /** All that stands in a dialog, in the same order: inputs, messages and buttons. */
    public List<DialogItem> items() {
        return items;
    }

    /** What a macro may give, and the recorder writes. */
    List<String> macroKeys() {
        return inputs.stream().filter(CommandInput::inMacros).map(CommandInput::key).toList();
    }

    /** What a macro says, as texts by key: {@code flag} becomes {@code flag=true}. */
    public Map<String, String> texts(final MacroOptions options) {
        final Map<String, CommandInput> byKey =
                inputs.stream()
                        .filter(CommandInput::inMacros)
                        .collect(Collectors.toMap(CommandInput::key, input -> input));
        final Map<String, String> texts = new LinkedHashMap<>();
        options.values()
                .forEach(
                        (key, value) -> {
                            final CommandInput input = byKey.get(key);
                            if (input == null) {
                                throw new UNetException(unknown(key));
                            }
                            texts.put(key, value == null ? flag(input) : value);
                        });
        return texts;
    }

    private static String flag(final CommandInput input) {
        if (input.kind() != InputKind.FLAG) {
            throw new UNetException(
                    "Option " + input.name() + " needs a value: write " + input.key() + "=...");
        }
        return "true";
    }

    private String unknown(final String key) {
        final List<String> keys = macroKeys();
        final String allowed =
                keys.isEmpty()
                        ? "this command has no options"
                        : "the options are " + String.join(", ", keys);
        return "Unknown option \""
                + Legible.echo(key)
                + "\""
                + ClosestWord.hint(key, keys)
                + "; "
                + allowed
                + ".";
    }

    /**
     * The values of all inputs, in the order declared.
     *
     * @param texts what the user gave; a key that is not in it has its default
     * @param images where image inputs are looked up
     * @throws UNetException if a value cannot be used or a required one is missing; one sentence
     */
    public Map<String, Object> values(final Map<String, String> texts, final OpenImages images) {
        final InputReader reader = new InputReader(images, Wording.MACRO);
        final Map<String, Object> values = new LinkedHashMap<>();
        for (final CommandInput input : inputs) {
            values.put(input.key(), reader.read(input, texts.get(input.key())));
        }
        return values;
    }

    /** The values of those inputs whose texts can be used, as far as there are texts. */
    public Map<String, Object> readable(final Map<String, String> texts, final OpenImages images) {
        final InputReader reader = new InputReader(images, Wording.DIALOG);
        final Map<String, Object> values = new LinkedHashMap<>();
        for (final CommandInput input : inputs) {
            final String text = texts.get(input.key());
            if (text != null && problem(reader, input, text).isEmpty()) {
                values.put(input.key(), reader.read(input, text));
            }
        }
        return values;
    }

    /** The first value that {@link #values} would refuse, in the dialog's words. */
    public Optional<Problem> problem(final Map<String, String> texts, final OpenImages images) {
        final InputReader reader = new InputReader(images, Wording.DIALOG);
        return inputs.stream()
                .map(input -> problem(reader, input, texts.get(input.key())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Problem> problem(
            final InputReader reader, final CommandInput input, final String text) {
        try {
            reader.read(input, text);
            return Optional.empty();
        } catch (final UNetException unusable) {
            return Optional.of(new Problem(input.key(), unusable.getMessage()));
        }
    }
}
