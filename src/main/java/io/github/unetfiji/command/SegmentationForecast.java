package io.github.unetfiji.command;

import ij.ImagePlus;
import io.github.unetfiji.image.ImagePlusSlices;
import io.github.unetfiji.image.PixelSize;
import io.github.unetfiji.model.ModelPackage;
import io.github.unetfiji.model.UNetModel;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.network.ComputeDevice;
import io.github.unetfiji.network.DeviceMemory;
import io.github.unetfiji.network.Precision;
import io.github.unetfiji.segment.Forecast;
import io.github.unetfiji.segment.Magnification;
import io.github.unetfiji.segment.TileSize;
import java.io.File;
import java.util.Optional;
import java.util.OptionalLong;

/** Tells in the dialog how an image will be cut; reads each model once. Not thread-safe. */
final class SegmentationForecast {

    private File file;
    private long modified;
    private Architecture architecture;
    private Optional<PixelSize> pixelSize = Optional.empty();

    /** Tiles and memory for an image. */
    String of(
            final File model,
            final ComputeDevice device,
            final Precision precision,
            final int tile,
            final String scale,
            final ImagePlus image) {
        final OptionalLong free = DeviceMemory.free(device);
        final Architecture network = architecture(model);
        if (tile != 0) {
            network.tileGeometry().checkInput(tile);
        }
        final Magnification magnification =
                Magnification.of(scale, ImagePlusSlices.pixelSize(image), pixelSize);
        return Forecast.of(
                        network,
                        precision,
                        TileSize.within(tile, free),
                        magnification.width(image.getWidth()),
                        magnification.height(image.getHeight()))
                .sentence(image.getStackSize() / image.getNChannels(), free);
    }

    private Architecture architecture(final File model) {
        if (!model.equals(file) || model.lastModified() != modified) {
            final UNetModel read = ModelPackage.read(model.toPath());
            architecture = read.architecture();
            pixelSize = read.pixelSize();
            file = model;
            modified = model.lastModified();
        }
        return architecture;
    }
}
