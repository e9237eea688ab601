package io.github.unetfiji.command;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.unetfiji.Progress;
import io.github.unetfiji.command.Confirmable.Question;
import io.github.unetfiji.dataset.AnnotatedImage;
import io.github.unetfiji.file.AtomicFile;
import io.github.unetfiji.ij.HistoryTable;
import io.github.unetfiji.ij.ImageFiles;
import io.github.unetfiji.ij.ImagePlusSlices;
import io.github.unetfiji.ij.SampleImage;
import io.github.unetfiji.model.ImportedModel;
import io.github.unetfiji.model.ModelFile;
import io.github.unetfiji.model.Publication;
import io.github.unetfiji.model.PublicationKeys;
import io.github.unetfiji.model.SegmentationModel;
import io.github.unetfiji.model.UNetModel;
import io.github.unetfiji.report.plot.HistoryPlot;
import io.github.unetfiji.setting.Setting;
import io.github.unetfiji.training.AugmentationPreview;
import io.github.unetfiji.training.Training;
import io.github.unetfiji.training.TrainingKeys;
import io.github.unetfiji.training.TrainingListener;
import io.github.unetfiji.training.TrainingPreset;
import io.github.unetfiji.training.TrainingSettings;
import io.github.unetfiji.ui.PreviewWindow;
import io.github.unetfiji.ui.TrainingForecast;
import io.github.unetfiji.ui.WatchedTraining;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.app.StatusService;
import org.scijava.command.Previewable;
import org.scijava.plugin.Parameter;
import org.scijava.widget.Button;

/** What the two training commands share: the inputs of the model file and of the duration, and the training itself. */
abstract class TrainingCommand extends LearningCommand implements Previewable, Confirmable {

    /** Patches in the preview. */
    private static final int SAMPLES = 6;

    private static final String AGAIN = "group:Reproducing and resuming";
    private static final String PUBLISHING = "group:Publishing the model";

    @Parameter private StatusService status;

    @Parameter(
            label = "Model file to write",
            description =
                    "Receives the model (.zip): the best so far again and again while it is trained.",
            style = "save,model",
            persist = false)
    private File model;

    @Parameter(
            label = "Preset",
            description =
                    "Sets network and learning: a look within 10 minutes, a good model, or the paper's on a GPU.",
            visibility = ItemVisibility.TRANSIENT,
            initializer = "firstPreset",
            callback = "presetChanged",
            persist = false)
    private String preset = TrainingPreset.SETTING.initial();

    @Parameter(label = "Iterations", description = "How long: one patch each.", persist = false)
    @SuppressWarnings("unused") // NB: read by its name.
    private int iterations = TrainingKeys.ITERATIONS.initial();

    @Parameter(
            label = "Minutes at most (0 = all iterations)",
            description =
                    "Ends the training after that time with the best so far. To go on, resume it with more minutes.",
            persist = false)
    @SuppressWarnings("unused") // NB: read by its name.
    private double minutes = TrainingKeys.MINUTES.initial();

    @Parameter(
            label = "Resume an interrupted training",
            description =
                    "Goes on from the state beside the model file, if there is one, just as if it had"
                            + " not been interrupted; a finished training is not trained again.",
            style = AGAIN,
            persist = false)
    private boolean resume;

    @Parameter(
            label = "Replace the model file",
            description = "Gives up the model that is there, if there is one.",
            style = AGAIN,
            persist = false)
    private boolean overwrite;

    @Parameter(
            label = "Note",
            description =
                    "Goes into the model: where the data are from, their licence, whom to cite.",
            required = false,
            style = AGAIN,
            persist = false)
    private String note = "";

    @Parameter(
            label = "Author",
            description =
                    "Who made the model; several with semicolons between them. Others see it, and"
                            + " dialogs propose it from now on, with the next three.",
            required = false,
            style = "remembered," + PUBLISHING,
            persist = false)
    @SuppressWarnings("unused") // NB: read by its name.
    private String author = PublicationKeys.AUTHOR.initial();

    @Parameter(
            label = "Affiliation",
            description = "Where the authors work, in their order, with semicolons between them.",
            required = false,
            style = "remembered," + PUBLISHING,
            persist = false)
    @SuppressWarnings("unused") // NB: read by its name.
    private String affiliation = PublicationKeys.AFFILIATION.initial();

    @Parameter(
            label = "ORCID",
            description = "Their ORCID iDs, such as 0000-0002-1825-0097.",
            required = false,
            style = "remembered," + PUBLISHING,
            persist = false)
    @SuppressWarnings("unused") // NB: read by its name.
    private String orcid = PublicationKeys.ORCID.initial();

    @Parameter(
            label = "GitHub account",
            description = "Their accounts, by which the zoo finds who keeps up the model.",
            required = false,
            style = "remembered," + PUBLISHING,
            persist = false)
    @SuppressWarnings("unused") // NB: read by its name.
    private String github = PublicationKeys.GITHUB.initial();

    @Parameter(
            label = "Licence (empty = CC-BY-4.0)",
            description =
                    "What others may do with the model: an id of spdx.org/licenses. The licence of"
                            + " the data may set limits. Empty: that of the model to start from, or else CC-BY-4.0.",
            required = false,
            style = PUBLISHING,
            persist = false)
    @SuppressWarnings("unused") // NB: read by its name.
    private String license = PublicationKeys.LICENSE.initial();

