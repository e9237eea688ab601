package io.github.unetfiji.training;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.dataset.AnnotatedImage;
import io.github.unetfiji.dataset.AnnotatedSlice;
import io.github.unetfiji.dataset.Annotations;
import io.github.unetfiji.dataset.CommonPixelSize;
import io.github.unetfiji.dataset.RegionSource;
import io.github.unetfiji.dataset.TrainingData;
import io.github.unetfiji.engine.Network;
import io.github.unetfiji.model.UNetModel;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.network.Parameters;
import io.github.unetfiji.optimize.Schedule;
import io.github.unetfiji.stack.Normalization;
import io.github.unetfiji.stack.NormalizedSlices;
import io.github.unetfiji.stack.PixelSize;
import io.github.unetfiji.stack.SliceSource;
import io.github.unetfiji.tiling.TileGeometry;
import io.github.unetfiji.work.JavaMemory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** One training, from the annotated images to the model: prepares the data, trains, keeps the files. */
final class TrainingRun {

    /** Of the parameters in Java's memory: the first, the best, and those on their way to a file. */
    private static final int COPIES = 5;

    /**
     * What was asked for.
     *
     * @param start model to go on from, or null
     * @param resume whether to go on from a state, if there is one, or to keep the model that is finished
     * @param overwrite whether a model that is there may be replaced
     * @param tune whether to tune the postprocessing on the held-out slices
     * @param interval between two savings, at least
     */
    record Order(
            String name,
            List<AnnotatedImage> images,
            TrainingSettings settings,
            UNetModel start,
            boolean resume,
            boolean overwrite,
            boolean tune,
            Duration interval,
            String macro,
            String note) {}

    private final Order order;
    private final TrainingSettings settings;
    private final Trainer.Company company;
    private final Training.LearnerMaker learners;
    private final RunFiles files;
    private final Annotations annotations;
    private final Optional<PixelSize> pixelSize;
    private final Architecture architecture;
    private final FineTuning origin;
    private final List<Object> described;

    private Normalization normalization;
    private TrainingData data;

    /**
     * Reads the annotations.
     *
     * @param files to keep, or null
     */
    TrainingRun(
            final Order order,
            final Trainer.Company company,
            final Training.LearnerMaker learners,
            final RunFiles files) {
        this.order = order;
        this.company = company;
        this.learners = learners;
        this.files = files;
        settings = order.settings();
        checkChannels();
        pixelSize = CommonPixelSize.of(order.images(), company.listener());
        if (order.start() != null) {
            CommonPixelSize.compare(pixelSize, order.start().pixelSize(), company.listener());
        }
        annotations = Annotations.toLearnFrom(order.images(), settings, company.listener());
        architecture = architecture(sources().get(0).channels());
        checkMemory();
        origin =
                order.start() == null
                        ? FineTuning.none(architecture, settings)
                        : FineTuning.of(order.start(), architecture, settings);
        described = Provenance.data(order.images(), annotations);
    }

    /**
     * The annotated slices with their weights, and the parameters.
     *
     * <p>NB: measured with 31 million weights, each copy 118 MB: 640 MB of Java's memory fail, 690 MB suffice.
     */
    private void checkMemory() {
        Parameters.checkCount(architecture);
        final long pixels =
                annotations.slices().values().stream()
                        .map(AnnotatedSlice::classes)
                        .mapToLong(map -> (long) map.width() * map.height())
                        .sum();
        JavaMemory.check(
                Float.BYTES
                        * (pixels * (architecture.channels() + 1)
                                + COPIES * architecture.parameterCount()),
                String.format(
                        Locale.ROOT,
                        "The training of %d weights on %d annotated slice(s) of together %d million"
                                + " pixels",
                        architecture.parameterCount(),
                        annotations.slices().size(),
                        pixels / 1_000_000),
                "train on fewer slices or with fewer features");
    }

    private List<SliceSource> sources() {
        return order.images().stream().map(AnnotatedImage::image).toList();
    }

    private void checkChannels() {
        final AnnotatedImage first = order.images().get(0);
        for (final AnnotatedImage image : order.images()) {
            if (image.image().channels() != first.image().channels()) {
                throw new UNetException(
                        String.format(
                                Locale.ROOT,
                                "The image '%s' has %d channel(s), but '%s' has %d.",
                                image.name(),
                                image.image().channels(),
                                first.name(),
                                first.image().channels()));
            }
        }
    }

    private void prepare() {
        normalization =
                NormalizedSlices.fit(settings.normalization(), sources(), company.progress());
        data =
                TrainingData.of(
                        order.images(),
                        annotations,
                        normalization,
                        annotations.heldOut(settings.validation()),
                        settings,
                        company.progress());
        checkValidation();
    }

    private void checkValidation() {
        if (data.validation().isEmpty()
                && (settings.patience() > 0 || settings.schedule() == Schedule.PLATEAU)) {
            throw new UNetException(
                    (settings.patience() > 0 ? "patience" : "schedule=plateau")
                            + " needs the loss of held-out slices, but validation holds out none.");
        }
    }

    private Architecture architecture(final int channels) {
        if (order.start() != null) {
            return FineTuning.architecture(
                    order.start(), settings, channels, annotations.classNames().size());
        }
        return new Architecture(
                settings.depth(),
                settings.features(),
                channels,
                annotations.classNames().size(),
                settings.dropout());
    }

    /**
     * Trains to the end; where memory does not suffice at the start, with smaller patches. A finished training that is
     * resumed is not trained again.
     */
    Training.Result execute() {
        return isToBeKept() ? kept() : trained();
    }

