package io.github.unetfiji.engine;

import ai.djl.engine.Engine;
import ai.djl.engine.StandardCapabilities;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.pytorch.jni.LibUtils;
import ai.djl.util.cuda.CudaUtils;

/** What the engine says about itself, once it is loaded. */
final class EngineFacts {

    private EngineFacts() {}

    /** Such as {@code libtorch 2.7.1 through DJL 0.35.1}. */
    static String versions() {
        return "libtorch " + EngineStart.version() + " through DJL " + Engine.getDjlVersion();
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

    /** Such as {@code CUDA 12.8, compute capability 9.0}. */
    static String cuda(final ComputeDevice gpu) {
        final String capability = CudaUtils.getComputeCapability(gpu.gpu());
        return "CUDA "
                + CudaUtils.getCudaVersionString()
                + ", compute capability "
                + new StringBuilder(capability).insert(capability.length() - 1, '.');
    }
}
