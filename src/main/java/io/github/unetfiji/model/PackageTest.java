package io.github.unetfiji.model;

import io.github.unetfiji.Legible;
import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.bioimageio.PackageDescription;
import io.github.unetfiji.bioimageio.PackageFiles;
import io.github.unetfiji.bioimageio.TensorAxis;
import io.github.unetfiji.bioimageio.TensorDescription;
import io.github.unetfiji.bioimageio.TestTensor;
import io.github.unetfiji.engine.ProgramTrial;
import io.github.unetfiji.network.Tensor;
import io.github.unetfiji.processing.NamedTensor;
import io.github.unetfiji.processing.OutputProcessing;
import io.github.unetfiji.processing.Preprocessing;
import io.github.unetfiji.torchscript.ForeignProgram;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Runs the test tensors of a package as its segmentation will: preprocessing, the program, postprocessing; and compares the outputs
 * with the expected ones, with the tolerance of the official core. The program runs in a process of its own, with bounds of memory
 * and time.
 */
final class PackageTest {

    private final PackageDescription model;
    private final PackageFiles files;
    private final ForeignProgram program;
    private final Progress progress;

    private PackageTest(
            final PackageDescription model,
            final PackageFiles files,
            final ForeignProgram program,
            final Progress progress) {
        this.model = model;
        this.files = files;
        this.program = program;
        this.progress = progress;
    }

    /**
     * Tests a package. A program without test tensors runs, too, on an input that is 0.
     *
     * @param model of the package
     * @param files of the package
     * @param program of the package, which was read and is allowed to run
     * @param progress told of the test; cancels the program
     * @throws IOException if a file cannot be read
     * @throws UNetException if a test tensor is damaged or does not fit the description; or if the program fails, takes too much
     *     memory or time, or gives fewer outputs or other axes than the description says
     */
    static PackageProof of(
            final PackageDescription model,
            final PackageFiles files,
            final ForeignProgram program,
            final Progress progress)
            throws IOException {
        return new PackageTest(model, files, program, progress).proof();
    }

    private PackageProof proof() throws IOException {
        final Optional<Tensor> test = TestTensor.input(model, files);
        final Tensor input = test.orElseGet(() -> TrialInput.of(model));
        progress.report(0, 1, "testing the model '" + model.name() + "'");
        final ProgramTrial.Result result =
                ProgramTrial.of(program)
                        .optProgress(progress)
                        .run(Preprocessing.of(model.input()).applied(input));
        checkAxes(result.outputs());
        final long bytes = result.bytes() / pixels(input);
        final List<OutputComparison> comparisons =
                test.isEmpty() ? List.of() : comparisons(input, result.outputs());
        return comparisons.isEmpty() ? untested(bytes) : proof(comparisons, bytes);
    }

    private List<OutputComparison> comparisons(final Tensor input, final List<Tensor> outputs)
            throws IOException {
        final List<OutputComparison> comparisons = new ArrayList<>();
        for (int i = 0; i < model.outputs().size(); i++) {
            final TensorDescription output = model.outputs().get(i);
            final Optional<Tensor> expected = TestTensor.output(model, output, input, files);
            if (expected.isPresent()) {
                final Map<String, NamedTensor> sample = sample(input, outputs, i);
                comparisons.add(
                        OutputComparison.of(
                                output.id(),
                                OutputProcessing.of(output).applied(sample).tensor(),
                                expected.get(),
                                TestTolerance.of(model, output.id())));
            }
        }
        return comparisons;
    }

    /** All tensors before their operations; that of this index is a copy, which may be changed. */
    private Map<String, NamedTensor> sample(
            final Tensor input, final List<Tensor> outputs, final int changed) {
        final Map<String, NamedTensor> sample = new HashMap<>();
        sample.put(model.input().id(), NamedTensor.of(model.input(), input));
        for (int i = 0; i < model.outputs().size(); i++) {
            final Tensor tensor = outputs.get(i);
            final float[] values = i == changed ? tensor.values().clone() : tensor.values();
            final TensorDescription output = model.outputs().get(i);
            sample.put(output.id(), NamedTensor.of(output, new Tensor(tensor.shape(), values)));
        }
        return sample;
    }

    private void checkAxes(final List<Tensor> outputs) {
        if (outputs.size() < model.outputs().size()) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "The program of the package '%s' gives %d output(s), but its description"
                                    + " has %d outputs.",
                            name(),
                            outputs.size(),
                            model.outputs().size()));
        }
        for (int i = 0; i < model.outputs().size(); i++) {
            final int axes = outputs.get(i).shape().length;
            if (axes != model.outputs().get(i).axes().size()) {
                throw new UNetException(
                        String.format(
                                Locale.ROOT,
                                "The program of the package '%s' gives the output %s with %d axes, but"
                                        + " outputs.%d.axes of its description has %d.",
                                name(),
                                Legible.echo(model.outputs().get(i).id()),
                                axes,
                                i,
                                model.outputs().get(i).axes().size()));
            }
        }
    }

    private long pixels(final Tensor input) {
        long pixels = 1;
        for (int a = 0; a < input.shape().length; a++) {
            final TensorAxis axis = model.input().axes().get(a);
            pixels *= axis.kind().isSpatial() ? input.shape()[a] : 1;
        }
        return pixels;
    }

    private PackageProof untested(final long bytes) {
        return new PackageProof(
                PackageProof.Kind.UNTESTED,
                Double.NaN,
                bytes,
                "The package '"
                        + name()
                        + "' has no test tensors, so nobody knows whether its results are right.");
    }

    private PackageProof proof(final List<OutputComparison> comparisons, final long bytes) {
        final double largest =
                comparisons.stream().mapToDouble(OutputComparison::largest).max().orElseThrow();
        final Optional<OutputComparison> worst =
                comparisons.stream()
                        .filter(comparison -> !comparison.isReproduced())
                        .max(Comparator.comparingDouble(OutputComparison::largest));
        if (worst.isPresent()) {
            return new PackageProof(
                    PackageProof.Kind.DIFFERENT,
                    largest,
                    bytes,
                    "The package '"
                            + name()
                            + "' does not reproduce its own test: "
                            + worst.get().difference()
                            + ".");
        }
        return new PackageProof(
                PackageProof.Kind.REPRODUCED,
                largest,
                bytes,
                String.format(
                        Locale.ROOT,
                        "The package '%s' reproduces its own test: the largest difference is %.2g.",
                        name(),
                        largest));
    }

    private String name() {
        return Legible.line(model.name());
    }
}
