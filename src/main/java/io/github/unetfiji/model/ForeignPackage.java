package io.github.unetfiji.model;

import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.bioimageio.DescriptionReader;
import io.github.unetfiji.bioimageio.PackageDescription;
import io.github.unetfiji.bioimageio.PackageFile;
import io.github.unetfiji.bioimageio.PackageFiles;
import io.github.unetfiji.bioimageio.TensorDescription;
import io.github.unetfiji.bioimageio.TestTensor;
import io.github.unetfiji.file.Sha256;
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

    /** NB: remembers what was tested, so that a package is tested once in a process. */
    private static final TestedPackages TESTED = new TestedPackages();

    private final Path file;
    private final PackageFiles files;
    private final PackageDescription description;

    private ForeignPackage(
            final Path file, final PackageFiles files, final PackageDescription description) {
        this.file = file;
        this.files = files;
        this.description = description;
    }

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
        return new ForeignPackage(file, files, DescriptionReader.read(files)).read(progress);
    }

    /** What the channels of a package mean; its program is neither read nor run. */
    static ChannelMeaning meaning(
            final Path file, final PackageFiles files, final PackageDescription description)
            throws IOException {
        return MeaningRule.of(description, new ForeignPackage(file, files, description).tests());
    }

    private ImportedModel read(final Progress progress) throws IOException {
        final List<Optional<Tensor>> tests = tests();
        final byte[] archive = description.weights().read(files, LARGEST_PROGRAM);
        final ForeignProgram program = ForeignProgram.read(archive);
        final PackageProof proof =
                TESTED.proof(
                        new TestedPackages.Key(description, Sha256.hex(archive), testChecksums()),
                        () -> PackageTest.of(description, files, program, progress));
        return new ImportedModel(
                file, description, program, proof, MeaningRule.of(description, tests));
    }

    /** The expected outputs. */
    private List<Optional<Tensor>> tests() throws IOException {
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

    private List<String> testChecksums() throws IOException {
        final List<PackageFile> tensors = new ArrayList<>();
        description.input().test().ifPresent(tensors::add);
        description.outputs().forEach(output -> output.test().ifPresent(tensors::add));
        final List<String> checksums = new ArrayList<>();
        for (final PackageFile tensor : tensors) {
            checksums.add(Sha256.hex(tensor.read(files, TestTensor.LARGEST)));
        }
        return checksums;
    }
}
