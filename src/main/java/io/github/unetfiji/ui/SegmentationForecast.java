package io.github.unetfiji.ui;

import ij.ImagePlus;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.bioimageio.PackageDescription;
import io.github.unetfiji.engine.DeviceMemory;
import io.github.unetfiji.ij.ImagePlusPixels;
import io.github.unetfiji.ij.StackLayout;
import io.github.unetfiji.model.CachedModel;
import io.github.unetfiji.model.ChannelMeaning;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.segment.Magnification;
import io.github.unetfiji.segment.OutputKind;
import io.github.unetfiji.segment.ProgramGeometry;
import io.github.unetfiji.segment.SegmentationOptions;
import io.github.unetfiji.segment.TileForecast;
import io.github.unetfiji.segment.TileSize;
import java.io.File;
import java.util.List;
import java.util.OptionalLong;

/** The forecast in the dialog of a segmentation: tiles and memory for an image. Reads each model once. Not thread-safe. */
public final class SegmentationForecast {

    private final CachedModel lookedUp = new CachedModel();

    /** Tiles and memory for an image. */
    public String of(final File model, final SegmentationOptions options, final ImagePlus image) {
        final OptionalLong free = DeviceMemory.free(options.computingDevice());
        lookedUp.at(model);
        final Magnification magnification =
                Magnification.of(
                        options.scaling(), ImagePlusPixels.pixelSize(image), lookedUp.pixelSize());
        final TileSize tile = TileSize.within(options.tile().orElse(0), free);
        final int width = magnification.width(image.getWidth());
        final int height = magnification.height(image.getHeight());
        final TileForecast forecast =
                lookedUp.description().isPresent()
                        ? ofPackage(lookedUp.description().get(), options, tile, width, height)
                        : ofNetwork(lookedUp.architecture(), options, tile, width, height);
        return forecast.sentence(StackLayout.of(image).slices(), free);
    }

    /**
     * Checks that a model gives a result.
     *
     * @throws UNetException if it gives images of which there are no classes and no objects; says why
     */
    public void checkOutput(final File model, final OutputKind kind) {
        if (kind == OutputKind.CLASSES || kind == OutputKind.INSTANCES) {
            lookedUp.at(model)
                    .meaning()
                    .filter(meaning -> meaning.kind() == ChannelMeaning.Kind.IMAGE)
                    .ifPresent(
                            meaning -> {
                                throw new UNetException(
                                        meaning.reason() + " Choose the result probabilities.");
                            });
        }
    }

    private static TileForecast ofPackage(
            final PackageDescription description,
            final SegmentationOptions options,
            final TileSize tile,
            final int width,
            final int height) {
        options.tile().ifPresent(new ProgramGeometry(description).with(List.of(0, 0))::checkTile);
        return TileForecast.of(description, tile, width, height);
    }

    private static TileForecast ofNetwork(
            final Architecture network,
            final SegmentationOptions options,
            final TileSize tile,
            final int width,
            final int height) {
        options.tile().ifPresent(network.tileGeometry()::checkInput);
        return TileForecast.of(network, options.computingPrecision(), tile, width, height);
    }
}
