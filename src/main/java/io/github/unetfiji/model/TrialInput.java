package io.github.unetfiji.model;

import io.github.unetfiji.bioimageio.AxisSize;
import io.github.unetfiji.bioimageio.PackageDescription;
import io.github.unetfiji.bioimageio.TensorAxis;
import io.github.unetfiji.network.Tensor;

/** An input for a program without a test input: the smallest that its axes allow, of at least 64 px, and all 0. */
final class TrialInput {

    private static final int LEAST = 64;

    private TrialInput() {}

    static Tensor of(final PackageDescription model) {
        final long[] shape = model.input().axes().stream().mapToLong(TrialInput::length).toArray();
        return new Tensor(shape, new float[Math.toIntExact(Tensor.size(shape))]);
    }

    private static int length(final TensorAxis axis) {
        if (axis.kind() == TensorAxis.Kind.CHANNEL) {
            return Math.max(1, axis.channels().size());
        }
        if (axis.size() instanceof AxisSize.Fixed fixed) {
            return fixed.length();
        }
        if (axis.size() instanceof AxisSize.Stepped stepped) {
            final int wanted = axis.kind().isSpatial() ? LEAST : 1;
            final int steps =
                    Math.max(0, (wanted - stepped.min() + stepped.step() - 1) / stepped.step());
            return stepped.min() + steps * stepped.step();
        }
        return axis.size() instanceof AxisSize.Unknown unknown ? Math.max(1, unknown.min()) : 1;
    }
}
