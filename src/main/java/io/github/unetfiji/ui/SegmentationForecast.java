package io.github.unetfiji.ui;

import ij.ImagePlus;
import io.github.unetfiji.engine.DeviceMemory;
import io.github.unetfiji.ij.ImagePlusPixels;
import io.github.unetfiji.ij.StackLayout;
import io.github.unetfiji.model.CachedModel;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.segment.Magnification;
import io.github.unetfiji.segment.SegmentationOptions;
import io.github.unetfiji.segment.TileForecast;
import io.github.unetfiji.segment.TileSize;
import java.io.File;
import java.util.OptionalLong;

/** The forecast in the dialog of a segmentation: tiles and memory for an image. Reads each model once. Not thread-safe. */
public final class SegmentationForecast {

    private final CachedModel lookedUp = new CachedModel();

    /** Tiles and memory for an image. */
    public String of(final File model, final SegmentationOptions options, final ImagePlus image) {
        final OptionalLong free = DeviceMemory.free(options.computingDevice());
        final Architecture network = lookedUp.at(model).architecture();
        options.tile().ifPresent(network.tileGeometry()::checkInput);
        final Magnification magnification =
                Magnification.of(
                        options.scaling(), ImagePlusPixels.pixelSize(image), lookedUp.pixelSize());
        return TileForecast.of(
                        network,
                        options.computingPrecision(),
                        TileSize.within(options.tile().orElse(0), free),
                        magnification.width(image.getWidth()),
                        magnification.height(image.getHeight()))
                .sentence(StackLayout.of(image).slices(), free);
    }
}
