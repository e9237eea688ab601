package io.github.unetfiji.model;

import io.github.unetfiji.bioimageio.PackageDescription;
import io.github.unetfiji.bioimageio.TensorAxis;
import io.github.unetfiji.bioimageio.TensorDescription;
import java.util.List;
import java.util.Optional;

/**
 * Describes a package in lines for people: what it takes and gives, whether its test came out, where it can run, and what it says
 * of itself. It describes a package that cannot be used as well.
 */
public final class PackageReport {

    /** Characters of a text for people that are shown. */
    private static final int LONGEST_TEXT = 1500;

    private final PackageFacts facts;
    private final PackageDescription model;
    private final ReportLines lines = new ReportLines();

    private PackageReport(final PackageFacts facts) {
        this.facts = facts;
        this.model = facts.description();
    }

    /**
     * The report of a package of another program: one fact a line, {@code name: value}.
     *
     * @param read the package as a model, if it can be one
     * @param problem why it cannot be used; empty if it can
     */
    public static String of(
            final PackageFacts facts,
            final Optional<ImportedModel> read,
            final Optional<String> problem) {
        final PackageReport report = new PackageReport(facts);
        report.lines.add("model", facts.description().name());
        problem.ifPresent(reason -> report.lines.add("cannot be used", reason));
        read.ifPresent(imported -> report.lines.add("test", imported.proof().sentence()));
        report.tensors();
        read.ifPresent(imported -> report.lines.add("result", meaning(imported.meaning())));
        report.program();
        report.places(here(read, problem));
        report.claims();
        return report.lines.text();
    }

    /** Lines that follow the report of a model of this program, about its package. */
    public static String ofOurs(final PackageFacts facts) {
        final PackageReport report = new PackageReport(facts);
        report.places("yes");
        report.claims();
        return report.lines.text();
    }

    private static String here(final Optional<ImportedModel> read, final Optional<String> problem) {
        if (problem.isPresent() || read.isEmpty()) {
            return "no";
        }
        if (read.get().isVolumetric()) {
            return "its test only: volumes cannot be segmented yet";
        }
        return read.get().proof().kind() == PackageProof.Kind.DIFFERENT
                ? "only if it is trusted, since its test does not come out"
                : "yes";
    }

    private void tensors() {
        final TensorDescription input = model.input();
        lines.add("input", tensor(input));
        TensorWords.pixelSize(input).ifPresent(size -> lines.add("pixel size", size));
        operations("before the program", input);
        for (final TensorDescription output : model.outputs()) {
            lines.add("output", tensor(output));
            TensorWords.halo(output)
                    .ifPresent(halo -> lines.add("  halo that tiles leave out", halo));
            operations("after the program", output);
        }
        TensorWords.scale(model).ifPresent(factor -> lines.add("pixels of the result", factor));
    }

    private static String meaning(final ChannelMeaning meaning) {
        return switch (meaning.kind()) {
            case CLASSES -> "probabilities of classes, from which classes and objects can be made";
            case FOREGROUND ->
                    meaning.boundary().isPresent()
                            ? "probabilities of objects and of their boundaries"
                            : "probability of objects";
            case INDEPENDENT -> "probabilities that do not depend on each other";
            case IMAGE -> "values, of which no classes are made: " + meaning.reason();
        };
    }

    private static String tensor(final TensorDescription tensor) {
        final List<String> channels =
                tensor.axis(TensorAxis.Kind.CHANNEL).map(TensorAxis::channels).orElse(List.of());
        final String sizes = TensorWords.sizes(tensor);
        return tensor.id()
                + " ("
                + TensorWords.axes(tensor)
                + ")"
                + (channels.isEmpty() ? "" : "; channels " + String.join(", ", channels))
                + (sizes.isEmpty() ? "" : "; " + sizes)
                + "; test tensor of "
                + tensor.dtype();
    }

    private void operations(final String when, final TensorDescription tensor) {
        final boolean volume = model.input().isVolume();
        tensor.operations().stream()
                .filter(operation -> !OperationWords.isPlainCast(operation))
                .map(operation -> OperationWords.of(operation, volume ? "volume" : "slice"))
                .forEach(words -> lines.add("  " + when, words));
    }

    private void program() {
        lines.add(
                "program",
                "TorchScript, "
                        + model.weights().path()
                        + model.pytorchVersion()
                                .map(version -> ", written by PyTorch " + version)
                                .orElse(""));
    }

    private void places(final String here) {
        lines.add("runs here", here);
        new OtherPrograms(model, facts.files())
                .sentences()
                .forEach(sentence -> lines.add("elsewhere", sentence));
    }

    private void claims() {
        lines.heading("what the package says of itself");
        lines.add("  format", "BioImage.IO " + model.formatVersion());
        model.id().ifPresent(id -> lines.add("  id", id));
        model.version().ifPresent(version -> lines.add("  version", version));
        if (!model.authors().isEmpty()) {
            lines.add("  authors", String.join(", ", model.authors()));
        }
        lines.add("  licence", model.license().orElse("none is stated"));
        model.citations().forEach(citation -> lines.add("  cite", citation));
        if (!model.tags().isEmpty()) {
            lines.add("  tags", String.join(", ", model.tags()));
        }
        lines.paragraph("  description", model.description(), LONGEST_TEXT);
        lines.paragraph("  documentation", facts.documentation(), LONGEST_TEXT);
        if (!facts.provenance().isEmpty()) {
            lines.heading("trained further with U-Net for Fiji, as the package says");
            lines.lines(ModelReport.ownWords(facts.provenance()));
        }
    }
}
