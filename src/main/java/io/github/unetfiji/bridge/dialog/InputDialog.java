package io.github.unetfiji.bridge.dialog;

import ij.IJ;
import ij.ImageListener;
import ij.ImagePlus;
import ij.Macro;
import io.github.unetfiji.CancelledException;
import io.github.unetfiji.bridge.input.CommandInputs;
import io.github.unetfiji.bridge.input.InputNaming;
import io.github.unetfiji.bridge.input.OpenImages;
import io.github.unetfiji.bridge.message.Failure;
import java.lang.reflect.InvocationTargetException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.swing.SwingUtilities;
import org.scijava.BasicDetails;
import org.scijava.module.Module;

/**
 * Asks the user for the inputs of a command, and lets the command react while it is open. A value that cannot be used keeps the
 * dialog open, with the reason on top.
 *
 * <p>Numbers are asked for as texts, so that a dialog and a macro are read by the same rules.
 */
public final class InputDialog {

    private final String title;
    private final BasicDetails command;
    private final CommandInputs inputs;
    private final OpenImages images;
    private final ConfirmationDialog question;
    private final DialogModule values;
    private final DialogModule previews;
    private final Map<String, String> texts = new LinkedHashMap<>();

    private CallbackRunner reactor;
    private InputForm form;
    private DialogWindow window;
    private HelpWindow help;
    private boolean closed;
    private boolean refused;
    private boolean accepted;
    private boolean accepting;
    private boolean edited;

    /**
     * A dialog for one question.
     *
     * @param title of the window
     * @param images as the calling thread sees them
     * @param asked the command to ask for, with its context injected; the dialog initializes it
     * @param previewing another one of the same class, for the previews
     */
    public InputDialog(
            final String title,
            final CommandInputs inputs,
            final OpenImages images,
            final Module asked,
            final Module previewing) {
        this.title = title;
        this.command = asked.getInfo();
        this.inputs = inputs;
        this.images = images.forOtherThreads();
        this.values = new DialogModule(asked, inputs, this.images);
        this.previews = new DialogModule(previewing, inputs, this.images);
        this.question = new ConfirmationDialog(asked, title);
    }

    /**
     * Shows the dialog until its values can be used.
     *
     * @return texts by key, one for every input
     * @throws CancelledException if the user cancels
     */
    public Map<String, String> ask() {
        final Reaction start = values.start();
        previews.start();
        texts.putAll(start.seen());
        texts.putAll(start.changed());
        reactor =
                new CallbackRunner(
                        values,
                        previews,
                        start,
                        reaction -> SwingUtilities.invokeLater(() -> applied(reaction)),
                        reaction -> SwingUtilities.invokeLater(() -> previewed(reaction)));
        inSwing(() -> open(start));
        if (!accepted) {
            throw new CancelledException();
        }
        return Map.copyOf(texts);
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
            SwingUtilities.invokeLater(this::close);
            throw new CancelledException();
        } catch (final InvocationTargetException e) {
            throw new IllegalStateException("The dialog does not open.", e.getCause());
        }
    }

    private void open(final Reaction start) {
        form = new InputForm(inputs, images, this::changed, this::pressed, () -> window.fit());
        window = new DialogWindow(title, form, this::accept, this::close, this::help);
        form.begin(texts, start.messages());
        start.failure().ifPresent(this::complain);
        reactor.opened();
        window.onFront(form::refreshImages);
        final ImageListener follower = new OpenImagesListener(this::imagesChanged);
        ImagePlus.addImageListener(follower);
        try {
            window.open();
        } finally {
            ImagePlus.removeImageListener(follower);
        }
    }

    private void changed(final String key) {
        if (closed) {
            return; // NB: a pause in the typing may end after the dialog.
        }
        form.commit(); // NB: what was typed before comes before.
        edited = true;
        reactor.changed(key, form.text(key));
        form.outdate(reactor.previews());
        form.refresh();
        if (refused) {
            window.complain(problem().map(CommandInputs.Problem::sentence).orElse(""));
        }
    }

    /** NB: an image that the dialog has waited for covers it. */
    private void imagesChanged() {
        if (!closed && form.refreshImages()) {
            window.dialog().toFront();
        }
    }

    private void pressed(final String key) {
        form.commit();
        reactor.pressed(key);
    }

    /** A callback has set values. */
    private void applied(final Reaction reaction) {
        if (reaction.failure().isPresent()) {
            stopAccepting();
        }
        show(reaction);
    }

    private void previewed(final Reaction reaction) {
        if (!closed) {
            show(reaction);
            form.outdate(reaction.state().edits() < reactor.edits());
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
            window.complain(InputNaming.inLabels(Failure.sentence(failure), inputs.list()));
        }
    }

    private Optional<CommandInputs.Problem> problem() {
        return inputs.problem(form.texts(), images);
    }

    /** OK: waits until the callbacks of all edits have ended, then takes the values; it does not wait for previews. */
    private void accept() {
        form.commit();
        accepting = true;
        edited = false;
        window.setReady(false);
        reactor.whenSettled(() -> SwingUtilities.invokeLater(this::settled));
    }

    private void settled() {
        if (closed || !accepting) {
            return;
        }
        form.commit();
        if (edited) {
            accept(); // NB: there may be new callbacks.
            return;
        }
        stopAccepting();
        take();
    }

    private void stopAccepting() {
        accepting = false;
        window.setReady(true);
    }

    private void take() {
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
        close();
    }

    /** NB: the dialog is closed already, so a failure goes to the log. */
    private void cleanUp() {
        try {
            previews.cancel();
        } catch (final RuntimeException e) {
            IJ.log(Failure.details(e));
        }
    }

    private void close() {
        if (!closed) {
            closed = true;
            reactor.close(this::cleanUp);
            window.close();
        }
    }

    private void help() {
        if (help == null || !help.isOpen()) {
            help =
                    new HelpWindow(
                            window.dialog(), "Help on " + title, DialogHelp.html(command, inputs));
        }
        help.open();
    }
}
