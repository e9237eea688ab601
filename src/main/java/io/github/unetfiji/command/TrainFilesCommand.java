package io.github.unetfiji.command;

import ij.ImagePlus;
import io.github.unetfiji.batch.FilePair;
import io.github.unetfiji.dataset.AnnotatedImage;
import io.github.unetfiji.ij.ImageFiles;
import io.github.unetfiji.ij.ImagePlusSlices;
import io.github.unetfiji.ij.roi.AnnotationFiles;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Trains a model on image files and label files or ROI sets. */
@Plugin(
        type = Command.class,
        label = "U-Net Train Files...",
        description =
                "Learns from image files and their label files or ROI sets, and writes a "
                        + "model.",
        attrs = {
            @Attr(
                    name = "example",
                    value =
                            "Choose a folder of images and a folder of label images of the same names, "
                                    + "name the model file cells.zip, and press OK."),
            @Attr(
                    name = "macro",
                    value =
                            "run(\"U-Net Train Files...\", \"images=stacks labels=truths "
                                    + "model=cells.zip features=16 iterations=300 minutes=10 rate=0.001\");")
        })
public final class TrainFilesCommand extends TrainingCommand {

    @Parameter(
            label = "Images (file or folder)",
            description = "An image file, or a folder of them.",
            style = "both",
            persist = false)
    private File images;

    @Parameter(
            label = "Labels (file or folder)",
            description =
                    "Label images or ROI sets (zip, roi): as many as images, in the same order of"
                            + " names.",
            style = "both",
            persist = false)
    private File labels;

    /** NB: files are opened when they are needed, not for an estimate. */
    @Override
    Optional<ImagePlus> example() {
        return Optional.empty();
    }

    @Override
    List<AnnotatedImage> data(final Function<ImagePlus, ImagePlusSlices> slices) {
        final List<FilePair> pairs =
                FilePair.of(
                        new FilePair.Group("image", images, ImageFiles.list(images.toPath())),
                        new FilePair.Group(
                                "label",
                                labels,
                                AnnotationFiles.list(labels.toPath(), images.toPath())));
        final List<AnnotatedImage> data = new ArrayList<>();
        for (final FilePair pair : pairs) {
            final ImagePlus image = ImageFiles.open(pair.first());
            data.add(
                    new AnnotatedImage(
                            pair.first().getFileName().toString(),
                            slices.apply(image),
                            AnnotationFiles.open(pair.second(), image)));
        }
        return data;
    }
}
