package io.github.unetfiji.model;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.bioimageio.PackageDescription;
import io.github.unetfiji.bioimageio.TensorAxis;
import io.github.unetfiji.bioimageio.TensorDescription;
import io.github.unetfiji.network.Tensor;
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
 * @param meaning what the channels of its result mean
 */
public record ImportedModel(
        Path file,
        PackageDescription description,
        ForeignProgram program,
        PackageProof proof,
        ChannelMeaning meaning)
        implements SegmentationModel {

    /** A model of whose test output nothing is known. */
    public ImportedModel(
            final Path file,
            final PackageDescription description,
            final ForeignProgram program,
            final PackageProof proof) {
        this(
                file,
                description,
                program,
                proof,
                MeaningRule.of(
                        description,
                        description.outputs().stream()
                                .map(output -> Optional.<Tensor>empty())
                                .toList()));
    }

    @Override
    public String name() {
        return description.name();
    }

    @Override
    public int channels() {
        return description.input().channels();
    }

    @Override
    public List<String> outputs() {
        return ChannelWords.names(description.outputs());
    }

    /** Whether the package has no names for its outputs, so that they are called by their numbers. */
    public boolean hasUnnamedOutputs() {
        return ChannelWords.areUnnamed(outputs());
    }

    /** Whether it takes volumes, not planes. */
    public boolean isVolumetric() {
        return description.input().isVolume();
    }

    @Override
    public Optional<PixelSize> pixelSize() {
        return pixelSize(description);
    }

    /** How large the pixels of the images are that a package is made for, if it says so. */
    static Optional<PixelSize> pixelSize(final PackageDescription description) {
        final TensorDescription input = description.input();
        final TensorAxis x = input.axis(TensorAxis.Kind.X).orElseThrow();
        final TensorAxis y = input.axis(TensorAxis.Kind.Y).orElseThrow();
        // NB: without a unit a scale only relates axes to each other.
        return x.unit().isPresent() && y.unit().isPresent()
                ? PixelSize.of(x.scale(), x.unit().get(), y.scale(), y.unit().get())
                : Optional.empty();
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
