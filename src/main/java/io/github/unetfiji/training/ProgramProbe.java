package io.github.unetfiji.training;

import io.github.unetfiji.augment.PatchShape;
import io.github.unetfiji.engine.ComputeDevice;
import io.github.unetfiji.engine.DeviceMemory;
import io.github.unetfiji.engine.TrainableProgram;
import io.github.unetfiji.model.ImportedModel;
import io.github.unetfiji.network.Parameters;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;

/**
 * What is found out of a program of others before it is trained, by passes there and back with a small patch of noise.
 *
 * @param trained names of the parameters that its output depends on
 * @param target what it learns
 * @param fixedStatistics whether its batch normalisations keep the statistics that they have, also in training
 * @param secondsPerPixel of an iteration, about
 * @param bytesPerPixel that an iteration takes of the device's memory, about; 0 = unknown
 */
record ProgramProbe(
        Set<String> trained,
        ProgramTarget target,
        boolean fixedStatistics,
        double secondsPerPixel,
        double bytesPerPixel) {

    /** Enough for a measurement, px. */
    private static final int SIDE = 128;

    /** The activations are kept for the way back, which takes as much again. */
    private static final int OF_INFERENCE = 2;

    private static final String STATISTICS = "running_mean";

    /**
     * Tries a program.
     *
     * @param program loaded for training, whose statistics are changed
     * @throws io.github.unetfiji.UNetException if it cannot be trained with annotations; says why
     */
    static ProgramProbe of(
            final ImportedModel start, final TrainableProgram program, final ProgramSizes sizes) {
        final PatchShape shape = sizes.shape(sizes.atLeast(SIDE));
        final int width = shape.width();
        final int height = shape.height();
        final float[] noise = noise(program.form().channels() * width * height);
        final TrainableProgram.Trial trial = program.trial(noise, width, height);
        final ProgramTarget target = ProgramTarget.of(start, program.outputs(noise, width, height));
        final double pixels = width * (double) height;
        return new ProgramProbe(
                trial.trained(),
                target,
                keepsStatistics(program, noise, width, height),
                trial.seconds() / pixels,
                Math.max(trial.bytes() / pixels, OF_INFERENCE * start.proof().bytesPerPixel()));
    }

    private static boolean keepsStatistics(
            final TrainableProgram program,
            final float[] noise,
            final int width,
            final int height) {
        final Parameters before = program.parameters();
        program.forwardAsInTraining(noise, width, height);
        final Parameters after = program.parameters();
        final Set<String> names = before.names();
        return names.stream().anyMatch(name -> name.endsWith(STATISTICS))
                && names.stream()
                        .filter(name -> name.endsWith(STATISTICS))
                        .allMatch(name -> before.get(name).equals(after.get(name)));
    }

    private static float[] noise(final int count) {
        final Random random = new Random(1);
        final float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    /**
     * What the training will need.
     *
     * @param parameters of the program
     * @param patch that it begins with
     * @param sizes of the patches
     */
    TrainingEstimate estimate(
            final long parameters,
            final PatchShape patch,
            final TrainingSettings settings,
            final ProgramSizes sizes) {
        final ComputeDevice device = settings.device();
        final OptionalLong available = DeviceMemory.of(device);
        final long weights = TrainingEstimate.weightBytes(parameters, settings.optimizer());
        return new TrainingEstimate(
                device,
                patch.width(),
                settings.iterations(),
                settings.minutes(),
                weights + bytes(patch),
                TrainingEstimate.state(parameters, settings),
                available,
                fitting(patch.width(), available.orElse(Long.MAX_VALUE) - weights, sizes),
                OptionalDouble.of(secondsPerPixel * patch.input().size()));
    }

    private long bytes(final PatchShape patch) {
        return (long) (bytesPerPixel * patch.input().size());
    }

    /** The largest width, up to the given one, whose patches need at most so many bytes; 0 if there is none. */
    private int fitting(final int width, final long bytes, final ProgramSizes sizes) {
        int side = width;
        while (bytes(sizes.shape(side)) > bytes) {
            final int next = sizes.smaller(side);
            if (next >= side) {
                return 0;
            }
            side = next;
        }
        return side;
    }

    /** One sentence about batch normalisations that are not trained, for people. */
    static String fixedStatisticsSentence(final String model) {
        return String.format(
                Locale.ROOT,
                "The batch normalisations of the model '%s' are fixed in its program: they keep their"
                        + " means and variances, and only weights are trained.",
                model);
    }
}
