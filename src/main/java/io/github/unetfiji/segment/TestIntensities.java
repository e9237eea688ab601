package io.github.unetfiji.segment;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.bioimageio.PackageFiles;
import io.github.unetfiji.bioimageio.TestTensor;
import io.github.unetfiji.model.ImportedModel;
import io.github.unetfiji.network.Tensor;
import io.github.unetfiji.processing.Preprocessing;
import java.io.IOException;
import java.util.Optional;

/**
 * The intensities that a program is made for: mean and deviation of its test input, prepared. Where many units of a network give
 * 0, for intensities that it was not made for, pixels seem to reach less far than they do.
 *
 * @param mean of the values
 * @param deviation of the values
 */
record TestIntensities(double mean, double deviation) {

    /** The intensities of a package; empty if it has no test input. */
    static Optional<TestIntensities> of(final ImportedModel model) {
        try (PackageFiles files = PackageFiles.open(model.file())) {
            return TestTensor.input(model.description(), files)
                    .map(Preprocessing.of(model.description().input())::applied)
                    .map(TestIntensities::of);
        } catch (final IOException e) {
            throw new UNetException("The model " + model.file() + " cannot be read any more.", e);
        }
    }

    private static TestIntensities of(final Tensor tensor) {
        double sum = 0;
        double squares = 0;
        for (final float value : tensor.values()) {
            sum += value;
            squares += (double) value * value;
        }
        final double mean = sum / tensor.values().length;
        final double variance = squares / tensor.values().length - mean * mean;
        return new TestIntensities(mean, Math.sqrt(Math.max(0, variance)));
    }

    /** A tensor of mean 0 and deviation 1 with these intensities. */
    Tensor like(final Tensor standard) {
        final float[] values = new float[standard.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (mean + deviation * standard.values()[i]);
        }
        return new Tensor(standard.shape(), values);
    }
}
