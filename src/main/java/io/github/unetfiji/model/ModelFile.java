package io.github.unetfiji.model;

import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.bioimageio.DescriptionReader;
import io.github.unetfiji.bioimageio.PackageFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Opens a model file or folder, whichever program wrote it: a model of this program ({@link ModelPackage}), or a BioImage.IO
 * package of another one, whose program is read and whose test tensors are run first.
 *
 * <pre>
 * SegmentationModel model = ModelFile.of(Path.of("affable-shark.zip")).read();
 * </pre>
 */
public final class ModelFile {

    private final Path file;
    private boolean trust;
    private Progress progress = Progress.NONE;
    private Consumer<String> messages = sentence -> {};

    private ModelFile(final Path file) {
        this.file = file;
    }

    /** A zip, or a folder that one was unpacked to. */
    public static ModelFile of(final Path file) {
        return new ModelFile(file);
    }

    /** Whether a package is used that does not reproduce its own test output; default not. */
    public ModelFile optTrust(final boolean value) {
        trust = value;
        return this;
    }

    /** Cancels the test of a package. */
    public ModelFile optProgress(final Progress value) {
        progress = value;
        return this;
    }

    /** Takes sentences for people about the package: its test. */
    public ModelFile optMessages(final Consumer<String> value) {
        messages = value;
        return this;
    }

    /**
     * Reads the model.
     *
     * @throws UNetException if it cannot be used; one sentence that names the file and the field
     */
    public SegmentationModel read() {
        return OpenedPackage.read(file, this::read);
    }

    private SegmentationModel read(final PackageFiles files) throws IOException {
        if (ModelPackage.isOurs(DescriptionReader.plain(files))) {
            return ModelPackage.read(files);
        }
        final ImportedModel model = ForeignPackage.read(file, files, progress);
        check(model);
        return model;
    }

    private void check(final ImportedModel model) {
        final PackageProof proof = model.proof();
        if (proof.kind() == PackageProof.Kind.DIFFERENT && !trust) {
            throw new UNetException(
                    withoutStop(proof.sentence())
                            + "; with trust (in the dialog: Trust a model that fails its test) it is used all"
                            + " the same.");
        }
        messages.accept(
                proof.kind() == PackageProof.Kind.DIFFERENT
                        ? withoutStop(proof.sentence()) + "; it is used, since it is trusted."
                        : proof.sentence());
    }

    private static String withoutStop(final String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
