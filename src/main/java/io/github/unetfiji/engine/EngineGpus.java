package io.github.unetfiji.engine;

import io.github.unetfiji.network.Precision;

/** The GPUs that the engine sees. */
final class EngineGpus implements AutomaticDevice.Gpus {

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
