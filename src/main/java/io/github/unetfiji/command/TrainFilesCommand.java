package io.github.unetfiji.command;

import ij.ImagePlus;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.image.AnnotationFiles;
import io.github.unetfiji.image.ImageFiles;
import io.github.unetfiji.image.ImagePlusSlices;
import io.github.unetfiji.training.AnnotatedImage;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Trains a model on image files and label files or ROI sets. */
@Plugin(type = Command.class, label = "U-Net Train Files...")
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
    List<AnnotatedImage> data() {
        final List<Path> imageFiles = ImageFiles.list(images.toPath());
        final List<Path> labelFiles = AnnotationFiles.list(labels.toPath(), images.toPath());
        if (imageFiles.size() != labelFiles.size()) {
            throw new UNetException(
                    String.format(
                            "There are %d image file(s) in %s, but %d label file(s) in %s.",
                            imageFiles.size(), images, labelFiles.size(), labels));
        }
        final List<AnnotatedImage> data = new ArrayList<>();
        for (int i = 0; i < imageFiles.size(); i++) {
            final ImagePlus image = ImageFiles.open(imageFiles.get(i));
            data.add(
                    new AnnotatedImage(
                            imageFiles.get(i).getFileName().toString(),
                            ImagePlusSlices.of(image),
                            AnnotationFiles.open(labelFiles.get(i), image)));
        }
        return data;
    }
}
