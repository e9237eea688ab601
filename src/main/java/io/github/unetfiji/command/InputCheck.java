package io.github.unetfiji.command;

import ij.ImagePlus;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.file.ReadableFile;
import io.github.unetfiji.setting.Range;
import java.io.File;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.module.ModuleItem;
import org.scijava.widget.Button;

/**
 * Checks the inputs of a command against their declarations. Macros and dialogs are checked before; for scripts SciJava checks
 * nothing.
 */
final class InputCheck {

    private InputCheck() {}

    /**
     * Checks that required values are given, that images are open, that numbers are within their bounds, and that paths are valid.
     *
     * @throws UNetException if not; one sentence
     */
    static void check(final Command command) {
        final CommandInfo info = new CommandInfo(command.getClass());
        final CommandModule module = new CommandModule(info, command);
        for (final ModuleItem<?> item : info.inputs()) {
            if (isValue(item)) {
                check(
                        item,
                        module.getInput(item.getName()),
                        InputDeclaration.of(item, command).range());
            }
        }
    }

    private static boolean isValue(final ModuleItem<?> item) {
        return item.getVisibility() != ItemVisibility.MESSAGE
                && !Button.class.isAssignableFrom(item.getType());
    }

    private static void check(final ModuleItem<?> item, final Object value, final Range allowed) {
        final String option = "Option \"" + item.getName() + "\"";
        if (item.isRequired() && (value == null || "".equals(value))) {
            throw new UNetException(
                    option + " (" + item.getLabel() + ") is required but was not given.");
        }
        // NB: what SciJava makes of a title that no image has.
        if (value instanceof ImagePlus image && image.getWidth() == 0) {
            throw new UNetException(option + " is not an open image.");
        }
        if (value instanceof File file) {
            ReadableFile.path(option, file.getPath());
        }
        if (value instanceof Number number && !allowed.contains(number.doubleValue())) {
            throw new UNetException(option + " must be " + allowed + "; got " + number + ".");
        }
    }
}
