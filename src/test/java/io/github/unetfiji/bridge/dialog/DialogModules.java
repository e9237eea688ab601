package io.github.unetfiji.bridge.dialog;

import io.github.unetfiji.bridge.LivelyCommand;
import io.github.unetfiji.bridge.input.CommandInputs;
import io.github.unetfiji.bridge.input.OpenImages;
import java.util.Map;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.module.Module;
import org.scijava.module.ModuleException;
import org.scijava.plugin.Plugin;

/** A command as a dialog would have it, without images. */
public record DialogModules(Module module, CommandInputs inputs, DialogModule live) {

    public static DialogModules lively() throws ModuleException {
        return of(LivelyCommand.class);
    }

    public static DialogModules of(final Class<? extends Command> type) throws ModuleException {
        final Module module =
                new CommandInfo(type, type.getAnnotation(Plugin.class)).createModule();
        final CommandInputs inputs = CommandInputs.of(module);
        return new DialogModules(
                module,
                inputs,
                new DialogModule(module, inputs, new OpenImages().forOtherThreads()));
    }

    LivelyCommand command() {
        return (LivelyCommand) ((CommandModule) module).getCommand();
    }

    /** The texts that the dialog begins with, before the command's initializers have changed some. */
    public Map<String, String> begun() {
        return live.start().seen();
    }

    /** What the command's initializers change. */
    public Map<String, String> initialized() {
        return live.start().changed();
    }

    /** What the command changes when the user has changed a field. */
    public Map<String, String> changed(final String key, final Map<String, String> texts) {
        return live.change(key, new Reaction.State(texts, Map.of(), 0)).changed();
    }
}
