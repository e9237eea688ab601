package io.github.unetfiji.bridge;

import ij.Macro;
import ij.plugin.PlugIn;
import io.github.unetfiji.bridge.message.Failure;

/**
 * Runs a SciJava command as an ImageJ plugin: from the menu, a macro, a script, in batch mode and headless.
 *
 * <p>Every entry of {@code plugins.config} is this class with the command's class name as its argument:
 *
 * <pre>{@code
 * Plugins>U-Net, "U-Net Segment...", io.github.unetfiji.bridge.Run_Command("io.github.unetfiji.command.SegmentCommand")
 * }</pre>
 *
 * <p>With macro options it takes them strictly; without, it asks in a dialog, or headless takes the defaults. It returns when
 * the command is done and its first output is the active image. A failure is one sentence in ImageJ's error dialog and aborts
 * the macro.
 *
 * <p>NB: nothing of SciJava may appear in this class: it must load, and say what is missing, when a library is not installed.
 * Its name needs the underscore, or plain ImageJ would skip it without a word in that case.
 */
public class Run_Command implements PlugIn {

    @Override
    public void run(final String className) {
        final String options = Macro.getOptions();
        final Failure failure = new Failure();
        try {
            failure.inClass(className);
            new CommandRunner(failure).run(className, options);
        } catch (final ThreadDeath death) {
            throw death;
        } catch (
                final Throwable
                        thrown) { // NB: linkage errors and lack of memory are told like any other
            // failure.
            failure.report(thrown);
        }
    }
}
