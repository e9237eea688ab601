package io.github.unetfiji.model;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.bioimageio.PackageDescription;
import io.github.unetfiji.bioimageio.TensorAxis;
import io.github.unetfiji.bioimageio.TensorDescription;
import io.github.unetfiji.stack.PixelSize;
import io.github.unetfiji.torchscript.ForeignProgram;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A model of another program: a BioImage.IO package with a TorchScript program.
 *
 * @param file the zip or the folder that it was read from
 * @param description what the package says
 * @param program that was read, and is allowed to run
 * @param proof what came out when its test tensors were run
 */
public record ImportedModel(
        Path file, PackageDescription description, ForeignProgram program, PackageProof proof)
        implements SegmentationModel {

    @Override
    public String name() {
        return description.name();
    }

    @Override
    public int channels() {
        return description
                .input()
                .axis(TensorAxis.Kind.CHANNEL)
                .map(axis -> axis.channels().size())
                .orElse(1);
    }

    @Override
    public List<String> outputs() {
        return description.outputs().stream().flatMap(output -> names(output).stream()).toList();
    }

    private static List<String> names(final TensorDescription output) {
        return output.axis(TensorAxis.Kind.CHANNEL)
                .map(TensorAxis::channels)
                .orElse(List.of(output.id()));
    }

    @Override
    public Optional<PixelSize> pixelSize() {
        throw new UnsupportedOperationException("skeleton");
    }

    @Override
    public Optional<Postprocessing> postprocessing() {
        return Optional.empty();
    }

    @Override
    public void checkChannels(final int channels) {
        if (channels != channels()) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "The image has %d channel(s), but the model '%s' takes %d.",
                            channels,
                            name(),
                            channels()));
        }
    }
}