    @Parameter(
            label = "Tags",
            description =
                    "Words by which the model zoo sorts models, with commas: electron-microscopy,"
                            + " cells.",
            required = false,
            style = PUBLISHING,
            persist = false)
    @SuppressWarnings("unused") // NB: read by its name.
    private String tags = PublicationKeys.TAGS.initial();

    @Parameter(
            label = "Data set",
            description =
                    "If the training data are in the model zoo: their id, such as"
                            + " ilastik/isbi2012_neuron_segmentation_challenge.",
            required = false,
            style = PUBLISHING,
            persist = false)
    @SuppressWarnings("unused") // NB: read by its name.
    private String dataset = PublicationKeys.DATASET.initial();

    @Parameter(
            label = "Needs",
            visibility = ItemVisibility.MESSAGE,
            required = false,
            persist = false)
    @SuppressWarnings("unused") // NB: read by SciJava.
    private String needs = "Memory and time are being estimated ...";

    @Parameter(
            label = "Preview patches",
            description =
                    "Shows augmented patches with the outlines of the classes and their weights, as"
                            + " they will be trained; follows all changes.",
            callback = "showPatches",
            required = false,
            persist = false)
    @SuppressWarnings("unused") // NB: read by SciJava.
    private Button patches;

    @Parameter(type = ItemIO.OUTPUT)
    @SuppressWarnings("unused") // NB: read by SciJava.
    private ImagePlus plot;

    @Parameter(type = ItemIO.OUTPUT)
    @SuppressWarnings("unused") // NB: read by SciJava.
    private ResultsTable history;

    @Parameter(type = ItemIO.OUTPUT)
    @SuppressWarnings("unused") // NB: read by SciJava.
    private String summary;

    private final TrainingForecast forecast = new TrainingForecast();
    private final PreviewWindow window = new PreviewWindow();

    @Override
    List<Setting<?>> declared() {
        return Stream.concat(
                        with(super.declared(), TrainingPreset.SETTING).stream(),
                        PublicationKeys.ALL.stream())
                .toList();
    }

    /**
     * What to learn from.
     *
     * @param slices of an image
     */
    abstract List<AnnotatedImage> data(Function<ImagePlus, ImagePlusSlices> slices);

    /** An image like those to learn from, as far as it is known while the dialog is open. */
    abstract Optional<ImagePlus> example();

    @Override
    final void execute() {
        window.close();
        final TrainingSettings settings = trainingSettings();
        final Optional<SegmentationModel> before = start().map(this::opened);
        final Publication publication =
                PublicationKeys.of(values(), before.flatMap(TrainingCommand::publication));
        final Path file = model.toPath();
        AtomicFile.checkWritable(file);
        final boolean replaces = ReplacedModel.mayReplace(file, start(), overwrite, resume);
        final String name = ImageFiles.baseName(file);
        IJ.log(deviceSentence());
        final Training training =
                Training.of(name, data(slices(before)), settings)
                        .optModelFile(file)
                        .optResume(resume)
                        .optOverwrite(replaces)
                        .optTune(isToTune())
                        .optMacro(MacroLine.of(this))
                        .optNote(note == null ? "" : note)
                        .optPublication(publication)
                        .optStart(before.orElse(null));
        final Training.Result result =
                WatchedTraining.run(training, file, CommandProgress.of(status, this));
        summary = WatchedTraining.summary(file, result);
        history = HistoryTable.of(result.history());
        plot = HistoryPlot.of(name + "-history", result.history(), result.trained().classes());
    }

    /** NB: the program of another package takes as many channels as it takes, also of an RGB image that is gray. */
    private static Function<ImagePlus, ImagePlusSlices> slices(
            final Optional<SegmentationModel> start) {
        return start.orElse(null) instanceof ImportedModel model
                ? image -> ImagePlusSlices.of(image, model.channels())
                : ImagePlusSlices::of;
    }

    /** NB: the package of another program keeps its own. */
    private static Optional<Publication> publication(final SegmentationModel start) {
        return start instanceof UNetModel model
                ? Optional.of(model.publication())
                : Optional.empty();
    }

    /** NB: a package of another program is tested, which takes a while and can be cancelled. */
    private SegmentationModel opened(final Path file) {
        return ModelFile.of(file)
                .optProgress(CommandProgress.of(status, this))
                .optMessages(IJ::log)
                .read();
    }

    /** Called by the dialog after every change. */
    @Override
    public final void preview() {
        PublicationKeys.of(values(), Optional.empty());
        needs = forecast.of(trainingSettings(), example(), start());
        if (window.isOpen()) {
            showPatches();
        }
    }

    /** Called by the dialog, and by the preview if it is open. */
    private void showPatches() {
        window.show(
                SampleImage.of(
                        AugmentationPreview.of(
                                data(ImagePlusSlices::of).get(0),
                                trainingSettings(),
                                SAMPLES,
                                0,
                                TrainingListener.NONE,
                                Progress.NONE),
                        "Preview of patches"));
    }

    @Override
    public final Optional<Question> question(final Map<String, String> texts) {
        return ReplacedModel.question(texts);
    }

    /** Called by the dialog when the user gives up. */
    @Override
    public final void cancel() {
        window.close();
    }

    /** Called before the dialog opens. NB: only the dialog has a preset; a macro has the values that it names, or the defaults. */
    @SuppressWarnings("unused") // NB: called by SciJava.
    private void firstPreset() {
        preset = TrainingPreset.QUICK.label();
    }

    /** Called by the dialog. */
    @SuppressWarnings("unused") // NB: called by SciJava.
    private void presetChanged() {
        TrainingPreset.of(preset).map(TrainingPreset::settings).ifPresent(this::take);
    }
}
