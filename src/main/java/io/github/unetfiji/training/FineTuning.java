package io.github.unetfiji.training;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.model.UNetModel;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.network.Parameters;
import io.github.unetfiji.network.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The parameters that a training begins with, random or taken over from a model. Of a model with other classes the last
 * layer begins anew, of one with other channels the first layer.
 *
 * @param parameters to begin with
 * @param fresh names of those that begin anew
 * @param frozen names of those that stay as they are
 * @param parents descriptions of the model and of the models that it was trained from, nearest first
 */
record FineTuning(
        Parameters parameters, Set<String> fresh, Set<String> frozen, List<Object> parents) {

    private static final String CONTRACTING = "enc";

    /**
     * A training from random parameters.
     *
     * @throws UNetException if the settings freeze a part of a model to start from
     */
    static FineTuning none(final Architecture architecture, final TrainingSettings settings) {
        if (settings.freeze()) {
            throw new UNetException(
                    "freeze keeps the contracting path of the model to start from, but no such"
                            + " model was given.");
        }
        return new FineTuning(
                Parameters.initial(architecture, settings.seed()), Set.of(), Set.of(), List.of());
    }

    /**
     * The shape of the network that goes on from a model: its depth and features.
     *
     * @throws UNetException if the settings ask for others
     */
    static Architecture architecture(
            final UNetModel start,
            final TrainingSettings settings,
            final int channels,
            final int classes) {
        final TrainingSettings untold = TrainingSettings.builder().build();
        final Architecture before = start.architecture();
        check("features", settings.features(), untold.features(), before.features(), start);
        check("depth", settings.depth(), untold.depth(), before.depth(), start);
        return new Architecture(
                before.depth(), before.features(), channels, classes, settings.dropout());
    }

    private static void check(
            final String what,
            final int asked,
            final int untold,
            final int has,
            final UNetModel start) {
        if (asked != has && asked != untold) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "%s is %d, but the model '%s' to start from has %d: leave it out.",
                            what,
                            asked,
                            start.name(),
                            has));
        }
    }

    /** A training that goes on from a model. */
    static FineTuning of(
            final UNetModel start,
            final Architecture architecture,
            final TrainingSettings settings) {
        final Parameters initial = Parameters.initial(architecture, settings.seed());
        final Map<String, Tensor> tensors = new HashMap<>();
        final Set<String> fresh = new LinkedHashSet<>();
        for (final String name : initial.names()) {
            final boolean fits = fits(layer(name), start.parameters(), initial);
            tensors.put(name, fits ? start.parameters().get(name) : initial.get(name));
            if (!fits) {
                fresh.add(name);
            }
        }
        final Set<String> frozen = new LinkedHashSet<>();
        if (settings.freeze()) {
            initial.names().stream()
                    .filter(name -> name.startsWith(CONTRACTING) && !fresh.contains(name))
                    .forEach(frozen::add);
        }
        return new FineTuning(Parameters.of(architecture, tensors), fresh, frozen, parents(start));
    }

    private static String layer(final String parameter) {
        return parameter.substring(0, parameter.lastIndexOf('.'));
    }

    /** NB: a layer begins anew as a whole, though its bias might fit. */
    private static boolean fits(
            final String layer, final Parameters before, final Parameters after) {
        return after.names().stream()
                .filter(name -> layer(name).equals(layer))
                .allMatch(name -> Arrays.equals(before.get(name).shape(), after.get(name).shape()));
    }

    private static List<Object> parents(final UNetModel start) {
        final Map<String, Object> parent = new LinkedHashMap<>();
        parent.put("name", start.name());
        parent.put("sha256", Checksum.of(start.parameters()));
        for (final String key : List.of("seed", "iterations", "images", "note")) {
            if (start.provenance().containsKey(key)) {
                parent.put(key, start.provenance().get(key));
            }
        }
        final List<Object> parents = new ArrayList<>(List.of(parent));
        if (start.provenance().get("parents") instanceof List<?> older) {
            parents.addAll(older);
        }
        return parents;
    }
}
