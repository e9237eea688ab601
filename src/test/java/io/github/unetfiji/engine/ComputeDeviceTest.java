package io.github.unetfiji.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.network.Precision;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComputeDeviceTest {

    @Test
    void theProcessor() {
        assertEquals(ComputeDevice.CPU, ComputeDevice.of("cpu"));
        assertEquals("cpu", ComputeDevice.CPU.toString());
        assertEquals("gpu3", new ComputeDevice(3).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "CPU", "gpu", "gpu-1", "gpu0 ", "cuda:0", "gpu1234"})
    void nonsense(final String choice) {
        assertEquals(
                "Device is '" + choice + "', but must be auto, cpu, or a GPU such as gpu0.",
                assertThrows(UNetException.class, () -> ComputeDevice.of(choice)).getMessage());
    }

    @Test
    void withoutAGpu() {
        Assumptions.assumeTrue(EngineStart.engine().getGpuCount() == 0, "this machine has a GPU");
        assertEquals(ComputeDevice.CPU, ComputeDevice.of("auto"));
        assertEquals(
                "Device is 'gpu0', but the engine sees no GPU here: use auto or cpu.",
                assertThrows(UNetException.class, () -> ComputeDevice.of("gpu0")).getMessage());
    }

    @Test
    void precisionFollowsTheDevice() {
        assertEquals(Precision.FLOAT32, ComputeDevice.CPU.precision("auto"));
        assertEquals(Precision.BFLOAT16, new ComputeDevice(0).precision("auto"));
        assertEquals(Precision.BFLOAT16, ComputeDevice.CPU.precision("bfloat16"));
        assertEquals(Precision.FLOAT32, new ComputeDevice(0).precision("float32"));
        assertEquals(
                "Precision is 'half', but must be auto, float32 or bfloat16.",
                assertThrows(UNetException.class, () -> ComputeDevice.CPU.precision("half"))
                        .getMessage());
    }
}
