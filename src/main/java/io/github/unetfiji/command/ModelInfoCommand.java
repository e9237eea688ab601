package io.github.unetfiji.command;

import ij.ImagePlus;
import io.github.unetfiji.CancelledException;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.ij.CoverPicture;
import io.github.unetfiji.model.ImportedModel;
import io.github.unetfiji.model.ModelFile;
import io.github.unetfiji.model.ModelPackage;
import io.github.unetfiji.model.ModelReport;
import io.github.unetfiji.model.PackageFacts;
import io.github.unetfiji.model.PackageReport;
import io.github.unetfiji.model.SegmentationModel;
import io.github.unetfiji.model.UNetModel;
import io.github.unetfiji.report.plot.HistoryPlot;
import io.github.unetfiji.training.TrainingHistory;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.app.StatusService;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Describes a model file and its origin, and shows the curves of its training. */
@Plugin(
        type = Command.class,
        label = "U-Net Model Info...",
        description =
                "Tells what a model is, where it comes from, how it was trained, and whether it works here.",
        attrs = {
            @Attr(
                    name = "example",
                    value = "Choose the model sample-data/phantom-unet.zip, and press OK."),
            @Attr(
                    name = "macro",
                    value = "run(\"U-Net Model Info...\", \"model=sample-data/phantom-unet.zip\");")
        })
public final class ModelInfoCommand extends UNetCommand {

    @Parameter private StatusService status;

    @Parameter(
            label = "Model",
            description =
                    "A model file (.zip) that U-Net Train wrote, or a BioImage.IO package of another program"
                            + " with a TorchScript network: a zip, or the folder that it was unpacked to.",
            style = "open,model",
            persist = false)
    private File model;

    @Parameter(type = ItemIO.OUTPUT, style = "page")
    @SuppressWarnings("unused") // NB: read by SciJava.
    private String info;

    @Parameter(type = ItemIO.OUTPUT)
    @SuppressWarnings("unused") // NB: read by SciJava.
    private ImagePlus plot;

    @Parameter(type = ItemIO.OUTPUT, style = "beside")
    @SuppressWarnings("unused") // NB: read by SciJava.
    private ImagePlus cover;

    @Override
    void execute() {
        final Path path = model.toPath();
        if (PackageFacts.isOfOthers(path)) {
            foreign(path);
        } else {
            ours(path);
        }
    }

    private void ours(final Path path) {
        final UNetModel read = ModelPackage.read(path);
        info = ModelReport.of(read);
        try {
            final PackageFacts facts = PackageFacts.read(path);
            info += PackageReport.ofOurs(facts);
            show(facts);
        } catch (final UNetException e) {
            // NB: the model itself is fine.
            info += "The package as a whole: " + e.getMessage() + "\n";
        }
        if (read.provenance().get("history") instanceof String csv) {
            plot(read.name(), csv, read.classes());
        }
    }

    /** NB: what a package is, is worth knowing even if it cannot be used. */
    private void foreign(final Path path) {
        final PackageFacts facts = PackageFacts.read(path);
        Optional<ImportedModel> read = Optional.empty();
        Optional<String> problem = Optional.empty();
        try {
            final SegmentationModel opened =
                    ModelFile.of(path)
                            .optTrust(true)
                            .optProgress(CommandProgress.of(status, this))
                            .read();
            read = Optional.of(opened).map(ImportedModel.class::cast);
        } catch (final CancelledException e) {
            throw e;
        } catch (final UNetException e) {
            problem = Optional.of(reason(e, path));
        }
        info = PackageReport.of(facts, read, problem);
        show(facts);
        if (read.isPresent() && facts.provenance().get("history") instanceof String csv) {
            plot(read.get().name(), csv, read.get().outputs());
        }
    }

    /** NB: the report says already which model it is about. */
    private static String reason(final UNetException e, final Path path) {
        return e.getMessage().replace("The model " + path + " cannot be used: ", "");
    }

    private void show(final PackageFacts facts) {
        cover =
                CoverPicture.first(facts.covers(), facts.description().name() + "-cover")
                        .orElse(null);
    }

    /** NB: a history that cannot be read must not keep the user from the rest. */
    private void plot(final String name, final String csv, final List<String> classes) {
        try {
            final TrainingHistory history = TrainingHistory.parse(csv);
            if (!history.rows().isEmpty()) {
                plot = HistoryPlot.of(name + "-history", history, classes);
            }
        } catch (final UNetException e) {
            info += "There are no curves: " + e.getMessage() + "\n";
        }
    }
}
