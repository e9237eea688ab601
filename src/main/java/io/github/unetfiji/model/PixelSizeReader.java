package io.github.unetfiji.model;

import io.github.unetfiji.file.YamlMap;
import io.github.unetfiji.stack.LengthUnit;
import io.github.unetfiji.stack.PixelSize;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the pixel size of a model from the axes of its input, where BioImage.IO has it. */
final class PixelSizeReader {

    private PixelSizeReader() {}

    /**
     * The pixel size.
     *
     * @param rdf the whole description
     * @return empty if the axes have no unit, as in older packages, or none that is a length
     * @throws io.github.unetfiji.UNetException if a scale is no number above 0
     */
    static Optional<PixelSize> read(final YamlMap rdf) {
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
