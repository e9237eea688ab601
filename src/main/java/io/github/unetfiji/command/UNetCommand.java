package io.github.unetfiji.command;

import io.github.unetfiji.setting.Setting;
import io.github.unetfiji.setting.Settings;
import io.github.unetfiji.work.AwaitedWork;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.command.ContextCommand;

/**
 * The base of all commands. It checks the inputs, however the command is run. If the program ends meanwhile, the work is cancelled and
 * the end waits for it, so that no file is left half-written.
 */
abstract class UNetCommand extends ContextCommand {

    @Override
    public final void run() {
        DeclaredInputs.check(this);
        try (AwaitedWork work = AwaitedWork.begin(() -> cancel("The program ends."))) {
            execute();
        }
    }

    /** Does the work; polls whether it is cancelled. */
    abstract void execute();

    /**
     * The settings that this command asks for. An input that is named by the key of one of them stands for it: the declaration of the setting says
     * what the input allows. A setting without such an input has its default.
     */
    List<Setting<?>> declared() {
        return List.of();
    }

    /** Settings, and further ones. */
    static List<Setting<?>> with(final List<Setting<?>> settings, final Setting<?>... more) {
        return Stream.concat(settings.stream(), Arrays.stream(more)).toList();
    }

    /**
     * The values of the inputs that stand for settings.
     *
     * @throws io.github.unetfiji.UNetException if one is not allowed
     */
    final Settings values() {
        final CommandModule module = module();
        Settings values = Settings.DEFAULTS;
        for (final Setting<?> setting : declared()) {
            if (module.getInfo().getInput(setting.key()) != null) {
                values = values.withPlain(setting, module.getInput(setting.key()));
            }
        }
        return values;
    }

    /** Sets the inputs that stand for these settings. */
    final void take(final Settings values) {
        final CommandModule module = module();
        values.forEach((setting, plain) -> module.setInput(setting.key(), plain));
    }

    private CommandModule module() {
        return new CommandModule(new CommandInfo(getClass()), this);
    }
}
