package io.github.unetfiji.model;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.file.YamlMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Settings that turn a model's probabilities into classes and objects, tuned on slices whose truth is known.
 *
 * @param threshold of classes: a pixel whose probability of not being background is larger is foreground; 0..1, 0 = every
 *     pixel takes its most probable class
 * @param objectThreshold the same for objects
 * @param neck px that the parts of an object must be deeper than the neck between them to be divided by a watershed;
 *     0 = objects are not divided
 * @param smallest px that an object must have in a slice
 */
public record Postprocessing(double threshold, double objectThreshold, double neck, int smallest) {

    /** Without tuning: the most probable class, objects as they are. */
    public static final Postprocessing NONE = new Postprocessing(0, 0.5, 0, 0);

    /**
     * @throws UNetException if a number is out of its range
     */
    public Postprocessing {
        checkProbability("threshold", threshold);
        checkProbability("objectThreshold", objectThreshold);
        if (!(neck >= 0 && neck < Double.POSITIVE_INFINITY)) {
            throw wrong("neck", neck, "0 or more");
        }
        if (smallest < 0) {
            throw wrong("smallest", smallest, "0 or more");
        }
    }

    private static void checkProbability(final String name, final double value) {
        if (!(value >= 0 && value <= 1)) {
            throw wrong(name, value, "from 0 to 1");
        }
    }

    private static UNetException wrong(
            final String name, final Number value, final String allowed) {
        return new UNetException(
                "The postprocessing's " + name + " is " + value + ", but must be " + allowed + ".");
    }

    static Postprocessing of(final YamlMap map) {
        return new Postprocessing(
                map.number("threshold"),
                map.number("object_threshold"),
                map.number("neck"),
                map.integer("smallest"));
    }

    Map<String, Object> toMap() {
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("threshold", threshold);
        map.put("object_threshold", objectThreshold);
        map.put("neck", neck);
        map.put("smallest", smallest);
        return map;
    }

    /** For people: {@code most probable classes; objects above 0.4 of at least 20 px, not split}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s; objects above %s of at least %d px, %s",
                threshold == 0 ? "most probable classes" : "classes above " + threshold,
                objectThreshold,
                smallest,
                neck == 0
                        ? "not split"
                        : "split where parts are " + neck + " px deeper than their neck");
    }
}
