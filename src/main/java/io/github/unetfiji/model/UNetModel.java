package io.github.unetfiji.model;

import io.github.unetfiji.Legible;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.network.Parameters;
import io.github.unetfiji.stack.Normalization;
import io.github.unetfiji.stack.PixelSize;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * All that is needed to segment: a network with its weights, how images are normalised for it, what
 * its classes mean, and where it comes from.
 *
 * <p>Control characters in names and texts are replaced, so that showing them cannot steer a terminal.
 *
 * @param name short, for people
 * @param architecture shape of the network
 * @param parameters its weights
 * @param normalization how intensities are scaled for it
 * @param classes names of the classes, background first, as many as the network has
 * @param provenance how it was trained: plain strings, numbers, lists and maps
 * @param pixelSize how large the pixels of the training images were in the specimen, if known
 * @param postprocessing settings that turn its probabilities into classes and objects, if they were tuned
 * @param publication whose it is, its licence, its picture
 */
public record UNetModel(
        String name,
        Architecture architecture,
        Parameters parameters,
        Normalization normalization,
        List<String> classes,
        Map<String, Object> provenance,
        Optional<PixelSize> pixelSize,
        Optional<Postprocessing> postprocessing,
        Publication publication)
        implements SegmentationModel {

    /** A model that is not tuned, trained with pixels of unknown size. */
    public UNetModel(
            final String name,
            final Architecture architecture,
            final Parameters parameters,
            final Normalization normalization,
            final List<String> classes,
            final Map<String, Object> provenance) {
        this(
                name,
                architecture,
                parameters,
                normalization,
                classes,
                provenance,
                Optional.empty(),
                Optional.empty());
    }

    /** A model of which nobody said whose it is. */
    public UNetModel(
            final String name,
            final Architecture architecture,
            final Parameters parameters,
            final Normalization normalization,
            final List<String> classes,
            final Map<String, Object> provenance,
            final Optional<PixelSize> pixelSize,
            final Optional<Postprocessing> postprocessing) {
        this(
                name,
                architecture,
                parameters,
                normalization,
                classes,
                provenance,
                pixelSize,
                postprocessing,
                Publication.NONE);
    }

    /**
     * @throws UNetException if there is not one class name for each class of the network, or not one intensity range for each
     *     channel where the normalisation needs them
     */
    public UNetModel {
        // NB: whoever wrote them: they are shown in windows, tables and terminals.
        name = Legible.line(name);
        classes = classes.stream().map(Legible::line).toList();
        provenance = legible(provenance);
        if (classes.size() != architecture.classes()) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "The model names %d classes, but its network has %d.",
                            classes.size(),
                            architecture.classes()));
        }
        final int scales = normalization.fixed().size();
        final boolean fixed = normalization.mode() == Normalization.Mode.RANGE;
        if (scales != (fixed ? architecture.channels() : 0)) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "The model holds %d intensity ranges, but its network has %d channel(s).",
                            scales,
                            architecture.channels()));
        }
    }

    private static Map<String, Object> legible(final Map<?, ?> map) {
        final Map<String, Object> legible = new LinkedHashMap<>();
        map.forEach((key, value) -> legible.put(Legible.line(String.valueOf(key)), legible(value)));
        return legible;
    }

    private static Object legible(final Object value) {
        if (value instanceof String text) {
            return Legible.text(text);
        }
        if (value instanceof Map<?, ?> map) {
            return legible(map);
        }
        return value instanceof List<?> list
                ? list.stream().map(UNetModel::legible).toList()
                : value;
    }

    /** The same model with one more fact of its provenance. */
    public UNetModel with(final String key, final Object fact) {
        final Map<String, Object> more = new LinkedHashMap<>(provenance);
        more.put(key, fact);
        return with(more, postprocessing, publication);
    }

    /** The same model with a postprocessing. */
    public UNetModel with(final Postprocessing tunedTo) {
        return with(provenance, Optional.of(tunedTo), publication);
    }

    /** The same model, published in another way. */
    public UNetModel with(final Publication other) {
        return with(provenance, postprocessing, other);
    }

    private UNetModel with(
            final Map<String, Object> otherProvenance,
            final Optional<Postprocessing> tunedTo,
            final Publication other) {
        return new UNetModel(
                name,
                architecture,
                parameters,
                normalization,
                classes,
                otherProvenance,
                pixelSize,
                tunedTo,
                other);
    }

    @Override
    public int channels() {
        return architecture.channels();
    }

    @Override
    public List<String> outputs() {
        return classes;
    }

    @Override
    public void checkChannels(final int channels) {
        if (channels != architecture.channels()) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "The image has %d channel(s), but the model '%s' was trained with %d.",
                            channels,
                            name,
                            architecture.channels()));
        }
    }
}
