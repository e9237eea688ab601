package io.github.unetfiji.bioimageio;

import java.util.List;
import java.util.Optional;

/**
 * An input or an output of a model, as a package says.
 *
 * @param id its name
 * @param description for people, may be empty
 * @param axes in the order of the program's tensor, the last one fastest
 * @param dtype type of the values of the test tensor, such as {@code float32}
 * @param operations of an input: before the program; of an output: after it
 * @param test the tensor by which a reader is tested
 * @param sample an example for people
 */
public record TensorDescription(
        String id,
        String description,
        List<TensorAxis> axes,
        String dtype,
        List<Operation> operations,
        Optional<PackageFile> test,
        Optional<PackageFile> sample) {

    public TensorDescription {
        axes = List.copyOf(axes);
        operations = List.copyOf(operations);
    }

    /** The axis of this kind, if there is one. */
    public Optional<TensorAxis> axis(final TensorAxis.Kind kind) {
        return axes.stream().filter(axis -> axis.kind() == kind).findFirst();
    }

    /** Number of its channels: 1 if it has no axis of channels. */
    public int channels() {
        return axis(TensorAxis.Kind.CHANNEL).map(axis -> axis.channels().size()).orElse(1);
    }

    /** Whether it is a volume: it has an axis z that is not one slice deep. */
    public boolean isVolume() {
        return axis(TensorAxis.Kind.Z)
                .filter(axis -> !axis.size().equals(new AxisSize.Fixed(1)))
                .isPresent();
    }
}
