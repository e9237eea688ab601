package io.github.unetfiji.bridge.dialog;

import io.github.unetfiji.bridge.LivelyCommand;
import io.github.unetfiji.bridge.input.CommandInputs;
import io.github.unetfiji.bridge.input.OpenImages;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.module.Module;
import org.scijava.module.ModuleException;
import org.scijava.plugin.Plugin;

/** A command as a dialog would have it, without images. */
public record LiveModules(Module module, CommandInputs inputs, LiveModule live) {

    public static LiveModules lively() throws ModuleException {
        return of(LivelyCommand.class);
    }

    public static LiveModules of(final Class<? extends Command> type) throws ModuleException {
        final Module module =
                new CommandInfo(type, type.getAnnotation(Plugin.class)).createModule();
        final CommandInputs inputs = CommandInputs.of(module);
        return new LiveModules(
                module, inputs, new LiveModule(module, inputs, new OpenImages().forOtherThreads()));
    }

    LivelyCommand command() {
        return (LivelyCommand) ((CommandModule) module).getCommand();
    }
}
