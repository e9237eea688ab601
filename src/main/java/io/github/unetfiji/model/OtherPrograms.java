package io.github.unetfiji.model;

import io.github.unetfiji.bioimageio.AxisSize;
import io.github.unetfiji.bioimageio.Operation;
import io.github.unetfiji.bioimageio.PackageDescription;
import io.github.unetfiji.bioimageio.TensorAxis;
import io.github.unetfiji.bioimageio.TensorDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which other programs read the description of a package, by what their sources accept: the operations, the sizes, and the fields that
 * they want. Nobody runs them here, and later versions may accept more.
 *
 * @see <a href="https://github.com/bioimage-io/JDLL">JDLL, by which deepImageJ runs models</a>
 * @see <a href="https://github.com/qupath/qupath-bioimageio-spec">QuPath's reader</a>
 */
final class OtherPrograms {

    private static final Set<Class<? extends Operation>> BOTH =
            Set.of(
                    Operation.Binarize.class,
                    Operation.Clip.class,
                    Operation.ScaleLinear.class,
                    Operation.ScaleRange.class,
                    Operation.Sigmoid.class,
                    Operation.ZeroMeanUnitVariance.class);

    private static final Set<Class<? extends Operation>> ONLY_JDLL =
            Set.of(Operation.EnsureDtype.class, Operation.FixedZeroMeanUnitVariance.class);

    private static final String OLD_FORMAT = "0.4";

    private final PackageDescription model;
    private final List<String> files;

    /**
     * For one package.
     *
     * @param files paths of all files in it
     */
    OtherPrograms(final PackageDescription model, final List<String> files) {
        this.model = model;
        this.files = files;
    }

    /** One sentence for each program. */
    List<String> sentences() {
        return List.of(
                sentence("deepImageJ (JDLL)", jdll()),
                sentence("QuPath", quPath()),
                sentence("bioimageio.core and what is built on it", List.of()));
    }

    private static String sentence(final String program, final List<String> reasons) {
        return program
                + ": "
                + (reasons.isEmpty()
                        ? "it knows the operations and sizes of this model."
                        : "perhaps not: " + String.join("; ", reasons) + ".");
    }

    private List<String> jdll() {
        final List<String> reasons = new ArrayList<>();
        if (!files.contains("rdf.yaml")) {
            reasons.add("it looks for rdf.yaml only");
        }
        if (model.id().isEmpty() && !isOld()) {
            reasons.add("it needs an id");
        }
        unknown(false).forEach(reasons::add);
        if (axes(model.input()).anyMatch(OtherPrograms::isOffGrid)) {
            reasons.add("its tiles are multiples of the step, which the smallest size is not");
        }
        if (!isOld()
                && tensors().flatMap(OtherPrograms::axes).anyMatch(axis -> axis.scale() != 1)) {
            reasons.add("it takes the pixel size of an axis for a factor of its length");
        }
        return reasons;
    }

    private List<String> quPath() {
        final List<String> reasons = new ArrayList<>();
        if (!files.contains("rdf.yaml") && !files.contains("model.yaml")) {
            reasons.add("it looks for rdf.yaml or model.yaml");
        }
        if (model.license().isEmpty()) {
            reasons.add("it needs a license");
        }
        unknown(true).forEach(reasons::add);
        if (model.input().isVolume()) {
            reasons.add("it works in 2-D");
        }
        if (!isOld() && tensors().flatMap(OtherPrograms::axes).anyMatch(axis -> axis.halo() > 0)) {
            reasons.add("it knows the halo of format 0.4 only, so that seams of tiles may show");
        }
        return reasons;
    }

    private List<String> unknown(final boolean quPath) {
        return tensors()
                .flatMap(tensor -> tensor.operations().stream())
                .filter(operation -> !BOTH.contains(operation.getClass()))
                .filter(operation -> quPath || !ONLY_JDLL.contains(operation.getClass()))
                .filter(operation -> !(quPath && isHarmless(operation)))
                .map(
                        operation ->
                                "it does not know the operation: "
                                        + OperationWords.of(operation, "sample"))
                .distinct()
                .collect(Collectors.toList());
    }

    /** NB: such a cast changes nothing; fixed means are read by QuPath in format 0.4. */
    private boolean isHarmless(final Operation operation) {
        return OperationWords.isPlainCast(operation)
                || (isOld() && operation instanceof Operation.FixedZeroMeanUnitVariance);
    }

    private boolean isOld() {
        return model.formatVersion().startsWith(OLD_FORMAT);
    }

    private Stream<TensorDescription> tensors() {
        return Stream.concat(Stream.of(model.input()), model.outputs().stream());
    }

    private static Stream<TensorAxis> axes(final TensorDescription tensor) {
        return tensor.axes().stream().filter(axis -> axis.kind().isSpatial());
    }

    private static boolean isOffGrid(final TensorAxis axis) {
        return axis.size() instanceof AxisSize.Stepped steps && steps.min() % steps.step() != 0;
    }
}
