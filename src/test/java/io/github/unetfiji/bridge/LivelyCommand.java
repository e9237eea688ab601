package io.github.unetfiji.bridge;

import ij.ImagePlus;
import io.github.unetfiji.UNetException;
import java.io.File;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.command.Previewable;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.Button;

/** Uses all that a dialog can do: presets, groups, messages, a button, an estimate, a preview. */
@Plugin(
        type = Command.class,
        label = "Test Lively...",
        description = "Does nothing.",
        initializer = "estimate",
        attrs = {
            @Attr(name = "example", value = "Press OK."),
            @Attr(name = "macro", value = "run(\"Test Lively...\");")
        })
@SuppressWarnings("unused") // NB: SciJava reads the fields.
public class LivelyCommand implements Command, Previewable {

    /** What was called, in order. */
    public final List<String> calls = Collections.synchronizedList(new ArrayList<>());

    /** Holds the estimates of a depth of 7, and the previews of a dropout of 0.9, until it is opened. */
    public final CountDownLatch gate = new CountDownLatch(1);

    @Parameter(label = "Image", description = "What to learn from.", persist = false)
    private ImagePlus image;

    @Parameter(
            label = "Preset",
            description = "Fills in the fields below.",
            choices = {"custom", "quick", "thorough"},
            visibility = ItemVisibility.TRANSIENT,
            callback = "fill",
            persist = false)
    private String preset = "custom";

    @Parameter(
            label = "Model",
            style = "save",
            initializer = "name",
            required = false,
            persist = false)
    private File model;

    @Parameter(label = "Iterations", min = "1", callback = "estimate", persist = false)
    private int iterations = 1000;

    @Parameter(
            label = "Features at full resolution",
            description =
                    "64 in the paper; 16 or 32 train much faster, and for most images they are as"
                            + " good.",
            min = "1",
            max = "1024",
            style = "group:Network",
            callback = "estimate",
            persist = false)
    private int features = 64;

    @Parameter(
            label = "Depth",
            min = "1",
            max = "8",
            style = "group:Network",
            callback = "estimate",
            persist = false)
    private int depth = 4;

    @Parameter(label = "Dropout", min = "0", max = "0.99", style = "group:Network", persist = false)
    private double dropout = 0.5;

    @Parameter(
            label = "Optimizer",
            choices = {"adam", "sgd"},
            attrs = @Attr(name = "words", value = "adam=Adam"),
            style = "group:Optimization",
            persist = false)
    private String optimizer = "adam";

    @Parameter(label = "Learning rate", style = "group:Optimization", persist = false)
    private double rate = 1e-4;

    @Parameter(label = "Flip at random", style = "group:Augmentation", persist = false)
    private boolean flip = true;

    @Parameter(label = "Rotation (degrees)", style = "group:Augmentation", persist = false)
    private double rotation = 180;

    @Parameter(
            label = "Show samples",
            description = "Shows ten deformed patches.",
            style = "group:Augmentation",
            callback = "samples",
            persist = false)
    private Button samples;

    @Parameter(label = "Needs", visibility = ItemVisibility.MESSAGE, persist = false)
    private String needs = "";

    @Override
    public void run() {
        throw new UNetException(
                "image="
                        + (image == null ? "none" : image.getTitle())
                        + " preset="
                        + preset
                        + " model="
                        + model
                        + " iterations="
                        + iterations
                        + " features="
                        + features
                        + " depth="
                        + depth
                        + " rate="
                        + rate
                        + " needs="
                        + needs);
    }

    private void name() {
        calls.add("name");
        model = new File((image == null ? "no" : image.getTitle()) + ".zip");
    }

    private void fill() {
        calls.add("fill");
        if (!preset.equals("custom")) {
            features = preset.equals("quick") ? 16 : 64;
            iterations = preset.equals("quick") ? 200 : 5000;
            rate = preset.equals("quick") ? 1e-3 : 1e-4;
        }
        estimate();
    }

    private void estimate() {
        calls.add("estimate " + depth);
        if (depth == 7) {
            await();
        }
        if (depth == 8) {
            throw new UNetException("A depth of 8 needs patches of 4000 px or more.");
        }
        needs = (features * depth) + " MB of memory and " + iterations / 100 + " minutes.";
    }

    private void await() {
        try {
            gate.await();
        } catch (final InterruptedException ended) {
            calls.add("interrupted");
            needs = "late";
        }
    }

    private void samples() {
        calls.add("samples");
        new ImagePlus("Samples", new ij.process.ByteProcessor(64, 64)).show();
    }

    @Override
    public void preview() {
        calls.add("preview");
        if (dropout == 0.9) {
            await();
        }
    }

    @Override
    public void cancel() {
        calls.add("cancel");
    }
}
