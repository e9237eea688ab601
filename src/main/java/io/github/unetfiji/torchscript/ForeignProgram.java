package io.github.unetfiji.torchscript;

import io.github.unetfiji.network.Tensor;
import java.util.Map;

/**
 * A TorchScript program that somebody else wrote. It was read, and uses only operators that compute; it was not run.
 *
 * @param archive the file that libtorch loads
 * @param parameters of the module and its submodules by path, such as {@code a.0.weight}
 * @param buffers likewise, such as {@code a.1.running_mean}
 */
public record ForeignProgram(
        byte[] archive, Map<String, Tensor> parameters, Map<String, Tensor> buffers) {

    /**
     * Reads a program without running anything of it.
     *
     * @throws io.github.unetfiji.UNetException if it is no TorchScript archive, is damaged, or uses an operator that is not
     *     allowed, which it names
     */
    public static ForeignProgram read(final byte[] archive) {
        throw new UnsupportedOperationException("skeleton");
    }
}
