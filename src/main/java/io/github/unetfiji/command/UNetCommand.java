package io.github.unetfiji.command;

import io.github.unetfiji.AwaitedWork;
import org.scijava.command.ContextCommand;

/**
 * A command that has what it needs, however it is run, and whose work the end of the program waits for: it is cancelled then,
 * and leaves nothing half-written.
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
