package io.github.unetfiji.bioimageio;

import io.github.unetfiji.Legible;
import java.util.List;
import java.util.Optional;

/** Reads which file has the TorchScript program. */
final class WeightsField {

    /** NB: the latter is the name before format 0.4. */
    private static final List<String> TORCHSCRIPT = List.of("torchscript", "pytorch_script");

    private WeightsField() {}

    /**
     * The entry of the TorchScript program.
     *
     * @throws io.github.unetfiji.UNetException if there is none; names the programs that there are weights for
     */
    static Field torchscript(final Field root) {
        final Field weights = root.at("weights");
        final List<String> formats = weights.keys();
        if (formats.isEmpty()) {
            throw weights.failure("is empty, but must have torchscript");
        }
        return TORCHSCRIPT.stream()
                .filter(formats::contains)
                .findFirst()
                .map(weights::at)
                .orElseThrow(
                        () ->
                                weights.failure(
                                        "has only "
                                                + Legible.list(formats)
                                                + ", but a model needs torchscript weights to run here"));
    }

    /** The file of the program. */
    static PackageFile file(final Field torchscript, final PackageFiles files) {
        if (!torchscript.isMap()) {
            throw torchscript.wrong("a map with source");
        }
        return FileField.needed(torchscript, files);
    }

    /** The PyTorch that wrote it. */
    static Optional<String> pytorchVersion(final Field torchscript) {
        return torchscript.given("pytorch_version").map(Field::version);
    }
}
