package io.github.unetfiji.model;

import io.github.unetfiji.bioimageio.PackageDescription;
import java.util.List;
import java.util.Map;

/**
 * How far an output may be from the expected one: a value differs if it is further away than {@code absolute + relative |expected|}.
 *
 * @param absolute 0 or more
 * @param relative 0..0.01
 * @param perMillion values of a million that may differ, 0..1000
 */
record TestTolerance(double absolute, double relative, double perMillion) {

    private static final TestTolerance USUAL = new TestTolerance(1e-3, 1e-3, 100);
    private static final double MOST_RELATIVE = 0.01;
    private static final double MOST_PER_MILLION = 1000;
    private static final String PROGRAM = "torchscript";

    /**
     * The tolerance that the official core has for an output: the first of {@code reproducibility_tolerance} that is for it, else
     * {@code test_kwargs}, else the usual one. Whatever a package says, it is within the limits of the format.
     */
    static TestTolerance of(final PackageDescription model, final String output) {
        final Map<?, ?> config = map(model.config().get("bioimageio"));
        for (final Object entry : list(config.get("reproducibility_tolerance"))) {
            final Map<?, ?> stated = map(entry);
            if (isFor(stated.get("output_ids"), output)
                    && isFor(stated.get("weights_formats"), PROGRAM)) {
                return of(stated, USUAL);
            }
        }
        final Map<?, ?> earlier = map(map(config.get("test_kwargs")).get(PROGRAM));
        return earlier.isEmpty() ? USUAL : of(earlier, new TestTolerance(1e-4, 1e-3, 100));
    }

    private static TestTolerance of(final Map<?, ?> stated, final TestTolerance otherwise) {
        return new TestTolerance(
                number(stated, "absolute_tolerance", otherwise.absolute, Double.MAX_VALUE),
                number(stated, "relative_tolerance", otherwise.relative, MOST_RELATIVE),
                number(
                        stated,
                        "mismatched_elements_per_million",
                        otherwise.perMillion,
                        MOST_PER_MILLION));
    }

    private static boolean isFor(final Object ids, final String wanted) {
        return list(ids).isEmpty() || list(ids).contains(wanted);
    }

    private static double number(
            final Map<?, ?> map, final String key, final double otherwise, final double most) {
        final boolean usable = map.get(key) instanceof Number number && number.doubleValue() >= 0;
        return usable ? Math.min(most, ((Number) map.get(key)).doubleValue()) : otherwise;
    }

    private static Map<?, ?> map(final Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<?> list(final Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    /**
     * The same for an output whose largest value is this one: a stated absolute tolerance is at most 1 % of it, or the usual one.
     */
    TestTolerance forValuesUpTo(final double largest) {
        final double most = Math.max(USUAL.absolute, Math.abs(largest) / 100);
        return new TestTolerance(Math.min(absolute, most), relative, perMillion);
    }

    boolean accepts(final double value, final double expected) {
        return Math.abs(value - expected) <= absolute + relative * Math.abs(expected);
    }
}
