package io.github.unetfiji.training;

import static io.github.unetfiji.network.Architecture.FEATURES;
import static io.github.unetfiji.training.TrainingKeys.EVERY;
import static io.github.unetfiji.training.TrainingKeys.ITERATIONS;
import static io.github.unetfiji.training.TrainingKeys.PATCH;
import static io.github.unetfiji.training.TrainingKeys.RATE;
import static io.github.unetfiji.training.TrainingKeys.SEED;
import static io.github.unetfiji.training.TrainingKeys.VALIDATION;

import io.github.unetfiji.Progress;
import io.github.unetfiji.augment.AnnotatedPlane;
import io.github.unetfiji.augment.AugmentedSample;
import io.github.unetfiji.dataset.AnnotatedImage;
import io.github.unetfiji.dataset.Annotations;
import io.github.unetfiji.dataset.LabelSource;
import io.github.unetfiji.dataset.LearningSlices;
import io.github.unetfiji.dataset.TestLabels;
import io.github.unetfiji.dataset.TrainingData;
import io.github.unetfiji.engine.ComputeDevice;
import io.github.unetfiji.engine.Network;
import io.github.unetfiji.evaluate.ChallengeScores;
import io.github.unetfiji.evaluate.Evaluation;
import io.github.unetfiji.evaluate.EvaluationSettings;
import io.github.unetfiji.evaluate.Metric;
import io.github.unetfiji.evaluate.PairCounts.PairConvention;
import io.github.unetfiji.evaluate.ProbabilityMap;
import io.github.unetfiji.ij.ImageFiles;
import io.github.unetfiji.ij.ImagePlusLabels;
import io.github.unetfiji.ij.ImagePlusSlices;
import io.github.unetfiji.ij.Slices;
import io.github.unetfiji.labels.LabelMap;
import io.github.unetfiji.network.Parameters;
import io.github.unetfiji.network.Precision;
import io.github.unetfiji.network.Tensor;
import io.github.unetfiji.optimize.ParameterAverage;
import io.github.unetfiji.optimize.PatchLearner;
import io.github.unetfiji.phantom.Phantom;
import io.github.unetfiji.phantom.PhantomSettings;
import io.github.unetfiji.stack.Normalization;
import io.github.unetfiji.stack.NormalizedSlices;
import io.github.unetfiji.stack.SliceSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which iteration should be taken as the best? Writes for every validation of a training what could decide it (loss, IoU),
 * and what is wanted: the pixel error (1 - max F over the thresholds) and the Rand error of the held-out slices, and of two
 * slices more that decide nothing. The last four slices are not trained on: the last two decide, those before are the two
 * more. {@link BestIterationTable} makes the table of what each criterion would have picked.
 *
 * <pre>
 * mvn -q -B test-compile exec:exec -Dexec.executable=java -Dexec.classpathScope=test \
 *     "-Dexec.args=-cp %classpath io.github.unetfiji.training.BestIterationDemo FOLDER|phantom PATCH ITERATIONS EVERY SEED LOOKS.csv"
 * </pre>
 *
 * FOLDER holds the stacks of macros/isbi2012.ijm.
 */
final class BestIterationDemo {

    private static final int JUDGED = 4;
    private static final int DECIDING = 2;

    /** The moving average that is looked at, too: its memory is about 50 iterations. */
    private static final double DECAY = 0.98;

    private final AnnotatedImage all;
    private final TrainingSettings settings;
    private final String run;
    private final Path table;

    private BestIterationDemo(
            final AnnotatedImage all,
            final TrainingSettings settings,
            final String run,
            final Path table) {
        this.all = all;
        this.settings = settings;
        this.run = run;
        this.table = table;
    }

    public static void main(final String[] args) throws IOException {
        final AnnotatedImage image = args[0].equals("phantom") ? phantom() : challenge(args[0]);
        final int slices = image.image().slices();
        final TrainingSettings settings =
                TrainingSettings.builder()
                        .with(FEATURES, 16)
                        .with(RATE, 1e-3)
                        .with(PATCH, Integer.parseInt(args[1]))
                        .with(ITERATIONS, Integer.parseInt(args[2]))
                        .with(EVERY, Integer.parseInt(args[3]))
                        .with(SEED, Long.parseLong(args[4]))
                        .optPrecision(Precision.BFLOAT16)
                        .with(VALIDATION, slices - DECIDING + 1 + "-" + slices)
                        .build();
        new BestIterationDemo(image, settings, image.name() + "," + args[4], Path.of(args[5]))
                .run();
    }

    private static AnnotatedImage challenge(final String folder) {
        return new AnnotatedImage(
                "isbi",
                ImagePlusSlices.of(ImageFiles.open(Path.of(folder, "train-volume-01-20.tif"))),
                ImagePlusLabels.of(ImageFiles.open(Path.of(folder, "train-labels-01-20.tif"))));
    }

    private static AnnotatedImage phantom() {
        final PhantomSettings stack =
                PhantomSettings.builder()
                        .setWidth(512)
                        .setHeight(512)
                        .setSlices(12)
                        .setSeed(20)
                        .build();
        final float[][] image = new float[stack.slices()][];
        final int[][] labels = new int[stack.slices()][];
        for (int z = 0; z < stack.slices(); z++) {
            final byte[] gray = Phantom.of(stack).slice(z).image();
            final byte[] mask = Phantom.of(stack).slice(z).labels();
            image[z] = new float[gray.length];
            labels[z] = new int[gray.length];
            for (int i = 0; i < gray.length; i++) {
                image[z][i] = gray[i] & 0xff;
                labels[z][i] = mask[i] & 0xff;
            }
        }
        return new AnnotatedImage(
                "phantom", Slices.gray(512, 512, image), new TestLabels(512, 512, labels));
    }

