package io.github.unetfiji.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.network.Precision;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InstallationReportTest {

    private static final String SPEED =
            "\\d+\\.\\d ms for a tile of 252x252 px \\(depth 4, 16 features\\), \\d+ GFLOP/s";

    /** In this order; what a machine has depends on it. */
    @Test
    void theReport() {
        final List<String> lines =
                InstallationReport.of(Map.of("ImageJ", "1.54p")).lines().toList();
        final List<String> expected =
                List.of(
                        "ImageJ: 1\\.54p",
                        "java: 1.*",
                        "system: .+ .+",
                        "memory: [\\d.]+ [MG]B free of [\\d.]+ [MG]B; Java may take .* for images",
                        "engine: libtorch 2\\.\\d\\.\\d through DJL 0\\.\\d+\\.\\d",
                        "libtorch from: .*pytorch.*",
                        "processor: [1-9]\\d* threads?",
                        "processor in float32: " + SPEED,
                        "processor in bfloat16: " + SPEED,
                        "processor bfloat16: [\\d.e-]+ times as fast as float32: .*, so .*bits \\((bfloat16|float32)\\).*");
        for (int i = 0; i < expected.size(); i++) {
            assertTrue(lines.get(i).matches(expected.get(i)), lines.get(i));
        }
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("auto: ")), lines::toString);
    }

    @Test
    void whatPasses() {
        assertEquals(
                new InstallationCheck.Outcome("memory: 3 GB", true),
                new InstallationCheck("memory", () -> "3 GB", "Buy some.").run());
    }

    /** Exceptions, errors of libraries, and those without a message. */
    @Test
    void whatFailsSaysWhatToDo() {
        assertEquals(
                new InstallationCheck.Outcome(
                        "gpu0: FAILED (no kernel image). Update the driver.", false),
                new InstallationCheck(
                                "gpu0",
                                () -> {
                                    throw new ai.djl.engine.EngineException("no kernel image\nat");
                                },
                                "Update the driver.")
                        .run());
        assertEquals(
                "engine: FAILED (ai/djl/Engine). Install it.",
                new InstallationCheck(
                                "engine",
                                () -> {
                                    throw new NoClassDefFoundError("ai/djl/Engine");
                                },
                                "Install it.")
                        .run()
                        .line());
        assertEquals(
                "files: FAILED (java.io.IOException). Wait.",
                new InstallationCheck(
                                "files",
                                () -> {
                                    throw new java.io.IOException();
                                },
                                "Wait.")
                        .run()
                        .line());
    }

    @Test
    void theProcessorIsRight() {
        SmokeInference.check(ComputeDevice.CPU, Precision.FLOAT32);
        SmokeInference.check(ComputeDevice.CPU, Precision.BFLOAT16);
    }
}
