package io.github.unetfiji.command;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.image.ImageFiles;
import io.github.unetfiji.image.ImagePlusLabels;
import io.github.unetfiji.image.ImagePlusSlices;
import io.github.unetfiji.training.AnnotatedImage;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Trains a model on image files and label files. */
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
            description = "The label files: as many, in the same order of names.",
            style = "both",
            persist = false)
    private File labels;

    @Override
    List<AnnotatedImage> data() {
        final List<Path> imageFiles = ImageFiles.list(images.toPath());
        final List<Path> labelFiles = ImageFiles.list(labels.toPath());
        if (imageFiles.size() != labelFiles.size()) {
            throw new UNetException(
                    String.format(
                            "There are %d image file(s) in %s, but %d label file(s) in %s.",
                            imageFiles.size(), images, labelFiles.size(), labels));
        }
        final List<AnnotatedImage> data = new ArrayList<>();
        for (int i = 0; i < imageFiles.size(); i++) {
            data.add(
                    new AnnotatedImage(
                            imageFiles.get(i).getFileName().toString(),
                            ImagePlusSlices.of(ImageFiles.open(imageFiles.get(i))),
                            ImagePlusLabels.of(ImageFiles.open(labelFiles.get(i)))));
        }
        return data;
    }
}
