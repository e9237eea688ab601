package io.github.unetfiji.bridge;

import ij.IJ;
import io.github.unetfiji.CancelledException;
import io.github.unetfiji.UNetException;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Fails in every way that a command can. */
@Plugin(type = Command.class, label = "Test Fail...")
public class FailCommand implements Command {

    @Parameter(
            label = "How",
            choices = {"user", "crash", "cancel", "class", "method", "memory", "escape"},
            persist = false)
    private String how = "user";

    @Override
    public void run() {
        switch (how) {
            case "user" -> throw new UNetException("The stack has 3 channels; 1 is allowed.");
            case "crash" -> throw new IllegalStateException("no such\nthing");
            case "cancel" -> throw new CancelledException();
            case "class" -> throw new NoClassDefFoundError("ai/djl/nn/Block");
            case "method" -> throw new NoSuchMethodError("com.google.gson.Gson.none()");
            case "memory" -> throw new OutOfMemoryError("Java heap space");
            default -> waitForEscape();
        }
    }

    private static void waitForEscape() {
        while (!IJ.escapePressed()) {
            IJ.wait(20);
        }
        throw new CancelledException();
    }
}
