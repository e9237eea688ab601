package io.github.unetfiji.engine;

import ai.djl.engine.StandardCapabilities;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.pytorch.jni.LibUtils;
import ai.djl.util.cuda.CudaUtils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Facts about the loaded engine, and about the GPUs by their driver. */
final class EngineFacts {

    private static final int PATIENCE_SECONDS = 2;

    private EngineFacts() {}

    /** Such as {@code libtorch 2.7.1 through DJL 0.35.1}. */
    static String versions() {
        return "libtorch " + EngineStart.version() + " through DJL " + EngineStart.djlVersion();
    }

    /** The folder of libtorch's libraries; its name tells whether it was built for CUDA. */
    static String folder() {
        EngineStart.engine();
        return LibUtils.getLibtorchPath();
    }

    /** Whether libtorch was built for CUDA, and its driver can be reached. */
    static boolean hasCuda() {
        return EngineStart.engine().hasCapability(StandardCapabilities.CUDA);
    }

    /** Threads that one operation uses on the processor. */
    static int threads() {
        EngineStart.engine();
        return JniUtils.getNumThreads();
    }

    /** GPUs that the CUDA runtime sees. */
    static int gpuCount() {
        return EngineStart.engine().getGpuCount();
    }

    /**
     * The NVIDIA GPUs of the machine as their driver names them, whether or not the engine can use them: one line a GPU with
     * name, version of the driver, memory.
     *
     * @return empty if there is no driver, or it does not answer soon
     */
    static List<String> gpuNames() {
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
            return process.exitValue() == 0 ? lines(process) : List.of();
        } catch (final IOException e) {
            // NB: there is no such program where there is no driver.
            return List.of();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private static List<String> lines(final Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    /** Such as {@code CUDA 12.8, compute capability 9.0}. */
    static String cuda(final ComputeDevice gpu) {
        final String capability = CudaUtils.getComputeCapability(gpu.gpu());
        return "CUDA "
                + CudaUtils.getCudaVersionString()
                + ", compute capability "
                + new StringBuilder(capability).insert(capability.length() - 1, '.');
    }
}