    private void run() throws IOException {
        if (Files.notExists(table)) {
            Files.writeString(
                    table,
                    "data,seed,weights,iteration,loss,iou,best_iou,pixel_error,rand_error,other_pixel_error,other_rand_error,other_loss\n");
        }
        final int slices = all.image().slices();
        final List<AnnotatedPlane> judged = judged(slices);
        final AnnotatedImage learned =
                new AnnotatedImage(
                        all.name(),
                        all.image(),
                        new Without((LabelSource) all.annotations(), slices - JUDGED, DECIDING));
        Training.of("demo", List.of(learned), settings)
                .optTune(false)
                .optLearners((network, step) -> new Looking((Network) network, step, judged))
                .run();
    }

    private List<AnnotatedPlane> judged(final int slices) {
        final List<AnnotatedImage> images = List.of(all);
        final List<SliceSource> sources = List.of(all.image());
        final Annotations annotations =
                Annotations.toLearnFrom(images, settings.kind(), settings.rim(), warning -> {});
        final Normalization normalization =
                NormalizedSlices.fit(settings.normalization(), sources, Progress.NONE);
        return TrainingData.of(
                        new LearningSlices(
                                images,
                                annotations,
                                normalization,
                                annotations.heldOut(slices - JUDGED + 1 + "-" + slices),
                                settings.balance(),
                                settings.weightMap(),
                                Progress.NONE),
                        Progress.NONE)
                .validation();
    }

    /** Labels with some slices that are not annotated. */
    private record Without(LabelSource labels, int first, int count) implements LabelSource {

        @Override
        public int width() {
            return labels.width();
        }

        @Override
        public int height() {
            return labels.height();
        }

        @Override
        public int slices() {
            return labels.slices();
        }

        @Override
        public LabelMap slice(final int index) {
            return index < first || index >= first + count
                    ? labels.slice(index)
                    : LabelMap.of(new int[width() * height()], width(), height());
        }
    }

    /** Learns, and looks at the judged slices as often as the training does. */
    private final class Looking implements PatchLearner {

        private final Network network;
        private final PatchLearner step;
        private final List<AnnotatedPlane> judged;
        private final ParameterAverage average;

        Looking(final Network network, final PatchLearner step, final List<AnnotatedPlane> judged) {
            this.network = network;
            this.step = step;
            this.judged = judged;
            average = new ParameterAverage(DECAY, network.arrays());
        }

        @Override
        public double learn(final int iteration, final AugmentedSample sample, final double rate) {
            final double loss = step.learn(iteration, sample, rate);
            average.update(network.arrays(), iteration);
            if (iteration % settings.every() == 0) {
                look(network, "last", iteration);
                if (iteration % (2 * settings.every()) != 0) {
                    return loss;
                }
                try (Network mean =
                        Network.forInference(
                                network.architecture(),
                                Parameters.of(network.architecture(), average.tensors()),
                                ComputeDevice.CPU,
                                network.precision())) {
                    look(mean, "mean", iteration);
                }
            }
            return loss;
        }

        private void look(final Network looked, final String weights, final int iteration) {
            final Judgement deciding = judge(looked, judged.subList(DECIDING, JUDGED));
            final Judgement other = judge(looked, judged.subList(0, DECIDING));
            final String line =
                    String.format(
                            Locale.ROOT,
                            "%s,%s,%d,%.6f,%.6f,%.6f,%.6f,%.6f,%.6f,%.6f,%.6f%n",
                            run,
                            weights,
                            iteration,
                            deciding.result().loss(),
                            deciding.result().iou().stream()
                                    .mapToDouble(Double::doubleValue)
                                    .average()
                                    .orElseThrow(),
                            deciding.result().meanIou(),
                            deciding.pixelError(),
                            deciding.randError(),
                            other.pixelError(),
                            other.randError(),
                            other.result().loss());
            try {
                Files.writeString(table, line, StandardOpenOption.APPEND);
            } catch (final IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private Judgement judge(final Network looked, final List<AnnotatedPlane> slices) {
            final List<ProbabilityMap> prediction = new ArrayList<>();
            final ValidationResult result =
                    Validation.of(
                            looked,
                            slices,
                            Progress.NONE,
                            (i, probabilities) ->
                                    prediction.add(
                                            ProbabilityMap.foreground(
                                                    probabilities,
                                                    slices.get(i).width(),
                                                    slices.get(i).height())));
            final ChallengeScores scores =
                    Evaluation.of(
                                    prediction,
                                    slices.stream()
                                            .map(
                                                    slice ->
                                                            LabelMap.of(
                                                                    slice.labels(),
                                                                    slice.width(),
                                                                    slice.height()))
                                            .toList(),
                                    EvaluationSettings.builder()
                                            .optMetrics(EnumSet.of(Metric.PIXEL, Metric.RAND))
                                            .build(),
                                    Progress.NONE)
                            .stack();
            return new Judgement(
                    result,
                    scores.pixelError().value(),
                    scores.randError(PairConvention.N_SQUARED).value());
        }

        @Override
        public Map<String, Tensor> moments() {
            return step.moments();
        }

        @Override
        public Map<String, Tensor> average() {
            return step.average();
        }

        @Override
        public void restore(final Map<String, Tensor> moments, final Map<String, Tensor> averages) {
            step.restore(moments, averages);
        }

        @Override
        public void close() {
            average.close();
            step.close();
        }
    }

    private record Judgement(ValidationResult result, double pixelError, double randError) {}
}
