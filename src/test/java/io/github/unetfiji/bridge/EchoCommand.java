package io.github.unetfiji.bridge;

import ij.ImagePlus;
import java.io.File;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.log.LogService;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Has an input of every kind and says what it got. */
@Plugin(type = Command.class, label = "Test Echo...")
@SuppressWarnings("unused") // NB: SciJava reads the outputs.
public class EchoCommand implements Command {

    @Parameter private LogService log;

    @Parameter(label = "Model", description = "The model file.", style = "save", persist = false)
    private File model;

    @Parameter(label = "Start model", style = "open", required = false, persist = false)
    private File start;

    @Parameter(
            label = "Output",
            description = "What comes out: <probabilities> & more.",
            choices = {"probabilities", "classes", "instances"},
            persist = false)
    private String output = "classes";

    @Parameter(label = "Validation", required = false, persist = false)
    private String validation = "";

    @Parameter(label = "Tile size (px)", min = "0", max = "4096", persist = false)
    private int tile = 0;

    @Parameter(label = "Seed", persist = false)
    private long seed = 1;

    @Parameter(label = "Learning rate", min = "0", persist = false)
    private double rate = 1e-4;

    @Parameter(label = "Momentum", required = false, max = "1", persist = false)
    private Double momentum;

    @Parameter(label = "Flip", persist = false)
    private boolean flip = true;

    @Parameter(label = "Labels", required = false, persist = false)
    private ImagePlus labels;

    @Parameter(type = ItemIO.OUTPUT)
    private String said = "";

    @Override
    public void run() {
        log.debug("echo");
        said =
                "model="
                        + model
                        + "|start="
                        + start
                        + "|output="
                        + output
                        + "|validation="
                        + validation
                        + "|tile="
                        + tile
                        + "|seed="
                        + seed
                        + "|rate="
                        + rate
                        + "|momentum="
                        + momentum
                        + "|flip="
                        + flip
                        + "|labels="
                        + (labels == null ? null : labels.getTitle());
    }
}
