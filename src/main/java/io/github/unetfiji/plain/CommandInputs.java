package io.github.unetfiji.plain;

import io.github.unetfiji.UNetException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.command.CommandModuleItem;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.service.Service;

/**
 * The inputs of a command that a user can set, and the one way from texts to values: macro options, dialog and defaults all
 * end in {@link #values}. Immutable.
 */
final class CommandInputs {

    private final List<CommandInput> inputs;

    private CommandInputs(final List<CommandInput> inputs) {
        this.inputs = List.copyOf(inputs);
    }

    /**
     * Reads the declarations of a fresh command.
     *
     * @throws IllegalStateException if the command breaks a rule of macro keys; says which
     */
    static CommandInputs of(final Module module) {
        final List<CommandInput> inputs = new ArrayList<>();
        for (final ModuleItem<?> item : ownFirst(module.getInfo().inputs())) {
            if (isForUsers(item)) {
                inputs.add(CommandInput.of(item, module.getInput(item.getName())));
            }
        }
        MacroKeys.check(inputs.stream().map(CommandInput::key).toList());
        return new CommandInputs(inputs);
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
                && item.getVisibility() != ItemVisibility.MESSAGE
                && !Service.class.isAssignableFrom(item.getType())
                && !Context.class.isAssignableFrom(item.getType());
    }

    /** In the order declared, those of a subclass before those that it inherits. */
    List<CommandInput> list() {
        return inputs;
    }

    /** What a macro says, as texts by key: {@code flag} becomes {@code flag=true}. */
    Map<String, String> texts(final MacroOptions options) {
        final Map<String, CommandInput> byKey =
                inputs.stream().collect(Collectors.toMap(CommandInput::key, input -> input));
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
        final List<String> keys = inputs.stream().map(CommandInput::key).toList();
        final String allowed =
                keys.isEmpty()
                        ? "this command has no options"
                        : "the options are " + String.join(", ", keys);
        return "Unknown option \""
                + key
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
    Map<String, Object> values(final Map<String, String> texts, final OpenImages images) {
        final InputReader reader = new InputReader(images);
        final Map<String, Object> values = new LinkedHashMap<>();
        for (final CommandInput input : inputs) {
            values.put(input.key(), reader.read(input, texts.get(input.key())));
        }
        return values;
    }
}
