package io.github.unetfiji.model;

import io.github.unetfiji.file.YamlMap;
import io.github.unetfiji.stack.LengthUnit;
import io.github.unetfiji.stack.PixelSize;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the pixel size of a model: from our own part of the description, or, as older files have it, from the axes of the input.
 *
 * <p>NB: it no longer stands at the axes, because other programs multiply sizes of tiles by it.
 */
final class PixelSizeReader {

    private static final String KEY = "pixel_size";

    private PixelSizeReader() {}

    /** As our own part of the description has it. */
    static void write(final PixelSize size, final Map<String, Object> config) {
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("x", size.x());
        map.put("y", size.y());
        map.put("unit", size.unit().key());
        config.put(KEY, map);
    }

    /**
     * The pixel size.
     *
     * @param rdf the whole description
     * @return empty if there is none
     * @throws io.github.unetfiji.UNetException if a size is no number above 0, or our own part has no unit of length
     */
    static Optional<PixelSize> read(final YamlMap rdf) {
        final YamlMap ours = rdf.at("config").at("unetfiji");
        return ours.map().containsKey(KEY) ? Optional.of(ownPart(ours.at(KEY))) : ofAxes(rdf);
    }

    private static PixelSize ownPart(final YamlMap size) {
        final LengthUnit unit =
                LengthUnit.of(size.text("unit"))
                        .orElseThrow(() -> size.wrong("unit", "a unit of length"));
        return new PixelSize(size.number("x"), size.number("y"), unit);
    }

    private static Optional<PixelSize> ofAxes(final YamlMap rdf) {
        final Optional<YamlMap> x = axis(rdf, "x");
        final Optional<YamlMap> y = axis(rdf, "y");
        final Optional<LengthUnit> unit = x.flatMap(PixelSizeReader::unit);
        if (unit.isEmpty() || !unit.equals(y.flatMap(PixelSizeReader::unit))) {
            return Optional.empty();
        }
        return Optional.of(
                new PixelSize(x.get().number("scale"), y.get().number("scale"), unit.get()));
    }

    private static Optional<LengthUnit> unit(final YamlMap axis) {
        return axis.map().get("unit") instanceof String text
                ? LengthUnit.of(text)
                : Optional.empty();
    }

    private static Optional<YamlMap> axis(final YamlMap rdf, final String id) {
        if (rdf.map().get("inputs") instanceof List<?> inputs
                && !inputs.isEmpty()
                && inputs.get(0) instanceof Map<?, ?> input
                && input.get("axes") instanceof List<?> axes) {
            return axes.stream()
                    .filter(axis -> axis instanceof Map<?, ?> map && id.equals(map.get("id")))
                    .map(axis -> new YamlMap((Map<?, ?>) axis, "rdf.yaml.inputs.axes." + id))
                    .findFirst();
        }
        return Optional.empty();
    }
}
