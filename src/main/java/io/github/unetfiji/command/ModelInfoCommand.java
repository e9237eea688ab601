package io.github.unetfiji.command;

import ij.ImagePlus;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.model.ModelPackage;
import io.github.unetfiji.model.ModelReport;
import io.github.unetfiji.model.UNetModel;
import io.github.unetfiji.report.plot.HistoryPlot;
import io.github.unetfiji.training.TrainingHistory;
import java.io.File;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Describes a model file and its origin, and shows the curves of its training. */
@Plugin(
        type = Command.class,
        label = "U-Net Model Info...",
        description = "Tells what a model file is, where it comes from, and how it was trained.",
        attrs = {
            @Attr(
                    name = "example",
                    value = "Choose the model sample-data/phantom-unet.zip, and press OK."),
            @Attr(
                    name = "macro",
                    value = "run(\"U-Net Model Info...\", \"model=sample-data/phantom-unet.zip\");")
        })
public final class ModelInfoCommand extends UNetCommand {

    @Parameter(
            label = "Model",
            description = "A model file (.zip) that U-Net Train wrote.",
            style = "open,model",
            persist = false)
    private File model;

    @Parameter(type = ItemIO.OUTPUT, style = "page")
    @SuppressWarnings("unused") // NB: read by SciJava.
    private String info;

    @Parameter(type = ItemIO.OUTPUT)
    @SuppressWarnings("unused") // NB: read by SciJava.
    private ImagePlus plot;

    @Override
    void execute() {
        final UNetModel read = ModelPackage.read(model.toPath());
        info = ModelReport.of(read);
        if (read.provenance().get("history") instanceof String csv) {
            plot(read, csv);
        }
    }

    /** NB: a history that cannot be read must not keep the user from the rest. */
    private void plot(final UNetModel read, final String csv) {
        try {
            final TrainingHistory history = TrainingHistory.parse(csv);
            if (!history.rows().isEmpty()) {
                plot = HistoryPlot.of(read.name() + "-history", history, read.classes());
            }
        } catch (final UNetException e) {
            info += "There are no curves: " + e.getMessage() + "\n";
        }
    }
}
