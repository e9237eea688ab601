package io.github.unetfiji.training;

import io.github.unetfiji.Progress;
import io.github.unetfiji.engine.ComputeDevice;
import io.github.unetfiji.engine.DeviceMemory;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.network.Precision;
import io.github.unetfiji.optimize.StepProbe;
import io.github.unetfiji.text.Durations;
import io.github.unetfiji.text.MemorySize;
import io.github.unetfiji.tiling.TileGeometry;
import io.github.unetfiji.training.TrainingSettings.OptimizerKind;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The memory, the disk and the time that a training will need, estimated before it starts.
 *
 * <pre>
 * TrainingEstimate estimate = TrainingEstimate.of(architecture, 572, settings);      // at once
 * estimate = estimate.withSeconds(TrainingEstimate.probe(architecture, 572, settings, progress).orElseThrow());
 * estimate.sentence(); // About 2.1 GB of memory (of 24 GB) and 72 min (4.31 s an iteration) on cpu.
 * </pre>
 *
 * @param patch input side in px
 * @param iterations that are planned
 * @param minutes after which the training ends, 0 = no limit
 * @param bytes that a step needs at its peak, see {@link #memory}
 * @param stateBytes on the disk beside the model until the training ends, see {@link #state}
 * @param available bytes that the device offers, empty if that cannot be found out
 * @param fitting the largest patch for which they suffice, 0 if there is none
 * @param secondsPerIteration without validation; empty before they are measured
 */
public record TrainingEstimate(
        ComputeDevice device,
        int patch,
        int iterations,
        double minutes,
        long bytes,
        long stateBytes,
        OptionalLong available,
        int fitting,
        OptionalDouble secondsPerIteration) {

    /** Parameters and gradients on the device; first values, file and best values in Java. */
    private static final int COPIES = 5;

    /** Measured (TrainingEstimateDemo): work space in units of the largest layer's weights. */
    private static final int LAYER_WORK_SPACE = 7;

    /** Measured: memory that the engine keeps, whatever the network. */
    private static final long FIXED = 24L << 20;

    /** Samples that wait for the network, and the one in work. */
    private static final int SAMPLES = 6;

    /**
     * The estimate for a training with these settings; the time is not known yet.
     *
     * @param patch valid input side in px
     */
    public static TrainingEstimate of(
            final Architecture architecture, final int patch, final TrainingSettings settings) {
        return of(architecture, patch, settings, DeviceMemory.of(settings.device()));
    }

    static TrainingEstimate of(
            final Architecture architecture,
            final int patch,
            final TrainingSettings settings,
            final OptionalLong available) {
        final Precision precision = settings.precision();
        final OptimizerKind optimizer = settings.optimizer();
        return new TrainingEstimate(
                settings.device(),
                patch,
                settings.iterations(),
                settings.minutes(),
                memory(architecture, patch, precision, optimizer),
                state(architecture, settings),
                available,
                largestPatch(
                        architecture,
                        precision,
                        optimizer,
                        patch,
                        available.orElse(Long.MAX_VALUE)),
                OptionalDouble.empty());
    }

    /**
     * Memory of a training at its peak, beside the program itself and its images: parameters, their
     * gradients and the moments of the optimizer, the copies of the parameters in Java, the samples that
     * wait, the activations kept for the backward pass, and the engine's work space. Calibrated with
     * the processor: 4 % below to 26 % above what was measured, more for networks that need little. A GPU does not hold the copies in
     * Java, but the engine's own code instead.
     *
     * @param patch valid input side in px
     * @return bytes
     */
    public static long memory(
            final Architecture architecture,
            final int patch,
            final Precision precision,
            final OptimizerKind optimizer) {
        final long parameters = architecture.parameterCount();
        final long cast = precision == Precision.FLOAT32 ? 0 : parameters * precision.bytes();
        final long deepest = architecture.featuresAt(architecture.depth());
        final long largestLayer = 9 * deepest * deepest * Float.BYTES;
        final long sample = (architecture.channels() + 2L) * patch * patch * Float.BYTES;
        return weightBytes(parameters, optimizer)
                + cast
                + LAYER_WORK_SPACE * largestLayer
                + architecture.trainingBytes(patch, patch, precision)
                + SAMPLES * sample
                + FIXED;
    }

    /** Bytes of the parameters, their gradients and moments, and their copies in Java. */
    static long weightBytes(final long parameters, final OptimizerKind optimizer) {
        return (COPIES + moments(optimizer)) * parameters * Float.BYTES;
    }

    private static int moments(final OptimizerKind optimizer) {
        return switch (optimizer) {
            case ADAM -> 2;
            case SGD -> 1;
        };
    }

    /**
     * The file by which an interrupted training is resumed: the parameters, the best ones, the moments of the optimizer, and the
     * moving average if there is one.
     *
     * @return bytes, but for some thousands
     */
    static long state(final Architecture architecture, final TrainingSettings settings) {
        return state(architecture.parameterCount(), settings);
    }

    /** The same for a network of so many parameters. */
    static long state(final long parameters, final TrainingSettings settings) {
        final int average = settings.average() == 0 ? 0 : 1;
        return (2L + moments(settings.optimizer()) + average) * parameters * Float.BYTES;
    }

    /**
     * The largest valid patch whose training fits into memory.
     *
     * @param wanted side in px that it should not exceed
     * @param bytes that a step may need, see {@link #memory}
     * @return input side in px, 0 if none fits
     */
    static int largestPatch(
            final Architecture architecture,
            final Precision precision,
            final OptimizerKind optimizer,
            final int wanted,
            final long bytes) {
        final TileGeometry geometry = architecture.tileGeometry();
        final int smallest = geometry.smallestInput();
        final int steps = Math.floorDiv(wanted - smallest, geometry.alignment());
        for (int step = steps; step >= 0; step--) {
            final int side = smallest + step * geometry.alignment();
            if (memory(architecture, side, precision, optimizer) <= bytes) {
                return side;
            }
        }
        return 0;
    }

    /**
     * Measures how long an iteration takes, in about a second on a processor. Scaled from a smaller
     * patch: a hint, not a promise. Not while a training runs, which would make both slow.
     *
     * @param patch valid input side in px
     * @return seconds; empty while a training is running in this program
     * @throws io.github.unetfiji.CancelledException if the user cancels
     * @throws io.github.unetfiji.UNetException if the device cannot hold the network
     */
    public static OptionalDouble probe(
            final Architecture architecture,
            final int patch,
            final TrainingSettings settings,
            final Progress progress) {
        final Optional<TrainingPermit> turn = TrainingPermit.acquire(Duration.ZERO);
        if (turn.isEmpty()) {
            return OptionalDouble.empty();
        }
        try (TrainingPermit taken = turn.get()) {
            return OptionalDouble.of(
                    StepProbe.secondsPerIteration(
                            architecture,
                            patch,
                            settings.device(),
                            settings.precision(),
                            network -> LearningMethod.BUILT_IN.step(network, settings, Set.of()),
                            progress));
        }
    }

    /** The same with the time of an iteration. */
    public TrainingEstimate withSeconds(final double seconds) {
        return new TrainingEstimate(
                device,
                patch,
                iterations,
                minutes,
                bytes,
                stateBytes,
                available,
                fitting,
                OptionalDouble.of(seconds));
    }

    /** One sentence for people. */
    public String sentence() {
        final StringBuilder text = new StringBuilder("About ").append(MemorySize.about(bytes));
        text.append(" of memory");
        available.ifPresent(of -> text.append(" (of ").append(MemorySize.about(of)).append(')'));
        secondsPerIteration.ifPresent(seconds -> text.append(" and ").append(time(seconds)));
        return text.append(" on ")
                .append(device.words())
                .append(". Until it ends, ")
                .append(MemorySize.about(stateBytes))
                .append(" on the disk to resume from.")
                .toString();
    }

    private String time(final double each) {
        final boolean cut = minutes > 0 && each * iterations > 60 * minutes;
        return Durations.about(cut ? 60 * minutes : each * iterations)
                + " ("
                + Durations.precise(each)
                + " an iteration"
                + (cut
                        ? ", "
                                + Math.round(60 * minutes / each)
                                + " of "
                                + iterations
                                + " in that time"
                        : "")
                + ")";
    }

    /** One sentence if the device does not have the memory. */
    public Optional<String> warning() {
        if (available.isEmpty() || bytes <= available.getAsLong()) {
            return Optional.empty();
        }
        return Optional.of(
                String.format(
                        Locale.ROOT,
                        "The training needs about %s of memory, but %s has %s: use %s.",
                        MemorySize.about(bytes),
                        device.words(),
                        MemorySize.about(available.getAsLong()),
                        fitting == 0
                                ? "fewer features"
                                : "a patch of at most " + fitting + " px, or fewer features"));
    }
}
