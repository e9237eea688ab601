package io.github.unetfiji.training;

import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.dataset.AnnotatedImage;
import io.github.unetfiji.dataset.AnnotatedSlice;
import io.github.unetfiji.dataset.Annotations;
import io.github.unetfiji.dataset.CommonPixelSize;
import io.github.unetfiji.dataset.LearningSlices;
import io.github.unetfiji.dataset.TrainingData;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.network.Parameters;
import io.github.unetfiji.optimize.Schedule;
import io.github.unetfiji.stack.Normalization;
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
    private final Architecture architecture;
    private final FineTuning origin;
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
        architecture = architecture(request.images().get(0).image().channels());
        checkMemory();
        origin =
                request.start()
                        .map(start -> FineTuning.of(start, architecture, settings))
                        .orElseGet(() -> FineTuning.none(architecture, settings));
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

    private Architecture architecture(final int channels) {
        final int classes = annotations.classNames().size();
        return request.start()
                .map(start -> FineTuning.architecture(start, settings, channels, classes))
                .orElseGet(
                        () ->
                                new Architecture(
                                        settings.depth(),
                                        settings.features(),
                                        channels,
                                        classes,
                                        settings.dropout()));
    }

    /**
     * Checks that the annotated slices with their weights, and the parameters, fit into memory.
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

    /**
     * Prepares the annotated slices.
     *
     * @throws UNetException if the settings need held-out slices, but there are none
     */
    TrainingData data(final Normalization normalization, final Progress progress) {
        final TrainingData data =
                TrainingData.of(
                        new LearningSlices(
                                request.images(),
                                annotations,
                                normalization,
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
        return data;
    }

    /** The shape of the network. */
    Architecture architecture() {
        return architecture;
    }

    /** Names of the classes, background first. */
    List<String> classNames() {
        return annotations.classNames();
    }

    /** The pixel size that the images have in common, if they do. */
    Optional<PixelSize> pixelSize() {
        return pixelSize;
    }

    /** The parameters to begin with. */
    FineTuning origin() {
        return origin;
    }

    /** Names, sizes and checksums of the images and labels. */
    List<Object> dataDescription() {
        return dataDescription;
    }

    /** The facts by which this training is told from others. */
    Map<String, Object> identity() {
        return TrainingIdentity.of(
                request.method().map(settings), dataDescription, origin.parents());
    }
}
