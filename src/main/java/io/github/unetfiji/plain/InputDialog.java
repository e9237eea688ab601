package io.github.unetfiji.plain;

import ij.IJ;
import ij.Macro;
import ij.gui.HTMLDialog;
import io.github.unetfiji.CancelledException;
import java.awt.Dialog.ModalityType;
import java.lang.reflect.InvocationTargetException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.swing.SwingUtilities;
import org.scijava.module.Module;

/**
 * Asks the user for the inputs of a command, and lets the command react while it is open. A value that cannot be used keeps the
 * dialog open, with the reason on top.
 *
 * <p>Numbers are asked for as texts, so that a dialog and a macro are read by the same rules.
 */
final class InputDialog {

    private final String title;
    private final CommandInputs inputs;
    private final OpenImages images;
    private final LiveModule module;
    private final LastQuestion question;
    private final Map<String, String> texts = new LinkedHashMap<>();

    private Reactor reactor;
    private InputForm form;
    private DialogWindow window;
    private boolean closed;
    private boolean refused;
    private boolean accepted;
    private boolean busy;

    /**
     * A dialog for one question.
     *
     * @param label of the command; the dots at its end are left out
     * @param images as the calling thread sees them
     * @param fresh the command to ask for, with its context injected; the dialog initializes it
     */
    InputDialog(
            final String label,
            final CommandInputs inputs,
            final OpenImages images,
            final Module fresh) {
        this.title = label.replaceAll("\\.+$", "");
        this.inputs = inputs;
        this.images = images.forOtherThreads();
        this.module = new LiveModule(fresh, inputs, this.images);
        this.question = new LastQuestion(fresh, title);
    }

    /**
     * Shows the dialog until its values can be used.
     *
     * @return texts by key, one for every input
     * @throws CancelledException if the user cancels
     */
    Map<String, String> ask() {
        final Reaction start = module.start();
        texts.putAll(start.seen());
        texts.putAll(start.changed());
        reactor =
                new Reactor(
                        module,
                        texts,
                        reaction -> SwingUtilities.invokeLater(() -> show(reaction)));
        inSwing(() -> open(start));
        if (!accepted) {
            throw new CancelledException();
        }
        return Map.copyOf(texts);
    }

    /** Whether a callback still ran when the dialog closed: it may yet change the command, but not another one. */
    boolean isBusy() {
        return busy;
    }

    private void inSwing(final Runnable task) {
        if (SwingUtilities.isEventDispatchThread()) {
            task.run();
            return;
        }
        try {
            SwingUtilities.invokeAndWait(task);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            SwingUtilities.invokeLater(this::cancel);
            throw new CancelledException();
        } catch (final InvocationTargetException e) {
            throw new IllegalStateException("The dialog does not open.", e.getCause());
        }
    }

    private void open(final Reaction start) {
        form = new InputForm(inputs, images, this::changed, reactor::pressed, () -> window.fit());
        window =
                new DialogWindow(
                        title,
                        // NB: the user wants to look through the windows of a preview.
                        module.isPreviewable()
                                ? ModalityType.DOCUMENT_MODAL
                                : ModalityType.APPLICATION_MODAL,
                        form,
                        this::accept,
                        this::cancel,
                        this::help);
        form.show(texts, start.messages());
        start.failure().ifPresent(this::complain);
        reactor.opened();
        window.open();
    }

    private void changed(final String key) {
        if (closed) {
            return; // NB: a pause in the typing may end after the dialog.
        }
        reactor.changed(key, form.text(key));
        form.refresh();
        if (refused) {
            window.complain(problem().map(CommandInputs.Problem::sentence).orElse(""));
        }
    }

    private void show(final Reaction reaction) {
        if (closed) {
            return;
        }
        if (form.show(reaction.toShow(form.texts()), reaction.messages())) {
            window.fit();
        }
        if (reaction.failure().isPresent()) {
            complain(reaction.failure().get());
        } else if (!refused) {
            window.complain("");
        }
    }

    private void complain(final Throwable failure) {
        if (!(failure instanceof CancelledException)
                && !Macro.MACRO_CANCELED.equals(failure.getMessage())) {
            refused = false;
            window.complain(Failure.sentence(failure));
        }
    }

    private Optional<CommandInputs.Problem> problem() {
        return inputs.problem(form.texts(), images);
    }

    private void accept() {
        final Optional<CommandInputs.Problem> problem = problem();
        refused = problem.isPresent();
        if (refused) {
            form.reveal(problem.get().key());
            window.complain(problem.get().sentence());
            window.fit();
            return;
        }
        final Optional<Map<String, String>> answered =
                question.answered(form.texts(), window.dialog());
        if (answered.isEmpty()) {
            return;
        }
        texts.putAll(answered.get());
        accepted = true;
        close(() -> {});
    }

    private void cancel() {
        close(this::cleanUp);
    }

    /** NB: nobody waits for it any more who could be told. */
    private void cleanUp() {
        try {
            module.cancel();
        } catch (final RuntimeException e) {
            IJ.log(StackTrace.of(e));
        }
    }

    private void close(final Runnable last) {
        if (!closed) {
            closed = true;
            busy = reactor.close(last);
            window.close();
        }
    }

    private void help() {
        new HTMLDialog(window.dialog(), title, DialogHelp.html(inputs));
    }
}
