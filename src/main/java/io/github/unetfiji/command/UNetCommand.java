package io.github.unetfiji.command;

import io.github.unetfiji.AwaitedWork;
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
}
