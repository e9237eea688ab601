package io.github.unetfiji.training;

import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.augment.AnnotatedPlane;
import io.github.unetfiji.augment.PatchShape;
import io.github.unetfiji.bioimageio.PackageDescription;
import io.github.unetfiji.bioimageio.TensorDescription;
import io.github.unetfiji.dataset.Annotations;
import io.github.unetfiji.dataset.CellBoundaries;
import io.github.unetfiji.dataset.TrainingData;
import io.github.unetfiji.engine.TensorOrder;
import io.github.unetfiji.engine.TrainableNetwork;
import io.github.unetfiji.engine.TrainableProgram;
import io.github.unetfiji.labels.LabelMap;
import io.github.unetfiji.model.FineTunedPackage;
import io.github.unetfiji.model.ImportedModel;
import io.github.unetfiji.model.ModelFile;
import io.github.unetfiji.network.Parameters;
import io.github.unetfiji.network.Tensor;
import io.github.unetfiji.optimize.Loss;
import io.github.unetfiji.processing.Preprocessing;
import io.github.unetfiji.segment.SliceClassifier;
import io.github.unetfiji.stack.Normalizer;
import io.github.unetfiji.stack.SliceSource;
import io.github.unetfiji.torchscript.ArchiveTensors;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A program of others that is trained, with the preprocessing, the sizes and the outputs that its package tells. */
final class TrainedProgram implements TrainedNetwork {

    private static final List<String> CELLS = List.of("background", "cell");

    private final TrainingRequest request;
    private final ImportedModel start;
    private final FineTunedPackage files;
    private final ProgramSizes sizes;
    private final TrainableProgram.Form form;
    private final ArchiveTensors tensors;
    private final Parameters first;
    private final int patch;
    private final ProgramProbe probe;
    private final ProgramTarget target;

