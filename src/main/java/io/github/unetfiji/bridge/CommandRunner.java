package io.github.unetfiji.bridge;

import ij.IJ;
import ij.Macro;
import io.github.unetfiji.CancelledException;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.bridge.dialog.InputDialog;
import io.github.unetfiji.bridge.dialog.ModuleCalls;
import io.github.unetfiji.bridge.dialog.Proposals;
import io.github.unetfiji.bridge.dialog.RememberedText;
import io.github.unetfiji.bridge.input.CommandInputs;
import io.github.unetfiji.bridge.input.InputNaming;
import io.github.unetfiji.bridge.input.MacroOptions;
import io.github.unetfiji.bridge.input.OpenImages;
import io.github.unetfiji.bridge.message.CommandEnd;
import io.github.unetfiji.bridge.message.Failure;
import java.awt.GraphicsEnvironment;
import java.util.Map;
import java.util.function.Supplier;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.MenuPath;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.module.Module;
import org.scijava.module.ModuleException;
import org.scijava.plugin.Plugin;

/**
 * Runs a SciJava command in the calling thread: reads its inputs, calls it, shows its outputs.
 *
 * <p>NB: not through {@code CommandService.run}, which works in a pooled thread and lets preprocessors guess the inputs:
 * ImageJ's current image and macro options belong to the calling thread, and an exception should reach the caller as it is.
 */
final class CommandRunner {

    private final Failure failure;
    private final OpenImages images = new OpenImages();

    CommandRunner(final Failure failure) {
        this.failure = failure;
    }

    /**
     * Runs a command to its end and shows its outputs.
     *
     * @param className a class that implements {@link Command}
     * @param options the macro's options, or {@code null} to ask the user (headless: to take the defaults)
     */
    void run(final String className, final String options) {
        IJ.resetEscape();
        final Thread thread = Thread.currentThread();
        final ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(getClass().getClassLoader());
        try {
            runHere(info(className), options);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private void runHere(final CommandInfo info, final String options) {
        final String label = label(info);
        // NB: the dots of a menu entry announce a dialog; they are not part of the command's name.
        final String title = label.replaceAll("\\.+$", "");
        failure.inCommand(title);
        final CommandInputs inputs = CommandInputs.of(module(info));
        final CommandRecorder recorder = new CommandRecorder(label, inputs, images);
        // NB: else dialogs and openers that the command uses would take our options for theirs.
        Macro.setOptions(null);
        try (SciJavaContext scijava = SciJavaContext.open()) {
            final Supplier<Module> fresh = () -> module(info, scijava.context());
            final boolean asks =
                    options == null
                            && !inputs.items().isEmpty()
                            && !GraphicsEnvironment.isHeadless();
            if (asks) {
                ask(title, inputs, fresh, recorder);
            } else {
                take(title, options, inputs, fresh, recorder);
            }
            recorder.record();
        } catch (final RuntimeException | Error e) {
            recorder.drop();
            throw e;
        }
    }

    /** Runs with the values that the user enters in the dialog. */
    private void ask(
            final String title,
            final CommandInputs inputs,
            final Supplier<Module> fresh,
            final CommandRecorder recorder) {
        final Module asked = fresh.get();
        final Map<String, String> texts =
                new InputDialog(title, inputs, images, asked, fresh.get()).ask();
        IJ.resetEscape(); // NB: Esc that closed the help must not cancel the command.
        final Map<String, Object> values = inputs.values(texts, images);
        RememberedText.keep(inputs, texts);
        recorder.take(texts);
        try {
            call(title, null, asked, values);
        } catch (final CancelledException e) {
            throw new CancelledException(InputNaming.inLabels(e.getMessage(), inputs.list()), e);
        } catch (final UNetException e) {
            throw new UNetException(InputNaming.inLabels(e.getMessage(), inputs.list()), e);
        }
        Proposals.remember(inputs, values);
    }

    /** Runs with the options of a macro. */
    private void take(
            final String title,
            final String options,
            final CommandInputs inputs,
            final Supplier<Module> fresh,
            final CommandRecorder recorder) {
        final Map<String, String> texts =
                options == null ? Map.of() : inputs.texts(MacroOptions.parse(options));
        final Map<String, Object> values = inputs.values(texts, images);
        recorder.take(texts);
        call(title, options, initialized(fresh.get(), values), values);
        Proposals.remember(inputs, values);
    }

    private static Module initialized(final Module module, final Map<String, Object> values) {
        values.forEach(module::setInput);
        ModuleCalls.initialize(module);
        return module;
    }

    /** NB: sets all values after the initializers, so that a macro means the same wherever it runs. */
    private static void call(
            final String title,
            final String options,
            final Module module,
            final Map<String, Object> values) {
        final CommandEnd end = new CommandEnd(title, options);
        if (!GraphicsEnvironment.isHeadless()) { // NB: the first load of libtorch takes seconds.
            IJ.showStatus(title + ": starting");
        }
        values.forEach(module::setInput);
        module.run();
        if (module instanceof Cancelable && ((Cancelable) module).isCanceled()) {
            final String reason = ((Cancelable) module).getCancelReason();
            throw reason == null || reason.isEmpty()
                    ? new CancelledException()
                    : new UNetException(reason);
        }
        new CommandOutputs(module).show(end);
    }

    private CommandInfo info(final String className) {
        try {
            final Class<? extends Command> type =
                    Class.forName(className, true, getClass().getClassLoader())
                            .asSubclass(Command.class);
            return new CommandInfo(type, type.getAnnotation(Plugin.class));
        } catch (final ClassNotFoundException e) {
            final NoClassDefFoundError missing = new NoClassDefFoundError(className);
            missing.initCause(e);
            throw missing;
        }
    }

    private static Module module(final CommandInfo info, final Context context) {
        final Module module = module(info);
        context.inject(module);
        return module;
    }

    private static Module module(final CommandInfo info) {
        try {
            return info.createModule();
        } catch (final ModuleException e) {
            throw new IllegalStateException(
                    "The command " + info.getClassName() + " cannot be made.", e);
        }
    }

    private static String label(final CommandInfo info) {
        final MenuPath menu = info.getMenuPath();
        final String label = info.getLabel();
        return label != null && !label.isEmpty()
                ? label
                : menu != null && !menu.isEmpty() ? menu.getLeaf().getName() : info.getTitle();
    }
}
