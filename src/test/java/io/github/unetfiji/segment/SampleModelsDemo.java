package io.github.unetfiji.segment;

import ij.IJ;
import io.github.unetfiji.Progress;
import io.github.unetfiji.engine.ComputeDevice;
import io.github.unetfiji.engine.Network;
import io.github.unetfiji.ij.ImagePlusSlices;
import io.github.unetfiji.model.Author;
import io.github.unetfiji.model.Cover;
import io.github.unetfiji.model.ModelPackage;
import io.github.unetfiji.model.Publication;
import io.github.unetfiji.model.UNetModel;
import io.github.unetfiji.network.Precision;
import io.github.unetfiji.stack.NormalizedSlices;
import io.github.unetfiji.stack.SliceSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Writes the models of {@code sample-data} again, as this version writes model files: with the same weights, settings and provenance,
 * and a picture of the first slice of the sample stack.
 */
public final class SampleModelsDemo {

    private static final Path FOLDER = Path.of("sample-data");

    private static final List<Author> AUTHORS =
            List.of(
                    new Author(
                            "The U-Net for Fiji developers",
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty()));

    private SampleModelsDemo() {}

    /**
     * Writes both.
     *
     * @param args none
     */
    public static void main(final String[] args) {
        rewrite(
                "phantom-unet.zip",
                new Publication(
                        "BSD-2-Clause",
                        AUTHORS,
                        List.of("other", "cells"),
                        Optional.empty(),
                        Optional.empty()));
        rewrite(
                "em-unet.zip",
                new Publication(
                        "CC-BY-NC-4.0",
                        AUTHORS,
                        List.of("electron-microscopy", "cell-membrane", "cells"),
                        Optional.of("ilastik/isbi2012_neuron_segmentation_challenge"),
                        Optional.empty()));
    }

    private static void rewrite(final String name, final Publication publication) {
        final Path file = FOLDER.resolve(name);
        final UNetModel model = ModelPackage.read(file);
        ModelPackage.write(model.with(publication.with(cover(model))), file);
    }

    private static Cover cover(final UNetModel model) {
        final SliceSource stack =
                ImagePlusSlices.of(IJ.openImage(FOLDER.resolve("phantom.tif").toString()));
        final float[] image =
                NormalizedSlices.of(stack, model.normalization(), Progress.NONE).slice(0);
        final int side = stack.width();
        try (Network network =
                Network.forInference(
                        model.architecture(),
                        model.parameters(),
                        ComputeDevice.CPU,
                        Precision.FLOAT32)) {
            return Cover.of(
                    image,
                    new TiledInference(network, TileSize.PLANNED)
                            .probabilities(image, side, side, Progress.NONE),
                    side);
        }
    }
}
