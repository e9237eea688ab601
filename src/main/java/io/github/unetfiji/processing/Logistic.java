package io.github.unetfiji.processing;

import java.util.function.Function;

/** {@code 1 / (1 + e^-x)}. */
record Logistic() implements Step {

    @Override
    public void apply(final NamedTensor tensor, final Function<Measure, MeasureValues> known) {
        final float[] values = tensor.values();
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (1 / (1 + Math.exp(-values[i])));
        }
    }
}