    private boolean isToBeKept() {
        return files != null
                && order.resume()
                && !order.overwrite()
                && !files.hasState()
                && files.earlier().hasModel();
    }

    private Training.Result kept() {
        final UNetModel model = files.earlier().finished(identity());
        company.listener()
                .onEnd(
                        "The model is the result of this very training already, which is finished:"
                                + " nothing is left to do.");
        return new Training.Result(
                model, TrainingHistory.parse((String) model.provenance().get("history")));
    }

    private Training.Result trained() {
        prepare();
        final TrainingState state = state();
        final Parameters first = state == null ? origin.parameters() : state.parameters();
        try (Network network =
                Network.forTraining(architecture, first, settings.device(), settings.precision())) {
            int patch =
                    state == null
                            ? Training.patch(settings, architecture.depth(), sources())
                            : state.patch();
            while (true) {
                try {
                    return train(network, plan(patch, state), state);
                } catch (final NotEnoughMemoryException e) {
                    patch = smaller(patch, state, e);
                }
            }
        }
    }

    private TrainingState state() {
        if (!order.resume() || files == null || !files.hasState()) {
            return null;
        }
        final TrainingState state = TrainingStateFile.read(files.state(), identity(), architecture);
        files.resumed();
        return state;
    }

    private Map<String, Object> identity() {
        return TrainingIdentity.of(settings, described, origin.parents());
    }

    private TrainingPlan plan(final int patch, final TrainingState state) {
        return new TrainingPlan(
                order.name(),
                architecture,
                annotations.classNames(),
                patch,
                state == null ? 0 : state.course().iteration(),
                settings.iterations(),
                data.training().size(),
                data.validation().size(),
                settings.device(),
                settings.precision());
    }

    /** The next smaller patch to try, if memory failed at once. */
    private int smaller(
            final int patch, final TrainingState state, final NotEnoughMemoryException e) {
        final TileGeometry geometry = architecture.tileGeometry();
        final int next = geometry.inputFor(Math.max(1, geometry.outputFor(patch) * 2 / 3));
        final int first = state == null ? 1 : state.course().iteration() + 1;
        if (e.iteration() > first || next >= patch) {
            throw e;
        }
        company.listener()
                .onWarning(
                        String.format(
                                Locale.ROOT,
                                "Memory does not suffice for patches of %d px: trying %d px.",
                                patch,
                                next));
        return next;
    }

    private Training.Result train(
            final Network network, final TrainingPlan plan, final TrainingState state) {
        company.listener().onStart(plan);
        final Provenance provenance =
                new Provenance(
                        settings,
                        identity(),
                        order.images().get(0).annotations() instanceof RegionSource,
                        described,
                        origin,
                        plan,
                        order.macro(),
                        order.note());
        try (PatchLearner learner = learners.of(network, settings, origin.frozen())) {
            final Trainer trainer =
                    new Trainer(
                            settings,
                            data,
                            network,
                            learner,
                            plan.patch(),
                            company,
                            keeper(plan, provenance));
            if (state != null) {
                trainer.restore(state);
            }
            final Trainer.Outcome outcome = trainer.run();
            final UNetModel trained =
                    model(
                            plan,
                            provenance,
                            outcome.course(),
                            outcome.seconds(),
                            Optional.of(outcome.ending()));
            finish(trained, outcome);
            final Optional<UNetModel> looked = looked(trained);
            looked.ifPresent(model -> finish(model, outcome));
            if (files != null && outcome.ending().complete()) {
                files.forgetState();
            }
            return new Training.Result(looked.orElse(trained), outcome.course().history());
        }
    }

    private void finish(final UNetModel model, final Trainer.Outcome outcome) {
        if (files != null) {
            files.finish(model, outcome.course().history());
        }
    }

    /** NB: after the model is safe, since a look needs memory and time. */
    private Optional<UNetModel> looked(final UNetModel model) {
        return data.validation().isEmpty()
                ? Optional.empty()
                : new FinalValidation(model, settings, company).at(data.validation(), order.tune());
    }

    private Trainer.Keeper keeper(final TrainingPlan plan, final Provenance provenance) {
        return files == null
                ? Trainer.Keeper.NONE
                : new Trainer.Keeper() {
                    private final SavingPace pace =
                            new SavingPace(order.interval(), System::nanoTime);

                    @Override
                    public boolean isDue() {
                        return pace.isDue();
                    }

                    @Override
                    public void save(final Supplier<TrainingState> state) {
                        pace.save(() -> keep(state.get(), plan, provenance));
                    }
                };
    }

    /** NB: a disk that is full for a while must not end hours of training. */
    private void keep(
            final TrainingState state, final TrainingPlan plan, final Provenance provenance) {
        try {
            files.save(
                    state,
                    identity(),
                    (course, seconds) ->
                            model(plan, provenance, course, seconds, Optional.empty()));
        } catch (final UNetException e) {
            company.listener()
                    .onWarning(
                            e.getMessage()
                                    + " The training goes on; what was saved before is still"
                                    + " there.");
        }
    }

    private UNetModel model(
            final TrainingPlan plan,
            final Provenance provenance,
            final TrainingState.Course course,
            final double seconds,
            final Optional<Trainer.Ending> ending) {
        return new UNetModel(
                order.name(),
                architecture,
                course.best().parameters(),
                normalization,
                plan.classes(),
                provenance.map(course, seconds, ending),
                pixelSize,
                Optional.empty());
    }
}
