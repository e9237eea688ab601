package io.github.unetfiji.batch;

import ij.IJ;
import ij.ImagePlus;
import io.github.unetfiji.Progress;
import io.github.unetfiji.evaluate.InstanceMetric;
import io.github.unetfiji.evaluate.PredictionKind;
import io.github.unetfiji.report.ScoreColumns;
import io.github.unetfiji.report.ScoreTable.ScoreRow;
import io.github.unetfiji.text.Counted;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Compares predictions of one kind with their truths.
 *
 * @param <P> what a slice of a prediction holds
 * @param <S> the scores of a slice, or of slices together
 */
public abstract class Comparison<P, S> {

    private static final String STACK = "stack";
    private static final String ALL = "all";

    /** Everything that there is to compare of a kind of prediction, without plot or picture. */
    public static Comparison<?, ?> allOf(final PredictionKind kind) {
        return switch (kind) {
            case PROBABILITIES -> ProbabilityComparison.ofAll();
            case CLASSES -> new ClassComparison();
            case INSTANCES -> new InstanceComparison(EnumSet.allOf(InstanceMetric.class));
        };
    }

    /** How a prediction is read. */
    abstract SliceStack<P> read(ImagePlus prediction);

    /** The scores of all slices, in order. */
    abstract List<S> scores(PairedStacks<P> stacks, Progress progress);

    /** The scores of slices together. */
    abstract S together(List<S> slices);

    /** The numbers that were asked for, by the headings of their columns. */
    abstract Map<String, Double> columns(S scores);

    /**
     * Before the first slice is evaluated.
     *
     * @throws io.github.unetfiji.UNetException if what was asked for cannot be had of these images
     */
    void check(final PairedStacks<P> stacks) {}

    /** The scores over the thresholds, if there are several and a plot was asked for. */
    Optional<ImagePlus> curves(final String title, final S scores) {
        return Optional.empty();
    }

    /** The mistakes, if a picture was asked for. */
    Optional<ImagePlus> picture(
            final String title,
            final PairedStacks<P> stacks,
            final S scores,
            final Progress progress) {
        return Optional.empty();
    }

    /** What the prediction is worth in one plain sentence; empty if its numbers say that. */
    String verdict(final PairedStacks<P> stacks, final S scores, final Progress progress) {
        return "";
    }

    /** Writes a report, if one was asked for; a sentence that says where it is. */
    Optional<String> report(
            final String title,
            final String verdict,
            final EvaluatedImages images,
            final PairedStacks<P> stacks,
            final List<S> slices,
            final S together) {
        return Optional.empty();
    }

    /**
     * Compares all slices of all pairs. Slices of several pairs need not have the same size: together
     * their pixels, pairs of pixels and cells are summed, and V_Rand and V_Info are means of slices.
     *
     * @throws io.github.unetfiji.UNetException if a pair cannot be compared
     * @throws io.github.unetfiji.CancelledException if the user asked to stop
     */
    public final ComparisonResult of(final EvaluatedImages images, final Progress progress) {
        final List<ImagePair> pairs = images.pairs();
        final PairedStacks<P> stacks = new PairedStacks<>(pairs, this::read);
        check(stacks);
        tell(stacks.remarks());
        final List<S> slices = scores(stacks, progress);
        if (stacks.empty() > 0) {
            IJ.log(
                    String.format(
                            Locale.ROOT,
                            "%d of %d slices of the truth hold no label, only 0: they count as"
                                    + " background.",
                            stacks.empty(),
                            stacks.size()));
        }
        final S all = together(slices);
        final String title = pairs.size() == 1 ? pairs.get(0).name() : ALL;
        final String verdict = verdict(stacks, all, progress);
        final List<String> sentences = new ArrayList<>();
        sentences.add(
                String.format(
                        Locale.ROOT,
                        "Evaluation of %s, %s: %s.",
                        pairs.size() == 1 ? "'" + title + "'" : pairs.size() + " predictions",
                        Counted.of(stacks.size(), "slice"),
                        ScoreColumns.words(columns(all))));
        if (!verdict.isEmpty()) {
            sentences.add(verdict);
        }
        report(title, verdict, images, stacks, slices, all).ifPresent(sentences::add);
        return new ComparisonResult(
                rows(stacks, slices),
                String.join("\n", sentences),
                curves(title, all),
                picture(title, stacks, all, progress));
    }

    private static void tell(final List<String> remarks) {
        if (!remarks.isEmpty()) {
            final int more = remarks.size() - 1;
            IJ.log(remarks.get(0) + (more == 0 ? "" : " So are " + more + " more."));
        }
    }

    private List<ScoreRow> rows(final PairedStacks<P> stacks, final List<S> slices) {
        final List<ScoreRow> rows = new ArrayList<>();
        final int pairs = stacks.pairs().size();
        for (int i = 0; i < pairs; i++) {
            final String name = stacks.pairs().get(i).name();
            final List<S> own = slices.subList(stacks.first(i), stacks.first(i + 1));
            for (int z = 0; z < own.size(); z++) {
                rows.add(
                        new ScoreRow(
                                name, stacks.number(stacks.first(i) + z), columns(own.get(z))));
            }
            rows.add(new ScoreRow(name, STACK, columns(together(own))));
        }
        if (pairs > 1) {
            rows.add(new ScoreRow(ALL, STACK, columns(together(slices))));
        }
        return rows;
    }
}
