package io.github.unetfiji.model;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.bioimageio.DescriptionReader;
import io.github.unetfiji.bioimageio.PackageDescription;
import io.github.unetfiji.bioimageio.PackageFiles;
import io.github.unetfiji.bioimageio.TestTensor;
import io.github.unetfiji.file.AtomicFile;
import io.github.unetfiji.file.YamlMap;
import io.github.unetfiji.network.Tensor;
import io.github.unetfiji.torchscript.ArchiveTensors;
import io.github.unetfiji.torchscript.ForeignProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The package of another program, from which packages with other weights are made: the program, its preprocessing and what the
 * package says of its sizes stay as they are.
 *
 * <pre>
 * FineTunedPackage original = FineTunedPackage.of(start);
 * original.with("my nuclei", weights, provenance, Publication.NONE).write(Path.of("my-nuclei.zip"));
 * </pre>
 *
 * <p>The files are read at once, so that the original may be replaced by the result.
 */
public final class FineTunedPackage {

    /** Pictures, texts and test tensors; whatever is larger is no part of what is copied. */
    private static final long LARGEST_FILE = 64L << 20;

    private static final long LARGEST_WEIGHTS = Integer.MAX_VALUE - 8;

    private final ImportedModel start;
    private final Map<String, byte[]> files;
    private final YamlMap description;
    private final byte[] weights;
    private final Optional<Tensor> test;

    private FineTunedPackage(
            final ImportedModel start,
            final Map<String, byte[]> files,
            final YamlMap description,
            final byte[] weights,
            final Optional<Tensor> test) {
        this.start = start;
        this.files = files;
        this.description = description;
        this.weights = weights;
        this.test = test;
    }

    /**
     * Reads the files of a package.
     *
     * @throws UNetException if they cannot be read any more
     */
    public static FineTunedPackage of(final ImportedModel start) {
        try (PackageFiles files = PackageFiles.open(start.file())) {
            final YamlMap plain = DescriptionReader.plain(files);
            final Set<String> others = FineTunedDescription.sources(plain.map().get("weights"));
            final Map<String, byte[]> kept = new LinkedHashMap<>();
            for (final String name : files.names()) {
                if (!others.contains(name) && !name.equals(plain.where())) {
                    final Optional<byte[]> bytes = files.read(name, LARGEST_FILE);
                    bytes.ifPresent(content -> kept.put(name, content));
                }
            }
            return new FineTunedPackage(
                    start,
                    kept,
                    plain,
                    start.description().weights().read(files, LARGEST_WEIGHTS),
                    TestTensor.input(start.description(), files));
        } catch (final IOException e) {
            throw new UNetException(
                    "Cannot read " + start.file() + ": " + AtomicFile.reason(e) + ".", e);
        }
    }

    /** What is known of the training of a package that was fine-tuned here; empty of others. */
    public static Map<String, Object> provenance(final ImportedModel model) {
        return FineTunedDescription.provenance(model.description());
    }

    /** A package that was fine-tuned here, as it was written. */
    public static Result read(final ImportedModel model) {
        return of(model).with(model.name(), Map.of(), provenance(model), Publication.NONE);
    }

    /**
     * The package with other weights.
     *
     * @param name of the model, for people
     * @param tensors of the program by path; those that are not named stay as they are
     * @param provenance how they were trained: plain values
     * @param publication who trained them; they are named behind the authors of the original, whose licence stays
     */
    public Result with(
            final String name,
            final Map<String, Tensor> tensors,
            final Map<String, Object> provenance,
            final Publication publication) {
        return new Result(this, name, tensors, provenance, publication);
    }

    /**
     * A package with other weights.
     *
     * @param name of the model, for people
     * @param tensors that were trained
     * @param provenance how they were trained
     * @param publication who trained them
     */
    public record Result(
            FineTunedPackage original,
            String name,
            Map<String, Tensor> tensors,
            Map<String, Object> provenance,
            Publication publication) {

        /** The same with another provenance. */
        public Result with(final Map<String, Object> other) {
            return new Result(original, name, tensors, other, publication);
        }

        /** The model to segment with. It is not tested; who reads its file tests it. */
        public ImportedModel model() {
            final PackageDescription before = original.start.description();
            return new ImportedModel(
                    original.start.file(),
                    FineTunedDescription.renamed(before, name, provenance),
                    program(),
                    new PackageProof(
                            PackageProof.Kind.UNTESTED,
                            Double.NaN,
                            original.start.proof().bytesPerPixel(),
                            "Its test tensors were made from these weights."),
                    original.start.meaning());
        }

        private ForeignProgram program() {
            final ForeignProgram before = original.start.program();
            return new ForeignProgram(
                    ArchiveTensors.of(before.archive()).with(tensors),
                    changed(before.parameters()),
                    changed(before.buffers()));
        }

        private Map<String, Tensor> changed(final Map<String, Tensor> before) {
            final Map<String, Tensor> after = new LinkedHashMap<>();
            before.keySet()
                    .forEach(
                            path -> {
                                final Tensor trained = tensors.get(path);
                                after.put(path, trained == null ? before.get(path) : trained);
                            });
            return after;
        }

        /**
         * Writes the package; an existing file is replaced when the new one is complete.
         *
         * @throws UNetException if it cannot be written
         */
        public void write(final Path file) {
            final Map<String, byte[]> contents =
                    new FineTunedDescription(original.description, original.files)
                            .contents(
                                    this,
                                    ArchiveTensors.of(original.weights).with(tensors),
                                    original.test.map(
                                            input -> FineTunedTest.output(model(), input)));
            AtomicFile.write(file, temporary -> StoredZip.write(temporary, contents));
        }
    }

    /** Name of the model that was started from. */
    String startName() {
        return start.name();
    }
}
