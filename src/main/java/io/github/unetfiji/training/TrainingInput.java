package io.github.unetfiji.training;

import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.dataset.AnnotatedImage;
import io.github.unetfiji.dataset.AnnotatedSlice;
import io.github.unetfiji.dataset.Annotations;
import io.github.unetfiji.dataset.CommonPixelSize;
import io.github.unetfiji.dataset.LearningSlices;
import io.github.unetfiji.dataset.TrainingData;
import io.github.unetfiji.model.ImportedModel;
import io.github.unetfiji.model.UNetModel;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.network.Parameters;
import io.github.unetfiji.optimize.Schedule;
import io.github.unetfiji.stack.Normalizer;
import io.github.unetfiji.stack.PixelSize;
import io.github.unetfiji.work.JavaMemory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The input of a training, read and checked before it computes anything: the annotations, the architecture of the network,
 * and the parameters to begin with.
 */
final class TrainingInput {

    /** Of the parameters in Java's memory: the first, the best, and those on their way to a file. */
    private static final int COPIES = 5;

    private final TrainingRequest request;
    private final TrainingSettings settings;
    private final Annotations annotations;
    private final Optional<PixelSize> pixelSize;
    private final TrainedNetwork network;
    private final List<Object> dataDescription;

    /**
     * Reads the annotations.
     *
     * @param listener hears the warnings about them
     * @throws UNetException if the data or the settings cannot be used
     */
    TrainingInput(final TrainingRequest request, final TrainingListener listener) {
        this.request = request;
        settings = request.settings();
        checkChannels();
        pixelSize = CommonPixelSize.of(request.images(), listener::onWarning);
        request.start()
                .ifPresent(
                        start ->
                                CommonPixelSize.compare(
                                        pixelSize, start.pixelSize(), listener::onWarning));
        annotations =
                Annotations.toLearnFrom(
                        request.images(), settings.kind(), settings.rim(), listener::onWarning);
        network = network(request.images().get(0).image().channels());
        dataDescription = Provenance.data(request.images(), annotations);
    }

    private void checkChannels() {
        final AnnotatedImage first = request.images().get(0);
        for (final AnnotatedImage image : request.images()) {
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

    private TrainedNetwork network(final int channels) {
        if (request.start().isEmpty()) {
            final Architecture architecture =
                    new Architecture(
                            settings.depth(),
                            settings.features(),
                            channels,
                            annotations.classNames().size(),
                            settings.dropout());
            checkMemory(architecture);
            return new TrainedUNet(request, architecture, FineTuning.none(architecture, settings));
        }
        if (request.start().get() instanceof UNetModel start) {
            final Architecture architecture =
                    FineTuning.architecture(
                            start, settings, channels, annotations.classNames().size());
            checkMemory(architecture);
            return new TrainedUNet(
                    request, architecture, FineTuning.of(start, architecture, settings));
        }
        final TrainedProgram program =
                new TrainedProgram(request, (ImportedModel) request.start().get(), annotations);
        checkMemory(channels, program.first().count());
        return program;
    }

    private void checkMemory(final Architecture architecture) {
        Parameters.checkCount(architecture);
        checkMemory(architecture.channels(), architecture.parameterCount());
    }

    /**
     * Checks that the annotated slices with their weights, and the parameters, fit into memory.
     *
     * <p>NB: measured with 31 million weights, each copy 118 MB: 640 MB of Java's memory fail, 690 MB suffice.
     */
    private void checkMemory(final int channels, final long parameters) {
        final long pixels =
                annotations.slices().values().stream()
                        .map(AnnotatedSlice::classes)
                        .mapToLong(map -> (long) map.width() * map.height())
                        .sum();
        JavaMemory.check(
                Float.BYTES * (pixels * (channels + 1) + COPIES * parameters),
                String.format(
                        Locale.ROOT,
                        "The training of %d weights on %d annotated slice(s) of together %d million"
                                + " pixels",
                        parameters,
                        annotations.slices().size(),
                        pixels / 1_000_000),
                "train on fewer slices or with fewer features");
    }

    /**
     * Prepares the annotated slices.
     *
     * @throws UNetException if the settings need held-out slices, but there are none
     */
    TrainingData data(final Normalizer normalizer, final Progress progress) {
        final TrainingData data =
                TrainingData.of(
                        new LearningSlices(
                                request.images(),
                                annotations,
                                normalizer,
                                annotations.heldOut(settings.validation()),
                                settings.balance(),
                                settings.weightMap(),
                                progress),
                        progress);
        if (data.validation().isEmpty()
                && (settings.patience() > 0 || settings.schedule() == Schedule.PLATEAU)) {
            throw new UNetException(
                    (settings.patience() > 0 ? "patience" : "schedule=plateau")
                            + " needs the loss of held-out slices, but validation holds out none.");
        }
        return network.data(data, annotations);
    }

    /** What is trained. */
    TrainedNetwork network() {
        return network;
    }

    /** Names of the classes, background first. */
    List<String> classNames() {
        return annotations.classNames();
    }

    /** The pixel size that the images have in common, if they do. */
    Optional<PixelSize> pixelSize() {
        return pixelSize;
    }

    /** Names, sizes and checksums of the images and labels. */
    List<Object> dataDescription() {
        return dataDescription;
    }

    /** The facts by which this training is told from others. */
    Map<String, Object> identity() {
        return TrainingIdentity.of(
                request.method().map(settings), dataDescription, network.parents());
    }
}
