package io.github.unetfiji.model;

import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.bioimageio.DescriptionReader;
import io.github.unetfiji.bioimageio.PackageDescription;
import io.github.unetfiji.bioimageio.PackageFiles;
import io.github.unetfiji.bioimageio.TensorDescription;
import io.github.unetfiji.bioimageio.TestTensor;
import io.github.unetfiji.network.Tensor;
import io.github.unetfiji.torchscript.ForeignProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a package of another program: its description, its test tensors, its program, and runs its test. */
final class ForeignPackage {

    private static final long LARGEST_PROGRAM = Integer.MAX_VALUE - 16;

    private ForeignPackage() {}

    /**
     * Reads the model.
     *
     * @param file that the files are from
     * @param progress cancels the test
     * @throws IOException if it cannot be read
     * @throws UNetException if it cannot be used
     */
    static ImportedModel read(final Path file, final PackageFiles files, final Progress progress)
            throws IOException {
        final PackageDescription description = DescriptionReader.read(files);
        final List<Optional<Tensor>> tests = tests(description, files);
        final ForeignProgram program =
                ForeignProgram.read(description.weights().read(files, LARGEST_PROGRAM));
        return new ImportedModel(
                file,
                description,
                program,
                PackageTest.of(description, files, program, progress),
                MeaningRule.of(description, tests));
    }

    private static List<Optional<Tensor>> tests(
            final PackageDescription description, final PackageFiles files) throws IOException {
        final Optional<Tensor> input = TestTensor.input(description, files);
        final List<Optional<Tensor>> tests = new ArrayList<>();
        for (final TensorDescription output : description.outputs()) {
            tests.add(
                    input.isPresent()
                            ? TestTensor.output(description, output, input.get(), files)
                            : Optional.empty());
        }
        return tests;
    }
}
