package io.github.unetfiji.batch;

import ij.ImagePlus;
import io.github.unetfiji.Progress;
import io.github.unetfiji.batch.InstanceComparison.InstanceMetric;
import io.github.unetfiji.evaluate.PredictionKind;
import io.github.unetfiji.ij.SliceReader;
import io.github.unetfiji.report.ScoreColumns;
import io.github.unetfiji.report.ScoreTable.ScoreRow;
import io.github.unetfiji.stack.SliceSequence;
import io.github.unetfiji.text.Counted;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Compares predictions of one kind with their truths, and makes tables, plots, pictures and reports of the scores.
 *
 * <pre>{@code
 * Comparison<?, ?> comparison =
 *         ProbabilityComparison.builder().optReport(Path.of("errors.html"), false).build();
 * try (EvaluatedImages images = EvaluatedImages.ofFiles(Path.of("predictions"), Path.of("labels"))) {
 *     ComparisonResult result = comparison.compare(images, Progress.NONE, System.out::println);
 *     System.out.println(result.summary());
 * }
 * }</pre>
 *
 * <p>Images are opened one after the other, and their slices are evaluated by as many threads as memory allows. The result
 * does not depend on the number of threads.
 *
 * @param <P> what a slice of a prediction is read as
 * @param <S> the scores of a slice, or of slices together
 */
public abstract class Comparison<P, S> {

    private static final String STACK = "stack";
    private static final String ALL = "all";

    Comparison() {}

    /**
     * A finished comparison of slices.
     *
     * @param title of the prediction, or {@code all}
     * @param images that were evaluated
     * @param stacks their slices
     * @param slices scores of every slice, in order
     * @param together scores of all slices
     */
    record Compared<P, S>(
            String title,
            EvaluatedImages images,
            PairedStacks<P> stacks,
            List<S> slices,
            S together) {}

    /** All metrics of a kind of prediction, without plot, picture or report. */
    public static Comparison<?, ?> allOf(final PredictionKind kind) {
        return switch (kind) {
            case PROBABILITIES -> ProbabilityComparison.builder().build();
            case CLASSES -> new ClassComparison();
            case INSTANCES -> new InstanceComparison(EnumSet.allOf(InstanceMetric.class));
        };
    }

    /** Reads a prediction. */
    abstract SliceReader<P> read(ImagePlus prediction);

    /** Computes the scores of all slices, in order. */
    abstract List<S> scores(PairedStacks<P> stacks, Progress progress, Consumer<String> messages);

    /** The scores of several slices together. */
    abstract S together(List<S> slices);

    /** The numbers that were asked for, by the headings of their columns. */
    abstract Map<String, Double> columns(S scores);

    /**
     * Checks the images before the first slice is evaluated.
     *
     * @throws io.github.unetfiji.UNetException if these images cannot give what was asked for
     */
    void check(final PairedStacks<P> stacks) {}

    /** A plot of the scores over the thresholds; empty if there is one threshold, or no plot was asked for. */
    Optional<ImagePlus> curves(final Compared<P, S> compared) {
        return Optional.empty();
    }

    /** A picture of the mistakes; empty if none was asked for. */
    Optional<ImagePlus> mistakes(final Compared<P, S> compared, final Progress progress) {
        return Optional.empty();
    }

    /** One plain sentence about the prediction; empty if the scores say it all. */
    String verdict(final Compared<P, S> compared, final Progress progress) {
        return "";
    }

    /** Writes a report, and returns a sentence that says where it is; empty if no report was asked for. */
    Optional<String> report(final Compared<P, S> compared, final String verdict) {
        return Optional.empty();
    }

    /**
     * Compares all slices of all pairs. The pairs need not have the same width and height: the scores of all pairs together
     * sum their pixels, pairs of pixels, and cells; V_Rand and V_Info are means over the slices.
     *
     * @param images predictions and truths
     * @param progress told after every slice; cancels between two
     * @param messages takes sentences for the user about the images, such as how values were converted
     * @throws io.github.unetfiji.UNetException if a pair cannot be compared
     * @throws io.github.unetfiji.CancelledException if the user asked to stop
     */
    public final ComparisonResult compare(
            final EvaluatedImages images,
            final Progress progress,
            final Consumer<String> messages) {
        final PairedStacks<P> stacks = new PairedStacks<>(images.pairs(), this::read);
        check(stacks);
        stacks.remark().ifPresent(messages);
        final List<S> slices = scores(stacks, progress, messages);
        stacks.emptySlices().ifPresent(messages);
        final Compared<P, S> compared =
                new Compared<>(title(stacks), images, stacks, slices, together(slices));
        final String verdict = verdict(compared, progress);
        final List<String> sentences = new ArrayList<>();
        sentences.add(sentence(compared));
        if (!verdict.isEmpty()) {
            sentences.add(verdict);
        }
        report(compared, verdict).ifPresent(sentences::add);
        return new ComparisonResult(
                rows(compared),
                String.join("\n", sentences),
                curves(compared),
                mistakes(compared, progress));
    }

    private static String title(final PairedStacks<?> stacks) {
        return stacks.pairs().size() == 1 ? stacks.pairs().get(0).name() : ALL;
    }

    private String sentence(final Compared<P, S> compared) {
        final int pairs = compared.stacks().pairs().size();
        return String.format(
                Locale.ROOT,
                "Evaluation of %s, %s: %s.",
                pairs == 1 ? "'" + compared.title() + "'" : pairs + " predictions",
                Counted.of(compared.stacks().size(), "slice"),
                ScoreColumns.words(columns(compared.together())));
    }

    private List<ScoreRow> rows(final Compared<P, S> compared) {
        final PairedStacks<P> stacks = compared.stacks();
        final List<ScoreRow> rows = new ArrayList<>();
        for (int i = 0; i < stacks.pairs().size(); i++) {
            final String name = stacks.pairs().get(i).name();
            final SliceSequence.Span own = stacks.slices().span(i);
            for (int z = own.first(); z < own.end(); z++) {
                rows.add(new ScoreRow(name, stacks.number(z), columns(compared.slices().get(z))));
            }
            final List<S> scores = compared.slices().subList(own.first(), own.end());
            rows.add(new ScoreRow(name, STACK, columns(together(scores))));
        }
        if (stacks.pairs().size() > 1) {
            rows.add(new ScoreRow(ALL, STACK, columns(compared.together())));
        }
        return rows;
    }
}