    /**
     * Checks that the program can be trained with the annotations, by one pass there and back.
     *
     * @param annotations of the images
     * @param listener hears what was found out
     * @throws UNetException if it cannot; says why
     */
    TrainedProgram(
            final TrainingRequest request,
            final ImportedModel start,
            final Annotations annotations,
            final TrainingListener listener) {
        this.request = request;
        this.start = start;
        ProgramSettings.check(request, start);
        final PackageDescription description = start.description();
        if (description.outputs().size() != 1) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "The model '%s' has %d outputs, but only programs with one can be trained.",
                            start.name(),
                            description.outputs().size()));
        }
        final TensorDescription output = description.outputs().get(0);
        final TensorOrder inputOrder = TensorOrder.of(description.input());
        final TensorOrder outputOrder = TensorOrder.of(output);
        start.checkChannels(request.images().get(0).image().channels());
        sizes = ProgramSizes.of(description);
        patch = sizes.patch(request.settings().patch(), planes(request.sources()));
        // NB: fails where the halo leaves nothing of a tile.
        planes(request.sources())
                .forEach(plane -> ProgramClassifier.plan(sizes.geometry(), plane[0], plane[1]));
        form =
                new TrainableProgram.Form(
                        inputOrder, outputOrder, start.channels(), output.channels(), 0);
        files = FineTunedPackage.of(start);
        tensors = ArchiveTensors.of(start.program().archive());
        first = Parameters.of(tensors.values());
        try (TrainableProgram program = open(first, true)) {
            probe = ProgramProbe.of(start, program, sizes);
        }
        target = probe.target();
        checkClasses(annotations.classNames().size());
        tell(listener);
    }

    private void tell(final TrainingListener listener) {
        if (ProgramTarget.areUnnamedPair(start)) {
            listener.onNote(
                    "The two channels of the model '"
                            + start.name()
                            + "' have no names: they are taken for foreground and boundary.");
        }
        if (probe.fixedStatistics()) {
            listener.onNote(ProgramProbe.fixedStatisticsSentence(start.name()));
        }
        final TrainingEstimate estimate =
                probe.estimate(first.count(), shape(patch), request.settings(), sizes);
        listener.onNote(estimate.sentence());
        if (estimate.fitting() < patch) {
            listener.onWarning(
                    String.format(
                            Locale.ROOT,
                            "The training of the model '%s' may need more memory than %s has: use %s.",
                            start.name(),
                            request.settings().device().words(),
                            estimate.fitting() == 0
                                    ? "a smaller model"
                                    : "a patch of at most " + estimate.fitting() + " px"));
        }
    }

    private static List<int[]> planes(final List<SliceSource> images) {
        return images.stream().map(image -> new int[] {image.width(), image.height()}).toList();
    }

    private void checkClasses(final int classes) {
        if (target.hasClasses() && classes != form.outputs()) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "The annotations have %d classes with the background, but the model '%s' tells"
                                    + " %d apart (%s).",
                            classes,
                            start.name(),
                            form.outputs(),
                            String.join(", ", start.outputs())));
        }
        if (!target.hasClasses() && classes != 2) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "The annotations have %d classes with the background, but the model '%s' only"
                                    + " tells cells from background: annotate one class.",
                            classes,
                            start.name()));
        }
    }

    private TrainableProgram open(final Parameters parameters, final boolean trainable) {
        return TrainableProgram.open(
                tensors.with(map(parameters)), form, request.settings().device(), trainable);
    }

    private static Map<String, Tensor> map(final Parameters parameters) {
        final Map<String, Tensor> map = new LinkedHashMap<>();
        parameters.names().forEach(name -> map.put(name, parameters.get(name)));
        return map;
    }

    @Override
    public Parameters first() {
        return first;
    }

    @Override
    public Set<String> fresh() {
        return Set.of();
    }

    @Override
    public Set<String> frozen() {
        return Set.of();
    }

    @Override
    public List<Object> parents() {
        final Map<String, Object> parent = new LinkedHashMap<>();
        parent.put("name", start.name());
        start.description().id().ifPresent(id -> parent.put("id", id));
        start.description().version().ifPresent(version -> parent.put("version", version));
        parent.put("sha256", Checksum.of(first));
        final List<Object> parents = new ArrayList<>(List.of(parent));
        if (FineTunedPackage.provenance(start).get("parents") instanceof List<?> older) {
            parents.addAll(older);
        }
        return parents;
    }

    @Override
    public TrainableNetwork forTraining(final Parameters parameters) {
        final TrainableProgram program = open(parameters, true);
        program.keepOnly(probe.trained());
        return program;
    }

    @Override
    public TrainableNetwork forInference(final Parameters parameters) {
        return open(parameters, false);
    }

    @Override
    public SliceClassifier classifier(final TrainableNetwork network) {
        return new ProgramClassifier(
                (TrainableProgram) network, sizes.geometry(), target, foreground());
    }

    private int foreground() {
        return start.meaning().foreground().orElse(0);
    }

    @Override
    public int classes() {
        return target.hasClasses() ? form.outputs() : 2;
    }

    @Override
    public Loss loss() {
        return target.loss();
    }

    /** NB: held-out slices are judged by their classes. */
    @Override
    public TrainingData data(final TrainingData classes, final Annotations annotations) {
        if (!target.hasBoundaries()) {
            return classes;
        }
        final Set<Integer> heldOut = Set.copyOf(classes.validationIndices());
        final Iterator<Integer> indices =
                annotations.slices().keySet().stream()
                        .filter(index -> !heldOut.contains(index))
                        .iterator();
        final List<AnnotatedPlane> planes = new ArrayList<>();
        for (final AnnotatedPlane plane : classes.training()) {
            planes.add(withTruths(plane, annotations.slices().get(indices.next()).cells()));
        }
        return new TrainingData(planes, classes.validation(), classes.validationIndices());
    }

    /** NB: the loss takes 1 for the first channel of the program, and 2 for the second. */
    private AnnotatedPlane withTruths(final AnnotatedPlane plane, final LabelMap cells) {
        final float[][] channels = new float[plane.channelCount()][];
        for (int c = 0; c < channels.length; c++) {
            channels[c] = plane.channel(c);
        }
        final int[] truths =
                foreground() == 0 ? CellBoundaries.of(cells) : CellBoundaries.boundaryFirst(cells);
        for (int i = 0; i < truths.length; i++) {
            truths[i] = plane.labels()[i] < 0 ? LabelMap.IGNORE : truths[i];
        }
        return AnnotatedPlane.of(plane.width(), plane.height(), channels, truths, plane.weights());
    }

    @Override
    public int patch() {
        return patch;
    }

    @Override
    public PatchShape shape(final int width) {
        return sizes.shape(width);
    }

    @Override
    public int smaller(final int width) {
        return sizes.smaller(width);
    }

    @Override
    public PlannedNetwork planned() {
        return new PlannedNetwork(
                String.format(
                        Locale.ROOT,
                        "the program of the model '%s' (%,d parameters)",
                        start.name(),
                        first.count()),
                String.format(Locale.ROOT, "%,d weights of '%s'", first.count(), start.name()),
                Map.of("learned", target.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
    }

    @Override
    public TrainedModel read(final Path file) {
        if (ModelFile.of(file).read() instanceof ImportedModel model) {
            return new TrainedProgramModel(
                    FineTunedPackage.read(model), target.hasClasses() ? start.outputs() : CELLS);
        }
        throw new UNetException(
                "The model "
                        + file
                        + " is no package of another program, as the one to start from is: replace it"
                        + " by \"overwrite\", or name another file.");
    }

    @Override
    public ModelForm form(final TrainingInput input, final Progress progress) {
        final Normalizer normalizer = Preprocessing.of(start.description().input());
        return new ModelForm() {
            @Override
            public Normalizer normalizer() {
                return normalizer;
            }

            @Override
            public TrainedModel model(
                    final Parameters parameters, final Map<String, Object> provenance) {
                return new TrainedProgramModel(
                        files.with(
                                request.name(), map(parameters), provenance, request.publication()),
                        input.classNames());
            }
        };
    }
}
