package io.github.unetfiji.command;

import ij.ImagePlus;
import io.github.unetfiji.dataset.WeightMaps;
import io.github.unetfiji.ij.ImageContent;
import io.github.unetfiji.ij.ImagePlusLabels;
import io.github.unetfiji.ij.ResultImage;
import io.github.unetfiji.setting.Setting;
import io.github.unetfiji.setting.Settings;
import io.github.unetfiji.training.TrainingKeys;
import io.github.unetfiji.weights.WeightMapSettings;
import io.github.unetfiji.work.JavaMemory;
import java.util.List;
import java.util.Locale;
import org.scijava.ItemIO;
import org.scijava.app.StatusService;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Shows the weight map that training computes from a label image. */
@Plugin(
        type = Command.class,
        label = "U-Net Weight Map...",
        description =
                "Shows how much every pixel counts in a training: narrow gaps between "
                        + "cells count most.",
        attrs = {
            @Attr(name = "example", value = "Open sample-data/phantom-labels.tif and press OK."),
            @Attr(
                    name = "macro",
                    value = "run(\"U-Net Weight Map...\", \"image=phantom-labels.tif\");")
        })
public final class WeightMapCommand extends WeightingCommand {

    @Parameter private StatusService status;

    @Parameter(
            label = "Label image",
            description = "0 is background; every other value a cell or a class.",
            style = "labels",
            persist = false)
    private ImagePlus image;

    @Parameter(
            label = "Scheme",
            description =
                    "Equation 2 of Ronneberger et al., or that of the earlier U-Net plugin, whose authors"
                            + " use a border weight of 50 and a width of 6 px.",
            persist = false)
    @SuppressWarnings("unused") // NB: read by its name.
    private String scheme = WeightMapSettings.SCHEME.initialWord();

    @Parameter(type = ItemIO.OUTPUT)
    @SuppressWarnings("unused") // NB: read by SciJava.
    private ImagePlus weights;

    @Override
    List<Setting<?>> declared() {
        return with(super.declared(), WeightMapSettings.SCHEME);
    }

    @Override
    void execute() {
        final long pixels = (long) image.getWidth() * image.getHeight() * image.getStackSize();
        JavaMemory.check(
                Float.BYTES * pixels,
                String.format(
                        Locale.ROOT,
                        "The weight map, %d slice(s) of %dx%d px with 4 bytes each,",
                        image.getStackSize(),
                        image.getWidth(),
                        image.getHeight()),
                "take fewer slices");
        final Settings values = values();
        weights =
                ImageContent.ILLUSTRATION.mark(
                        ResultImage.heat(
                                WeightMaps.planes(
                                        ImagePlusLabels.of(image),
                                        values.get(TrainingKeys.KIND),
                                        values.get(TrainingKeys.BALANCE),
                                        WeightMapSettings.of(values)),
                                image,
                                image.getTitle() + "-weights",
                                CommandProgress.of(status, this)));
    }
}
