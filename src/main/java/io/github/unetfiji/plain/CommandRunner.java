package io.github.unetfiji.plain;

import ij.IJ;
import ij.Macro;
import io.github.unetfiji.CancelledException;
import io.github.unetfiji.UNetException;
import java.awt.GraphicsEnvironment;
import java.util.Map;
import org.scijava.Cancelable;
import org.scijava.MenuPath;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.module.MethodCallException;
import org.scijava.module.Module;
import org.scijava.module.ModuleException;
import org.scijava.plugin.Plugin;

/**
 * One run of a SciJava command: inputs, call, outputs, in the calling thread.
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
        failure.inCommand(label);
        final Module module = module(info);
        final CommandInputs inputs = CommandInputs.of(module);
        final CommandRecorder recorder = new CommandRecorder(label, inputs, images);
        recorder.pause();
        final Map<String, String> texts = texts(label, inputs, options);
        final Map<String, Object> values = inputs.values(texts, images);
        // NB: else dialogs and openers that the command uses would take our options for theirs.
        Macro.setOptions(null);
        recorder.resume();
        if (!GraphicsEnvironment.isHeadless()) { // NB: the first load of libtorch takes seconds.
            IJ.showStatus(label.replaceAll("\\.+$", "") + ": starting");
        }
        try {
            execute(module, values);
            recorder.record(texts);
        } catch (final RuntimeException | Error e) {
            recorder.pause();
            throw e;
        }
    }

    private static void execute(final Module module, final Map<String, Object> values) {
        try (SciJavaContext scijava = SciJavaContext.open()) {
            scijava.context().inject(module);
            values.forEach(module::setInput);
            call(module);
            new CommandOutputs(module).show();
        }
    }

    private Map<String, String> texts(
            final String label, final CommandInputs inputs, final String options) {
        if (options != null) {
            return inputs.texts(MacroOptions.parse(options));
        }
        if (inputs.list().isEmpty() || GraphicsEnvironment.isHeadless()) {
            return Map.of();
        }
        return new InputDialog(label, inputs, images).ask();
    }

    private static void call(final Module module) {
        try {
            module.initialize();
        } catch (final MethodCallException e) {
            throw new IllegalStateException(
                    "The command " + module.getInfo().getTitle() + " does not initialize.", e);
        }
        module.run();
        if (module instanceof Cancelable && ((Cancelable) module).isCanceled()) {
            final String reason = ((Cancelable) module).getCancelReason();
            throw reason == null || reason.isEmpty()
                    ? new CancelledException()
                    : new UNetException(reason);
        }
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
