package io.github.unetfiji.plain;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Takes the changes of a dialog to its command, one after the other in a thread of their own, and gives back what the command
 * made of them. Thread-safe.
 *
 * <p>The command always sees the newest texts. Of several changes of one field that wait, it sees the last.
 */
final class Reactor {

    private final LiveModule module;
    private final Consumer<Reaction> listener;
    private final Map<String, String> texts;
    private final CoalescingWorker worker;

    /**
     * Starts with the texts of a dialog just opened.
     *
     * @param listener told in the reactor's thread, and no more after {@link #close}
     */
    Reactor(
            final LiveModule module,
            final Map<String, String> texts,
            final Consumer<Reaction> listener) {
        this.module = module;
        this.listener = listener;
        this.texts = new LinkedHashMap<>(texts);
        this.worker = new CoalescingWorker("U-Net dialog");
    }

    /** The user changed a field. */
    synchronized void changed(final String key, final String text) {
        texts.put(key, text);
        if (module.reacts(key)) {
            worker.submit(key, () -> react(key));
        }
    }

    /** The dialog opens: the command may preview what it starts with. */
    void opened() {
        if (module.isPreviewable()) {
            worker.submit("", () -> react(""));
        }
    }

    /** The user pressed a button. */
    void pressed(final String key) {
        worker.submit(key, () -> react(key));
    }

    /**
     * Ends the reactions; waits for none.
     *
     * @param last what is left to do with the command, after the one that still runs
     * @return whether one still runs, which may yet change the command
     */
    boolean close(final Runnable last) {
        return worker.close(last);
    }

    private void react(final String key) {
        final Reaction reaction = module.change(key, texts());
        if (!worker.isClosed()) {
            merge(reaction);
            listener.accept(reaction);
        }
    }

    private synchronized Map<String, String> texts() {
        return Map.copyOf(texts);
    }

    private synchronized void merge(final Reaction reaction) {
        texts.putAll(reaction.toShow(texts));
    }
}
