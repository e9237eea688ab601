package io.github.unetfiji.engine;

import io.github.unetfiji.network.Precision;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chooses the first GPU that works, otherwise the processor; tries them once and remembers the choice. Thread-safe. */
final class AutomaticDevice {

    private static final Logger LOG = LoggerFactory.getLogger(AutomaticDevice.class);

    /** The GPUs of a machine. */
    interface Gpus {

        /** How many the driver sees. */
        int count();

        /** Whether the engine was built for them, and reaches them. */
        boolean areSupported();

        /**
         * Tries whether one computes rightly; throws a RuntimeException or a LinkageError if it does not.
         */
        void check(ComputeDevice gpu);
    }

    /** The GPUs that the engine sees. */
    private static final class EngineGpus implements Gpus {

        @Override
        public int count() {
            return EngineFacts.gpuCount();
        }

        @Override
        public boolean areSupported() {
            return EngineFacts.hasCuda();
        }

        /** In both precisions, since bfloat16 is what a GPU is used with. */
        @Override
        public void check(final ComputeDevice gpu) {
            for (final Precision precision : Precision.values()) {
                SmokeInference.check(gpu, precision);
            }
        }
    }

    private final Gpus gpus;
    private final Consumer<String> warnings;
    private DeviceChoice choice;

    /**
     * The choice among the GPUs that the engine sees.
     *
     * @param warnings told if there are GPUs and none works
     */
    static AutomaticDevice ofEngine(final Consumer<String> warnings) {
        return new AutomaticDevice(new EngineGpus(), warnings);
    }

    /**
     * @param warnings told if there are GPUs and none works
     */
    AutomaticDevice(final Gpus gpus, final Consumer<String> warnings) {
        this.gpus = gpus;
        this.warnings = warnings;
    }

    /** The device, and why. */
    synchronized DeviceChoice choice() {
        if (choice == null) {
            choice = find();
        }
        return choice;
    }

    private DeviceChoice find() {
        final int count = gpus.count();
        if (count == 0) {
            return processor("there is no GPU that CUDA can use");
        }
        if (!gpus.areSupported()) {
            return fallback(
                    "this libtorch cannot use the "
                            + count
                            + " GPU(s) here: it was built for processors, or the driver does not fit");
        }
        final StringBuilder failures = new StringBuilder();
        for (int i = 0; i < count; i++) {
            final ComputeDevice gpu = new ComputeDevice(i);
            final String failure = failure(gpu);
            if (failure.isEmpty()) {
                return new DeviceChoice(gpu, "it computes a small U-Net rightly");
            }
            failures.append(failures.isEmpty() ? "" : "; ")
                    .append(gpu)
                    .append(": ")
                    .append(failure);
        }
        return fallback("no GPU works (" + failures + ")");
    }

    private DeviceChoice fallback(final String reason) {
        final DeviceChoice processor = processor(reason);
        warnings.accept(processor.sentence() + " U-Net Check Installation says what to do.");
        return processor;
    }

    private static DeviceChoice processor(final String reason) {
        return new DeviceChoice(ComputeDevice.CPU, reason);
    }

    /** Why a GPU cannot be used, or nothing if it works. */
    private String failure(final ComputeDevice gpu) {
        try {
            gpus.check(gpu);
            return "";
        } catch (final RuntimeException | LinkageError e) {
            LOG.debug("The device {} does not work.", gpu, e);
            return InstallationCheck.reason(e);
        }
    }
}
