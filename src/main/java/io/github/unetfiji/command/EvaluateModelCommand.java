package io.github.unetfiji.command;

import ij.IJ;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.batch.EvaluatedImages;
import io.github.unetfiji.batch.FilePair;
import io.github.unetfiji.batch.ModelPredictions;
import io.github.unetfiji.engine.ComputeDevice;
import io.github.unetfiji.evaluate.PredictionKind;
import io.github.unetfiji.file.AtomicFile;
import io.github.unetfiji.ij.ImageFiles;
import io.github.unetfiji.network.Precision;
import io.github.unetfiji.segment.SegmentationKeys;
import io.github.unetfiji.segment.SegmentationOptions;
import io.github.unetfiji.setting.Setting;
import java.io.File;
import java.util.List;
import org.scijava.command.Command;
import org.scijava.log.LogService;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Segments images with a model, compares the results with their truths, and tunes the model on demand. */
@Plugin(
        type = Command.class,
        label = "U-Net Evaluate Model...",
        description = "Tells how good a model is: segments labelled images and compares.",
        attrs = {
            @Attr(
                    name = "example",
                    value =
                            "Choose the model sample-data/phantom-unet.zip, the images "
                                    + "sample-data/phantom.tif, the labels sample-data/phantom-labels.tif, a "
                                    + "report errors.html, and press OK."),
            @Attr(
                    name = "macro",
                    value =
                            "run(\"U-Net Evaluate Model...\", \"model=sample-data/phantom-unet.zip "
                                    + "images=sample-data/phantom.tif labels=sample-data/phantom-labels.tif "
                                    + "report=errors.html\");")
        })
public final class EvaluateModelCommand extends EvaluationCommand {

    private static final String DEVICE = "group:Device";

    @Parameter private LogService log;

    @Parameter(
            label = "Model",
            description =
                    "A model file (.zip) that U-Net Train wrote, or a BioImage.IO package of another program:"
                            + " a zip, or the folder that it was unpacked to.",
            style = "open,model",
            persist = false)
    private File model;

    @Parameter(
            label = "Images (file or folder)",
            description = "An image file, or a folder of them.",
            style = "both",
            persist = false)
    private File images;

    @Parameter(
            label = "Labels (file or folder)",
            description =
                    "Label images: as many as images, in the same order of names; 0 is background.",
            style = "both",
            persist = false)
    private File labels;

    @Parameter(
            label = "Slices (empty = all)",
            description =
                    "Slices such as 19-20 or 3,7, counted through all slices of all files: those that the"
                            + " model was not trained on.",
            required = false,
            persist = false)
    private String slices = "";

    @Parameter(
            label = "Tune the model on these slices",
            description =
                    "The thresholds and the splitting of objects that fit these slices best are written into"
                            + " the model file, and used for its classes and objects.",
            persist = false)
    private boolean tune;

    @Parameter(
            label = "Average over",
            description = "Turned and mirrored versions of each slice, as in U-Net Segment.",
            persist = false)
    @SuppressWarnings("unused") // NB: read by its name.
    private String averaging = SegmentationKeys.AVERAGING.initialWord();

    @Parameter(
            label = "Scale to the model's pixels",
            description = "As in U-Net Segment.",
            persist = false)
    @SuppressWarnings("unused") // NB: read by its name.
    private String scale = SegmentationKeys.SCALE.initialWord();

    @Parameter(
            label = "Device",
            description = "auto (a GPU if one works), cpu, gpu0, gpu1, ..",
            style = DEVICE,
            persist = false)
    @SuppressWarnings("unused") // NB: read by its name.
    private String device = ComputeDevice.SETTING.initial();

    @Parameter(
            label = "Precision",
            description = "Automatic: 16 bits on a GPU, 32 bits on the processor.",
            style = DEVICE,
            persist = false)
    @SuppressWarnings("unused") // NB: read by its name.
    private String precision = Precision.SETTING.initial();

    @Parameter(
            label = "Trust a model that fails its test",
            description = "As in U-Net Segment.",
            style = DEVICE,
            persist = false)
    private boolean trust = SegmentationKeys.TRUST.initial();

    @Override
    List<Setting<?>> declared() {
        return with(
                super.declared(),
                SegmentationKeys.AVERAGING,
                SegmentationKeys.SCALE,
                ComputeDevice.SETTING,
                Precision.SETTING,
                SegmentationKeys.TRUST);
    }

    @Override
    void check() {
        if (tune && kind() != PredictionKind.PROBABILITIES) {
            throw new UNetException(
                    "tune needs probabilities: kind must be probabilities, but it is "
                            + kind().key()
                            + ".");
        }
        if (tune) {
            AtomicFile.prepare(model.toPath());
        }
    }

    @Override
    EvaluatedImages images() {
        return ModelPredictions.of(
                        model.toPath(),
                        kind(),
                        FilePair.of(
                                new FilePair.Group(
                                        "image", images, ImageFiles.list(images.toPath())),
                                new FilePair.Group(
                                        "label", labels, ImageFiles.list(labels.toPath()))))
                .optOptions(SegmentationOptions.builder().with(values()).build())
                .optTrust(trust)
                .optSlices(slices)
                .optTune(tune)
                .make(progress(), IJ::log, new LoggedFailures(log));
    }
}
