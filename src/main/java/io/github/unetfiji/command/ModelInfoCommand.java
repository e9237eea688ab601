package io.github.unetfiji.command;

import io.github.unetfiji.model.ModelPackage;
import io.github.unetfiji.model.ModelReport;
import java.io.File;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.command.ContextCommand;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Tells what a model file is. */
@Plugin(type = Command.class, label = "U-Net Model Info...")
public final class ModelInfoCommand extends ContextCommand {

    @Parameter(
            label = "Model",
            description = "A model file (.zip) that U-Net Train wrote.",
            style = "open",
            persist = false)
    private File model;

    @Parameter(type = ItemIO.OUTPUT)
    @SuppressWarnings("unused") // NB: read by SciJava.
    private String info;

    @Override
    public void run() {
        info = ModelReport.of(ModelPackage.read(model.toPath()));
    }
}
