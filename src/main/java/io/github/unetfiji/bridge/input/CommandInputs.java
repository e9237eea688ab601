package io.github.unetfiji.bridge.input;

import io.github.unetfiji.Legible;
import io.github.unetfiji.UNetException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.scijava.module.Module;

/**
 * The inputs of a command that a user can set. Macro options, dialog texts and defaults all become values in one place, {@link
 * #values}. Immutable.
 */
public final class CommandInputs {

    /** A value that cannot be used: the key of its input, and a sentence that says why. */
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
        final CommandInputs inputs = new CommandInputs(CommandDeclaration.items(module));
        CommandDeclaration.checkKeys(inputs.macroKeys());
        return inputs;
    }

    /** The inputs in the order declared; those of a subclass come before those that it inherits. */
    public List<CommandInput> list() {
        return inputs;
    }

    /** All items of the dialog in the same order: inputs, messages and buttons. */
    public List<DialogItem> items() {
        return items;
    }

    /** The keys that a macro may give and the recorder writes. */
    List<String> macroKeys() {
        return inputs.stream().filter(CommandInput::inMacros).map(CommandInput::key).toList();
    }

    /** The options of a macro as texts by key: {@code flag} becomes {@code flag=true}. */
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
     * @param texts as the user gave them; an input without one has its default
     * @param images where image inputs are looked up
     * @throws UNetException if a value cannot be used or a required one is missing; one sentence
     */
    public Map<String, Object> values(final Map<String, String> texts, final OpenImages images) {
        final InputReader reader = new InputReader(images, InputNaming.MACRO);
        final Map<String, Object> values = new LinkedHashMap<>();
        for (final CommandInput input : inputs) {
            values.put(input.key(), reader.read(input, texts.get(input.key())));
        }
        return values;
    }

    /** The values of those inputs whose texts can be used, as far as there are texts. */
    public Map<String, Object> readable(final Map<String, String> texts, final OpenImages images) {
        final InputReader reader = new InputReader(images, InputNaming.DIALOG);
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
        final InputReader reader = new InputReader(images, InputNaming.DIALOG);
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
