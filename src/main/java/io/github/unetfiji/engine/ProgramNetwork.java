package io.github.unetfiji.engine;

import io.github.unetfiji.network.Tensor;
import io.github.unetfiji.torchscript.ForeignProgram;
import java.util.List;

/** A program of others, loaded on a device to compute. Not thread-safe but for {@link #close}. To be closed. */
public final class ProgramNetwork implements AutoCloseable {

    /** Loads a program. */
    public static ProgramNetwork open(final ForeignProgram program, final ComputeDevice device) {
        throw new UnsupportedOperationException("skeleton");
    }

    /**
     * Runs the program in inference mode.
     *
     * @param input of any number of axes
     * @return its outputs, float32
     * @throws OutOfMemoryException if memory does not suffice
     * @throws io.github.unetfiji.UNetException if the program fails, in its own words
     */
    public List<Tensor> run(final Tensor input) {
        throw new UnsupportedOperationException("skeleton");
    }

    @Override
    public void close() {}
}
