package io.github.unetfiji.command;

import ij.ImagePlus;
import ij.ImageStack;
import io.github.unetfiji.Progress;
import io.github.unetfiji.phantom.Phantom;
import io.github.unetfiji.phantom.PhantomSettings;
import io.github.unetfiji.phantom.PhantomSlice;
import io.github.unetfiji.setting.Setting;
import io.github.unetfiji.work.JavaMemory;
import java.util.List;
import java.util.Locale;
import org.scijava.ItemIO;
import org.scijava.app.StatusService;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Makes a synthetic electron-microscopy stack and its labels, to try things with. */
@Plugin(
        type = Command.class,
        label = "U-Net Sample Stack...",
        description =
                "Makes a synthetic stack of electron micrographs and its labels, to try "
                        + "things with.",
        attrs = {
            @Attr(name = "example", value = "Leave all as it is, and press OK."),
            @Attr(
                    name = "macro",
                    value = "run(\"U-Net Sample Stack...\", \"width=512 height=512 slices=10\");")
        })
public final class SampleStackCommand extends UNetCommand {

    @Parameter private StatusService status;

    @Parameter(label = "Width (px)", persist = false)
    private int width = PhantomSettings.WIDTH.initial();

    @Parameter(label = "Height (px)", persist = false)
    private int height = PhantomSettings.HEIGHT.initial();

    @Parameter(label = "Slices", persist = false)
    private int slices = PhantomSettings.SLICES.initial();

    @Parameter(label = "Seed", description = "The same seed gives the same stack.", persist = false)
    private long seed = PhantomSettings.SEED.initial();

    @Parameter(type = ItemIO.OUTPUT)
    @SuppressWarnings("unused") // NB: read by SciJava.
    private ImagePlus stack;

    @Parameter(type = ItemIO.OUTPUT)
    @SuppressWarnings("unused") // NB: read by SciJava.
    private ImagePlus labels;

    @Override
    List<Setting<?>> declared() {
        return PhantomSettings.ALL;
    }

    @Override
    void execute() {
        final Phantom phantom =
                Phantom.of(
                        PhantomSettings.builder()
                                .setWidth(width)
                                .setHeight(height)
                                .setSlices(slices)
                                .setSeed(seed)
                                .build());
        // NB: beside it the ids of the cells of the slice in work.
        JavaMemory.check(
                2L * width * height * slices + 4L * width * height,
                String.format(
                        Locale.ROOT,
                        "The stack, %d slice(s) of %dx%d px with 1 byte each and their labels,",
                        slices,
                        width,
                        height),
                "make it smaller");
        final Progress progress = CommandProgress.of(status, this);
        final ImageStack images = new ImageStack(width, height);
        final ImageStack truth = new ImageStack(width, height);
        for (int z = 0; z < slices; z++) {
            progress.checkCancelled();
            final PhantomSlice slice = phantom.slice(z);
            images.addSlice(null, slice.image());
            truth.addSlice(null, slice.labels());
            progress.report(z + 1, slices, "sample slice");
        }
        stack = new ImagePlus("sample-" + seed, images);
        labels = new ImagePlus("sample-" + seed + "-labels", truth);
    }
}
