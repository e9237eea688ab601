package io.github.unetfiji.bridge;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import org.scijava.ItemIO;
import org.scijava.app.StatusService;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Copies an image twice and tells its mean in a table. */
@Plugin(type = Command.class, label = "Test Copy...")
@SuppressWarnings("unused") // NB: SciJava reads the outputs.
public class CopyCommand implements Command {

    @Parameter private StatusService status;

    @Parameter(label = "Image", description = "What to copy.", persist = false)
    private ImagePlus image;

    @Parameter(label = "Steps", min = "1", persist = false)
    private int steps = 1;

    @Parameter(type = ItemIO.OUTPUT)
    private ImagePlus first;

    @Parameter(type = ItemIO.OUTPUT)
    private ImagePlus second;

    @Parameter(type = ItemIO.OUTPUT)
    private ResultsTable table;

    @Override
    public void run() {
        for (int i = 1; i <= steps; i++) {
            status.showStatus(i, steps, "tile " + i + "/" + steps);
        }
        first = copy("first");
        second = copy("second");
        table = new ResultsTable();
        table.incrementCounter();
        table.addValue("Mean", image.getStatistics().mean);
    }

    private ImagePlus copy(final String suffix) {
        final ImagePlus copy = image.duplicate();
        copy.setTitle(image.getTitle() + "-" + suffix);
        return copy;
    }
}
