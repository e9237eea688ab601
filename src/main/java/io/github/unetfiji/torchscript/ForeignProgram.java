package io.github.unetfiji.torchscript;

import io.github.unetfiji.network.Tensor;
import java.util.Map;

/**
 * A TorchScript program that somebody else wrote. It was read, and uses only operators that compute; it was not run.
 *
 * @param archive the file that libtorch loads: written anew from what was read
 * @param parameters of the module and its submodules by path, such as {@code a.0.weight}, as float32; each is made when it is
 *     asked for
 * @param buffers likewise, such as {@code a.1.running_mean}
 */
public record ForeignProgram(
        byte[] archive, Map<String, Tensor> parameters, Map<String, Tensor> buffers) {

    /**
     * Reads a program without running anything of it.
     *
     * @param archive the file
     * @throws io.github.unetfiji.UNetException if it is no TorchScript archive, is damaged, or uses an operator that is not
     *     allowed, which it names
     */
    public static ForeignProgram read(final byte[] archive) {
        return ForeignReader.read(ArchiveFiles.read(archive));
    }
}
