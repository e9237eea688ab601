package io.github.unetfiji.bridge.dialog;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Runs a command's callbacks and previews in the background while its dialog is open, in two threads: one for callbacks, which set
 * values and must be quick; one for previews and buttons, which may be slow. So no value ever waits for a preview.
 *
 * <p>Both threads see the newest texts, and each has a command of its own: a preview that still runs does not change the command that will be run. Of several changes of one field that wait, the command sees the last. Thread-safe.
 */
final class CallbackRunner {

    private final DialogModule values;
    private final DialogModule previews;
    private final Consumer<Reaction> changed;
    private final Consumer<Reaction> previewed;
    private final Map<String, String> texts;
    private final Map<String, String> messages;
    private final LatestTaskQueue callbacks = new LatestTaskQueue("U-Net dialog");
    private final LatestTaskQueue previewing = new LatestTaskQueue("U-Net preview");
    private long edits;

    /**
     * Starts with the contents of a dialog that was just opened.
     *
     * @param values has the callbacks called
     * @param previews another command of the same class, initialized: has previews and buttons called
     * @param start what initializing the command changed
     * @param changed gets the reaction of each callback, in a background thread, and none after {@link #close}
     * @param previewed gets the reaction of each preview and button in the same way
     */
    CallbackRunner(
            final DialogModule values,
            final DialogModule previews,
            final Reaction start,
            final Consumer<Reaction> changed,
            final Consumer<Reaction> previewed) {
        this.values = values;
        this.previews = previews;
        this.changed = changed;
        this.previewed = previewed;
        this.texts = new LinkedHashMap<>(start.seen());
        this.texts.putAll(start.changed());
        this.messages = new LinkedHashMap<>(start.messages());
    }

    /** The user changed a field. */
    synchronized void changed(final String key, final String text) {
        texts.put(key, text);
        edits++;
        if (values.hasCallback(key)) {
            callbacks.submit(key, () -> callBack(key));
        } else {
            preview();
        }
    }

    /** The dialog opens: the command may preview what it starts with. */
    void opened() {
        preview();
    }

    /** The user pressed a button. */
    void pressed(final String key) {
        previewing.submit(key, () -> press(key));
    }

    /** Runs a task in a background thread as soon as all callbacks of the changes so far have ended; not after {@link #close}. */
    void whenSettled(final Runnable task) {
        callbacks.submit("settled", task);
    }

    /** Whether the command reacts to every change with a preview. */
    boolean previews() {
        return previews.isPreviewable();
    }

    /** How often texts have changed; a reaction with a smaller number has not seen all of them. */
    synchronized long edits() {
        return edits;
    }

    /** Stops both threads without waiting.
     *
     * @param cleanUp run when the last preview has ended */
    void close(final Runnable cleanUp) {
        callbacks.close(() -> {});
        previewing.close(cleanUp);
    }

    private void preview() {
        if (previews.isPreviewable()) {
            previewing.submit("", () -> previewed(previews.preview(now())));
        }
    }

    private void press(final String key) {
        previewed(previews.press(key, now()));
    }

    private void previewed(final Reaction reaction) {
        if (!previewing.isClosed()) {
            merge(reaction);
            previewed.accept(reaction);
        }
    }

    private void callBack(final String key) {
        final Reaction reaction = values.change(key, now());
        if (!callbacks.isClosed()) {
            merge(reaction);
            changed.accept(reaction);
            preview();
        }
    }

    private synchronized Reaction.State now() {
        return new Reaction.State(Map.copyOf(texts), Map.copyOf(messages), edits);
    }

    private synchronized void merge(final Reaction reaction) {
        final Map<String, String> shown = reaction.toShow(texts);
        edits += shown.isEmpty() ? 0 : 1;
        texts.putAll(shown);
        messages.putAll(reaction.messages());
    }
}
