package io.github.unetfiji.training;

import io.github.unetfiji.Progress;
import io.github.unetfiji.augment.PatchShape;
import io.github.unetfiji.dataset.Annotations;
import io.github.unetfiji.dataset.TrainingData;
import io.github.unetfiji.engine.Network;
import io.github.unetfiji.engine.TrainableNetwork;
import io.github.unetfiji.model.ModelPackage;
import io.github.unetfiji.model.UNetModel;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.network.Parameters;
import io.github.unetfiji.optimize.Loss;
import io.github.unetfiji.optimize.WeightedCrossEntropy;
import io.github.unetfiji.segment.SliceClassifier;
import io.github.unetfiji.segment.TileSize;
import io.github.unetfiji.segment.TiledInference;
import io.github.unetfiji.stack.Normalization;
import io.github.unetfiji.stack.NormalizedSlices;
import io.github.unetfiji.stack.Normalizer;
import io.github.unetfiji.tiling.TileGeometry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A U-Net of this program that is trained.
 *
 * @param origin the parameters to begin with
 */
record TrainedUNet(TrainingRequest request, Architecture architecture, FineTuning origin)
        implements TrainedNetwork {

    private TrainingSettings settings() {
        return request.settings();
    }

    @Override
    public Parameters first() {
        return origin.parameters();
    }

    @Override
    public Set<String> fresh() {
        return origin.fresh();
    }

    @Override
    public Set<String> frozen() {
        return origin.frozen();
    }

    @Override
    public List<Object> parents() {
        return origin.parents();
    }

    @Override
    public Network forTraining(final Parameters parameters) {
        return Network.forTraining(
                architecture, parameters, settings().device(), settings().precision());
    }

    @Override
    public Network forInference(final Parameters parameters) {
        return Network.forInference(
                architecture, parameters, settings().device(), settings().precision());
    }

    @Override
    public SliceClassifier classifier(final TrainableNetwork network) {
        return new TiledInference((Network) network, TileSize.PLANNED);
    }

    @Override
    public int classes() {
        return architecture.classes();
    }

    @Override
    public Loss loss() {
        return WeightedCrossEntropy::of;
    }

    @Override
    public TrainingData data(final TrainingData classes, final Annotations annotations) {
        return classes;
    }

    @Override
    public int patch() {
        return Training.patch(settings(), architecture.depth(), request.sources());
    }

    @Override
    public PatchShape shape(final int width) {
        return PatchShape.square(width, architecture.tileGeometry().halo());
    }

    @Override
    public int smaller(final int width) {
        final TileGeometry geometry = architecture.tileGeometry();
        return geometry.inputFor(Math.max(1, geometry.outputFor(width) * 2 / 3));
    }

    @Override
    public PlannedNetwork planned() {
        return PlannedNetwork.of(architecture);
    }

    @Override
    public TrainedModel read(final Path file) {
        return new TrainedUNetModel(ModelPackage.read(file));
    }

    @Override
    public ModelForm form(final TrainingInput input, final Progress progress) {
        final Normalization normalization =
                NormalizedSlices.fit(settings().normalization(), request.sources(), progress);
        return new ModelForm() {
            @Override
            public Normalizer normalizer() {
                return (image, told) -> NormalizedSlices.of(image, normalization, told);
            }

            @Override
            public TrainedModel model(
                    final Parameters parameters, final Map<String, Object> provenance) {
                return new TrainedUNetModel(
                        new UNetModel(
                                request.name(),
                                architecture,
                                parameters,
                                normalization,
                                input.classNames(),
                                provenance,
                                input.pixelSize(),
                                Optional.empty(),
                                request.publication()));
            }
        };
    }
}
