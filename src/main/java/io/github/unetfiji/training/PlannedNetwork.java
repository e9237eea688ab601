package io.github.unetfiji.training;

import io.github.unetfiji.network.Architecture;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The network of a training in words.
 *
 * @param words part of a sentence: {@code a U-Net of depth 4 with 16 features (1,942,210 parameters)}
 * @param summary for a list of facts
 * @param facts that go into the model
 */
public record PlannedNetwork(String words, String summary, Map<String, Object> facts) {

    /** A U-Net of this program. */
    public static PlannedNetwork of(final Architecture architecture) {
        final Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("features", architecture.features());
        facts.put("depth", architecture.depth());
        return new PlannedNetwork(
                String.format(
                        Locale.ROOT,
                        "a U-Net of depth %d with %d features (%,d parameters)",
                        architecture.depth(),
                        architecture.features(),
                        architecture.parameterCount()),
                String.format(
                        Locale.ROOT,
                        "%,d weights, %d features, depth %d",
                        architecture.parameterCount(),
                        architecture.features(),
                        architecture.depth()),
                facts);
    }
}
