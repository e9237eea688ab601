package io.github.unetfiji.training;

import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.dataset.AnnotatedImage;
import io.github.unetfiji.engine.TrainableNetwork;
import io.github.unetfiji.model.Publication;
import io.github.unetfiji.model.SegmentationModel;
import io.github.unetfiji.model.UNetModel;
import io.github.unetfiji.optimize.Loss;
import io.github.unetfiji.optimize.Optimizer;
import io.github.unetfiji.optimize.PatchLearner;
import io.github.unetfiji.stack.SliceSource;
import io.github.unetfiji.tiling.TileGeometry;
import io.github.unetfiji.work.AwaitedWork;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Trains a model on annotated images:
 *
 * <pre>
 * Training.Result result =
 *         Training.of("my cells", images, settings)
 *                 .optProgress(progress)
 *                 .optModelFile(Path.of("my-cells.zip"))
 *                 .run();
 * </pre>
 *
 * <p>With a model file, the best model, the curves and the state of the training are written again and again while it
 * runs, each whole or not at all; {@link #optResume} goes on from there. A model file that is there already is replaced only by
 * {@link #optOverwrite}. On the processor a training that was interrupted and resumed gives the same bits as one that was not.
 *
 * <p>A program can bring its own optimizer and its own loss: {@link #optOptimizer}, {@link #optLoss}.
 *
 * <p>One training at a time in a Java process: the engine collects the gradients of one.
 */
public final class Training {

    /**
     * The result of a training.
     *
     * @param trained the model of the best parameters
     * @param history its losses and validations
     */
    public record Result(TrainedModel trained, TrainingHistory history) {

        /**
         * The U-Net that was trained.
         *
         * @throws IllegalStateException if the training went on from the package of another program: then it is {@link #trained}
         */
        public UNetModel model() {
            if (trained.model() instanceof UNetModel model) {
                return model;
            }
            throw new IllegalStateException("the model is no U-Net of this program");
        }
    }

    /** For tests: a stand-in for the step of a network. */
    interface LearnerWrapper {
        PatchLearner of(TrainableNetwork network, PatchLearner step);
    }

    private static final int LARGEST_PLANNED_PATCH = 572;
    private static final Duration SAVE_EVERY = Duration.ofSeconds(30);

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final String name;
    private final List<AnnotatedImage> images;
    private final TrainingSettings settings;
    private TrainingListener listener = TrainingListener.NONE;
    private Progress progress = Progress.NONE;
    private TrainingControl control = new TrainingControl();
    private SegmentationModel start;
    private Path modelFile;
    private boolean resume;
    private boolean overwrite;
    private Duration interval = SAVE_EVERY;
    private String macro = "";
    private String note = "";
    private Publication publication = Publication.NONE;
    private boolean tune = true;
    private LearningMethod method = LearningMethod.BUILT_IN;
    private LearnerWrapper learners = (network, step) -> step;

    private Training(
            final String name, final List<AnnotatedImage> images, final TrainingSettings settings) {
        this.name = name;
        this.images = List.copyOf(images);
        this.settings = settings;
    }

    /**
     * A training with these images and settings, which {@link #run} starts.
     *
     * @param name of the model, for people
     * @param images at least one, of equally many channels; slices are counted through all of them
     */
    public static Training of(
            final String name, final List<AnnotatedImage> images, final TrainingSettings settings) {
        return new Training(name, images, settings);
    }

    /**
     * Trains from random parameters, and writes no files.
     *
     * @param progress told after every iteration
     * @throws UNetException if the data or the settings cannot be used
     */
    public static Result run(
            final String name,
            final List<AnnotatedImage> images,
            final TrainingSettings settings,
            final TrainingListener listener,
            final Progress progress) {
        return of(name, images, settings).optListener(listener).optProgress(progress).run();
    }

    /** Hears how the training goes; by default nobody. */
    public Training optListener(final TrainingListener value) {
        listener = value;
        return this;
    }

    /** Is told after every iteration how far the training is, and may cancel it. */
    public Training optProgress(final Progress value) {
        progress = value;
        return this;
    }

    /** Lets the user stop the training early and keep the best model so far. */
    public Training optControl(final TrainingControl value) {
        control = value;
        return this;
    }

    /**
     * A model to go on from: a U-Net of this program, whose depth and features are taken, or the package of another program,
     * whose program and parameters are taken; by default training begins with random parameters.
     */
    public Training optStart(final SegmentationModel value) {
        start = value;
        return this;
    }

    /** The file of the model; its state and its curves are written beside it. By default nothing is written. */
    public Training optModelFile(final Path value) {
        modelFile = value;
        return this;
    }

    /** Whether to go on from the state beside the model file, if there is one, and to keep a finished model; by default not. */
    public Training optResume(final boolean value) {
        resume = value;
        return this;
    }

    /** Whether a model file that is there already may be replaced; by default it may not. */
    public Training optOverwrite(final boolean value) {
        overwrite = value;
        return this;
    }

    /** Time between two savings, by default 30 s; longer where saving would take more than 5 % of the time. */
    public Training optSaveEvery(final Duration value) {
        interval = value;
        return this;
    }

    /** The macro that trains the model again, to be written into it. */
    public Training optMacro(final String value) {
        macro = value;
        return this;
    }

    /** A text for people, such as where the data are from and their licence, to be written into the model. */
    public Training optNote(final String value) {
        note = value;
        return this;
    }

    /** Whose the model is, and its licence; by default nobody is named. {@link io.github.unetfiji.model.PublicationKeys#of} makes it. */
    public Training optPublication(final Publication value) {
        publication = value;
        return this;
    }

    /** Whether thresholds and the division of objects are tuned on the held-out slices at the end; by default they are. */
    public Training optTune(final boolean value) {
        tune = value;
        return this;
    }

    /**
     * The program's own optimizer, instead of that of the settings; {@code settings.momentum()} has no effect on it.
     *
     * @param id name of the optimizer with its constants, such as {@code rmsprop 0.9}: states and models tell it, and a state is
     *     resumed only with an optimizer of the same name
     * @param maker makes a new optimizer; asked again when memory does not suffice and a smaller patch is tried
     * @throws UNetException if the name is empty, or that of a built-in optimizer
     */
    public Training optOptimizer(final String id, final Supplier<Optimizer> maker) {
        method = method.withOptimizer(id, maker);
        return this;
    }

    /**
     * The program's own loss, instead of the weighted cross entropy.
     *
     * @param id name of the loss with its constants, such as {@code focal 2}: states and models tell it, and a state is resumed
     *     only with a loss of the same name
     * @throws UNetException if the name is empty
     */
    public Training optLoss(final String id, final Loss value) {
        method = method.withLoss(id, value);
        return this;
    }

    /** For tests: a stand-in for the network. */
    Training optLearners(final LearnerWrapper value) {
        learners = value;
        return this;
    }

    /** The file beside a model file from which a training of it can be resumed, while there is one. */
    public static Path stateFile(final Path model) {
        return RunFiles.state(model);
    }

    /**
     * Trains.
     *
     * @throws UNetException if the data or the settings cannot be used, or something fails; what was saved before stays
     * @throws io.github.unetfiji.CancelledException if the user cancels, or the program ends, which waits for it; what was
     *     reached is saved
     */
    public Result run() {
        // NB: a dialog that was just closed may still try how long an iteration takes.
        try (AwaitedWork work = AwaitedWork.begin();
                TrainingPermit turn =
                        TrainingPermit.acquire(PATIENCE)
                                .orElseThrow(
                                        () ->
                                                new UNetException(
                                                        "Another training is running in this"
                                                                + " program: wait until it"
                                                                + " ends."))) {
            if (modelFile == null) {
                return run(Optional.empty(), work);
            }
            try (RunFiles files = RunFiles.open(modelFile)) {
                files.earlier().checkReplaceable(overwrite, resume);
                return run(Optional.of(files), work);
            }
        }
    }

    private Result run(final Optional<RunFiles> files, final AwaitedWork work) {
        final TrainingRequest request =
                new TrainingRequest(
                        name,
                        images,
                        settings,
                        method,
                        Optional.ofNullable(start),
                        resume,
                        overwrite,
                        tune,
                        interval,
                        macro,
                        note,
                        publication);
        final Callbacks callbacks =
                new Callbacks(listener, progress.orCancelledBy(work::isToStop), control);
        return new TrainingRun(request, callbacks, learners, files).execute();
    }

    /**
     * The patch that a training takes: that of the settings, or the largest that the slices fill, up to the paper's 572 px.
     *
     * @param depth of the network
     * @return valid input side in px
     * @throws UNetException if that of the settings is not valid
     */
    public static int patch(
            final TrainingSettings settings, final int depth, final int width, final int height) {
        return patch(settings, depth, Math.min(width, height));
    }

    static int patch(
            final TrainingSettings settings, final int depth, final List<SliceSource> images) {
        return patch(
                settings,
                depth,
                images.stream().mapToInt(i -> Math.min(i.width(), i.height())).max().orElse(1));
    }

    private static int patch(final TrainingSettings settings, final int depth, final int side) {
        final TileGeometry geometry = new TileGeometry(depth);
        if (settings.patch() != 0) {
            geometry.checkInput("Patch", settings.patch());
            return settings.patch();
        }
        final int paper = Math.max(1, LARGEST_PLANNED_PATCH - 2 * geometry.halo());
        return geometry.inputFor(Math.min(side, paper));
    }
}
