package io.github.unetfiji.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.engine.EngineException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What happens with GPUs that work, and that do not: here are none, so they are played. */
class AutomaticDeviceTest {

    /** GPUs that fail as told: null works. */
    private static final class Played implements AutomaticDevice.Gpus {

        private final boolean supported;
        private final List<Throwable> failures = new ArrayList<>();
        private final List<ComputeDevice> tried = new ArrayList<>();

        Played(final boolean supported, final Throwable... failures) {
            this.supported = supported;
            this.failures.addAll(Arrays.asList(failures));
        }

        @Override
        public int count() {
            return failures.size();
        }

        @Override
        public boolean areSupported() {
            return supported;
        }

        @Override
        public void check(final ComputeDevice gpu) {
            tried.add(gpu);
            if (failures.get(gpu.gpu()) instanceof RuntimeException e) {
                throw e;
            }
            if (failures.get(gpu.gpu()) instanceof Error e) {
                throw e;
            }
        }
    }

    private final List<String> warnings = new ArrayList<>();

    private DeviceChoice choice(final Played gpus) {
        return new AutomaticDevice(gpus, warnings::add).choice();
    }

    @Test
    void noGpu() {
        assertEquals(
                "Device: cpu, because there is no GPU that CUDA can use.",
                choice(new Played(true)).sentence());
        assertEquals(List.of(), warnings);
    }

    @Test
    void aGpuThatWorks() {
        final Played gpus = new Played(true, null, null);
        assertEquals(
                "Device: gpu0, because it computes a small U-Net rightly.",
                choice(gpus).sentence());
        assertEquals(List.of(new ComputeDevice(0)), gpus.tried);
        assertEquals(List.of(), warnings);
    }

    @Test
    void theSecondWorks() {
        final Played gpus = new Played(true, new EngineException("out of memory"), null);
        assertEquals(new ComputeDevice(1), choice(gpus).device());
        assertEquals(List.of(), warnings);
    }

    @Test
    void anEngineWithoutCuda() {
        final Played gpus = new Played(false, (Throwable) null);
        assertEquals(
                "Device: cpu, because this libtorch cannot use the 1 GPU(s) here: it was built for"
                        + " processors, or the driver does not fit.",
                choice(gpus).sentence());
        assertEquals(List.of(), gpus.tried);
        assertEquals(1, warnings.size());
    }

    /** Tried once, told once, however often it is asked for; of a native stack trace the first line. */
    @Test
    void brokenGpus() {
        final Played gpus =
                new Played(
                        true,
                        new EngineException("CUDA error: no kernel image\nat c10::cuda"),
                        new UnsatisfiedLinkError("libcudnn.so"));
        final AutomaticDevice device = new AutomaticDevice(gpus, warnings::add);
        final DeviceChoice first = device.choice();
        assertEquals(ComputeDevice.CPU, first.device());
        assertEquals(first, device.choice());
        assertEquals(2, gpus.tried.size());
        final String sentence =
                "Device: cpu, because no GPU works (gpu0: CUDA error: no kernel image; gpu1:"
                        + " libcudnn.so).";
        assertEquals(sentence, first.sentence());
        assertEquals(List.of(sentence + " U-Net Check Installation says what to do."), warnings);
    }
}
