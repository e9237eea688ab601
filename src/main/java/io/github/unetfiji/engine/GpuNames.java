package io.github.unetfiji.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The NVIDIA GPUs of the machine as their driver names them, whether or not the engine can use them. */
final class GpuNames {

    private static final int PATIENCE_SECONDS = 2;

    private GpuNames() {}

    /**
     * One line a GPU: name, version of the driver, memory.
     *
     * @return empty if there is no driver, or it does not answer soon
     */
    static List<String> list() {
        try {
            final Process process =
                    new ProcessBuilder(
                                    "nvidia-smi",
                                    "--query-gpu=name,driver_version,memory.total",
                                    "--format=csv,noheader")
                            .redirectErrorStream(true)
                            .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return List.of();
            }
            final byte[] bytes = process.getInputStream().readAllBytes();
            return process.exitValue() == 0
                    ? new String(bytes, StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.isBlank())
                            .toList()
                    : List.of();
        } catch (final IOException e) {
            // NB: there is no such program where there is no driver.
            return List.of();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }
}
