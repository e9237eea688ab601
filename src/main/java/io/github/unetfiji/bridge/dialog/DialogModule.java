package io.github.unetfiji.bridge.dialog;

import ij.ImagePlus;
import io.github.unetfiji.bridge.input.CommandInput;
import io.github.unetfiji.bridge.input.CommandInputs;
import io.github.unetfiji.bridge.input.DialogItem;
import io.github.unetfiji.bridge.input.InputKind;
import io.github.unetfiji.bridge.input.OpenImages;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.scijava.command.Previewable;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/**
 * A command whose dialog is open: takes the texts of the dialog, calls initializers, callbacks and previews, and reports which values
 * they changed.
 *
 * <p>A text that cannot be read leaves the input as it was. Not thread-safe.
 */
final class DialogModule {

    private final Module module;
    private final CommandInputs inputs;
    private final OpenImages images;

    /**
     * Wraps a fresh module.
     *
     * @param module with its context injected
     * @param images as any thread may ask them
     */
    DialogModule(final Module module, final CommandInputs inputs, final OpenImages images) {
        this.module = module;
        this.inputs = inputs;
        this.images = images;
    }

    /** Initializes the command after its images are set. The dialog begins with the texts that the command was given, and over them those
     * that it changed. */
    Reaction start() {
        final Map<String, String> texts = new Proposals(inputs, images).texts();
        return react(new Reaction.State(texts, Map.of(), 0), this::initialize);
    }

    /** NB: a proposed image, or an input that only the dialog has, such as a preset, takes effect as if the user had chosen it. */
    private void initialize() {
        ModuleCalls.initialize(module);
        inputs.list().stream()
                .filter(input -> !input.inMacros() || input.kind() == InputKind.IMAGE)
                .filter(input -> module.getInput(input.key()) != null)
                .forEach(input -> ModuleCalls.callback(module, input.key()));
    }

    /** Whether the command sets values when this field changes. */
    boolean hasCallback(final String key) {
        final ModuleItem<?> item = module.getInfo().getInput(key);
        return item.getCallback() != null && !item.getCallback().isEmpty();
    }

    /** Whether the command shows previews. */
    boolean isPreviewable() {
        return module.getDelegateObject() instanceof Previewable;
    }

    /** Calls the callback of a field; nothing if the text of that field cannot be read. */
    Reaction change(final String key, final Reaction.State state) {
        final boolean readable = inputs.readable(state.texts(), images).containsKey(key);
        return react(
                state,
                () -> {
                    if (readable) {
                        ModuleCalls.callback(module, key);
                    }
                });
    }

    /** Calls the callback of a button, then the preview, as SciJava does. */
    Reaction press(final String key, final Reaction.State state) {
        return react(
                state,
                () -> {
                    ModuleCalls.callback(module, key);
                    module.preview();
                });
    }

    /** Lets the command preview. */
    Reaction preview(final Reaction.State state) {
        return react(state, module::preview);
    }

    /** Lets the command clean up after previews. */
    void cancel() {
        module.cancel();
    }

    private Reaction react(final Reaction.State state, final Runnable call) {
        inputs.readable(state.texts(), images).forEach(module::setInput);
        state.messages().forEach(module::setInput);
        final Map<String, Object> before = values();
        Optional<Throwable> failure = Optional.empty();
        try {
            call.run();
        } catch (final RuntimeException | Error thrown) {
            failure = Optional.of(thrown);
        }
        return new Reaction(state, changed(before), messages(state.messages()), failure);
    }

    private Map<String, Object> values() {
        final Map<String, Object> values = new LinkedHashMap<>();
        inputs.list().forEach(input -> values.put(input.key(), module.getInput(input.key())));
        return values;
    }

    private Map<String, String> changed(final Map<String, Object> before) {
        final Map<String, Object> after = values();
        final Map<String, String> changed = new LinkedHashMap<>();
        for (final CommandInput input : inputs.list()) {
            final Object value = after.get(input.key());
            if (!Objects.equals(before.get(input.key()), value)) {
                changed.put(
                        input.key(),
                        value instanceof ImagePlus
                                ? images.nameOf((ImagePlus) value)
                                : input.text(value));
            }
        }
        return changed;
    }

    private Map<String, String> messages(final Map<String, String> before) {
        final Map<String, String> messages = new LinkedHashMap<>();
        for (final DialogItem item : inputs.items()) {
            if (item instanceof DialogItem.Message) {
                final String text = Objects.toString(module.getInput(item.key()), "");
                if (!text.equals(before.get(item.key()))) {
                    messages.put(item.key(), text);
                }
            }
        }
        return messages;
    }
}
