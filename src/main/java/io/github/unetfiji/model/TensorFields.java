package io.github.unetfiji.model;

import io.github.unetfiji.stack.Normalization;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields {@code inputs} and {@code outputs} of a description: axes, sizes, and what other programs do to intensities. */
final class TensorFields {

    private static final String IMAGE = "image";

    private final UNetModel model;
    private final PackagedFiles files;
    private final ForeignTiles tiles;

    TensorFields(final UNetModel model, final PackagedFiles files) {
        this.model = model;
        this.files = files;
        tiles = ForeignTiles.of(model.architecture());
    }

    Map<String, Object> input() {
        final List<Object> axes = new ArrayList<>();
        axes.add(batch());
        axes.add(channelAxis("channel", model.architecture().channels(), List.of()));
        for (final String id : List.of("y", "x")) {
            final Map<String, Object> size = new LinkedHashMap<>();
            size.put("min", tiles.smallestSide());
            size.put("step", tiles.step());
            axes.add(space(id, size));
        }
        final Map<String, Object> input = new LinkedHashMap<>();
        input.put("id", IMAGE);
        input.put("axes", axes);
        input.put("data", data());
        input.put("test_tensor", files.reference(ModelPackage.TEST_INPUT));
        input.put("sample_tensor", files.reference(ModelPackage.SAMPLE_INPUT));
        input.put("preprocessing", preprocessing());
        return input;
    }

    Map<String, Object> output() {
        final List<Object> axes = new ArrayList<>();
        axes.add(batch());
        axes.add(channelAxis("class", model.classes().size(), model.classes()));
        for (final String id : List.of("y", "x")) {
            axes.add(sameSize(id));
        }
        final Map<String, Object> data = data();
        data.put("range", List.of(0.0, 1.0));
        final Map<String, Object> output = new LinkedHashMap<>();
        output.put("id", "probabilities");
        output.put("description", "class probabilities");
        output.put("axes", axes);
        output.put("data", data);
        output.put("test_tensor", files.reference(ModelPackage.TEST_OUTPUT));
        output.put("sample_tensor", files.reference(ModelPackage.SAMPLE_OUTPUT));
        return output;
    }

    private static Map<String, Object> data() {
        final Map<String, Object> data = new LinkedHashMap<>();
        data.put("type", "float32");
        return data;
    }

    private static Map<String, Object> batch() {
        return Map.of("type", "batch");
    }

    /** NB: without a scale and a unit, since some programs multiply sizes of tiles by the scale. */
    private static Map<String, Object> space(final String id, final Map<String, Object> size) {
        final Map<String, Object> axis = new LinkedHashMap<>();
        axis.put("type", "space");
        axis.put("id", id);
        axis.put("size", size);
        return axis;
    }

    /** NB: the offset is written, though 0 is the format's default: not every reader has the same one. */
    private Map<String, Object> sameSize(final String id) {
        final Map<String, Object> size = new LinkedHashMap<>();
        size.put("tensor_id", IMAGE);
        size.put("axis_id", id);
        size.put("offset", 0);
        final Map<String, Object> axis = space(id, size);
        axis.put("halo", tiles.halo());
        return axis;
    }

    private static Map<String, Object> channelAxis(
            final String prefix, final int count, final List<String> names) {
        final List<String> identifiers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            final String name = i < names.size() ? names.get(i) : "";
            final boolean identifier = name.matches("[A-Za-z_][A-Za-z0-9_]*");
            String id = identifier && !identifiers.contains(name) ? name : prefix + i;
            while (identifiers.contains(id)) {
                id += "_";
            }
            identifiers.add(id);
        }
        final Map<String, Object> axis = new LinkedHashMap<>();
        axis.put("type", "channel");
        axis.put("channel_names", identifiers);
        return axis;
    }

    /** NB: a range is a part of the program: readers of its numbers for each channel differ. */
    private List<Object> preprocessing() {
        final Normalization.Mode mode = model.normalization().mode();
        if (mode == Normalization.Mode.RANGE) {
            return List.of();
        }
        final Map<String, Object> kwargs = new LinkedHashMap<>();
        kwargs.put(
                "axes",
                mode == Normalization.Mode.STACK ? List.of("batch", "y", "x") : List.of("y", "x"));
        kwargs.put("eps", 1e-6);
        final Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("id", "zero_mean_unit_variance");
        operation.put("kwargs", kwargs);
        return List.of(operation);
    }
}
