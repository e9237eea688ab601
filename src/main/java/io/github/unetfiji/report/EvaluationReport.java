package io.github.unetfiji.report;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.evaluate.Evaluation;
import io.github.unetfiji.evaluate.EvaluationSettings;
import io.github.unetfiji.file.AtomicFile;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The report of an evaluation, as one HTML file for people: the scores of every slice, curves, the worst slices as
 * pictures, the definitions of the scores, and facts about the model. Example:
 *
 * <pre>
 * EvaluationReport.builder(evaluation, settings)
 *         .setTitle("EM model on slices 19-20")
 *         .optFact("Image", "train-volume.tif")
 *         .optNames(List.of("19", "20"))
 *         .optPictures(z -&gt; new ComparedSlice(predictions.get(z), truths.get(z)))
 *         .optModel(ModelReport.of(model))
 *         .build()
 *         .write(Path.of("report.html"));
 * </pre>
 *
 * <p>The file contains its styles and pictures, has no scripts, and uses no network. Every text is escaped. It is
 * well-formed XML, too.
 *
 * <p>Slices are asked for one by one, and only the few that are shown. Immutable.
 */
public final class EvaluationReport {

    private static final int MOST_PICTURED = 20;

    private final Evaluation evaluation;
    private final EvaluationSettings settings;
    private final String title;
    private final List<Fact> facts;
    private final List<String> names;
    private final IntFunction<ComparedSlice> source;
    private final int pictured;
    private final Measure order;
    private final boolean paper;
    private final String verdict;
    private final String model;
    private final Instant date;

    private EvaluationReport(final Builder builder) {
        evaluation = builder.evaluation;
        settings = builder.settings;
        title = builder.title;
        facts = List.copyOf(builder.facts);
        names = List.copyOf(builder.names);
        source = builder.source;
        pictured = builder.pictured;
        order = builder.order;
        paper = builder.paper;
        verdict = builder.verdict;
        model = builder.model;
        date = builder.date;
    }

    /** A fact about the images that were evaluated. */
    record Fact(String name, String value) {}

    /**
     * Starts a report.
     *
     * @param evaluation scores; its slices are called 1, 2 .. unless they are named
     * @param settings of the evaluation
     * @throws UNetException if it has no score: all thresholds are too high for the warping error, and nothing
     *     else was asked for
     */
    public static Builder builder(final Evaluation evaluation, final EvaluationSettings settings) {
        return new Builder(evaluation, settings);
    }

    /**
     * Writes the file; an existing one is replaced only when the new one is complete.
     *
     * @throws UNetException if it cannot be written; nothing is left behind
     */
    public void write(final Path file) {
        AtomicFile.write(file, this::writeTo);
    }

    private void writeTo(final Path file) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            new ReportPage(this).render(writer);
        }
    }

    Evaluation evaluation() {
        return evaluation;
    }

    EvaluationSettings settings() {
        return settings;
    }

    String title() {
        return title;
    }

    List<Fact> facts() {
        return facts;
    }

    /** The name of a slice, from 0. */
    String name(final int slice) {
        return names.get(slice);
    }

    /** Gives the slices for pictures; empty if there are to be none. */
    Optional<IntFunction<ComparedSlice>> source() {
        return Optional.ofNullable(source);
    }

    /** The measure by which the worst slices are chosen. */
    Measure order() {
        return order;
    }

    /** The indices of the slices that are shown, the worst first; slices without a score come last. */
    List<Integer> worst() {
        final Comparator<Integer> byError =
                Comparator.comparingDouble(
                        z -> {
                            final double error = order.error(evaluation.slices().get(z)).value();
                            return Double.isNaN(error) ? Double.POSITIVE_INFINITY : -error;
                        });
        return IntStream.range(0, evaluation.slices().size())
                .boxed()
                .sorted(byError)
                .limit(pictured)
                .toList();
    }

    /** Whether the values of the paper are shown beside. */
    boolean paper() {
        return paper;
    }

    /** One sentence about the prediction; empty if it was not set. */
    String verdict() {
        return verdict;
    }

    /** Facts about the model, {@code name: value} a line; empty if there are none. */
    String model() {
        return model;
    }

    Instant date() {
        return date;
    }

    /** Collects the contents of a report. */
    public static final class Builder {

        private final Evaluation evaluation;
        private final EvaluationSettings settings;
        private final List<Fact> facts = new ArrayList<>();
        private String title;
        private List<String> names;
        private IntFunction<ComparedSlice> source;
        private int pictured = 3;
        private Measure order;
        private boolean paper;
        private String verdict = "";
        private String model = "";
        private Instant date = Instant.now();

        private Builder(final Evaluation evaluation, final EvaluationSettings settings) {
            this.evaluation = evaluation;
            this.settings = settings;
            final List<Measure> known = Measure.of(evaluation.stack());
            if (known.isEmpty()) {
                throw new UNetException(
                        "The evaluation has no number to report: the warping error is looked for at"
                                + " thresholds up to "
                                + settings.warpingLast()
                                + ", but none of the thresholds is so low.");
            }
            order = Verdict.order(known);
            names =
                    IntStream.rangeClosed(1, evaluation.slices().size())
                            .mapToObj(Integer::toString)
                            .toList();
        }

        /** The heading. Required. */
        public Builder setTitle(final String text) {
            title = text;
            return this;
        }

        /**
         * Adds a fact about the images that were evaluated, such as {@code "Image"}, {@code "train-volume.tif"}.
         * Facts are shown in the order in which they are added.
         */
        public Builder optFact(final String name, final String value) {
            facts.add(new Fact(name, value));
            return this;
        }

        /**
         * Names for the slices; default 1, 2 ..
         *
         * @throws UNetException if there are not as many as slices
         */
        public Builder optNames(final List<String> slices) {
            if (slices.size() != evaluation.slices().size()) {
                throw new UNetException(
                        String.format(
                                Locale.ROOT,
                                "The report has %d names for %d slices; every slice must have one.",
                                slices.size(),
                                evaluation.slices().size()));
            }
            names = List.copyOf(slices);
            return this;
        }

        /**
         * Shows the worst slices as pictures; without this there are none.
         *
         * @param slices gives a slice, from 0; called once for each slice that is shown, while the file is written
         */
        public Builder optPictures(final IntFunction<ComparedSlice> slices) {
            source = slices;
            return this;
        }

        /**
         * The number of slices that are shown, and the measure by which the worst are chosen; default 3, by the Rand
         * error if it was evaluated, otherwise by the first measure that was.
         *
         * @param number 1 .. 20
         * @throws UNetException if the number is not in this range, or the measure was not evaluated
         */
        public Builder optWorst(final int number, final Measure by) {
            if (number < 1 || number > MOST_PICTURED) {
                throw new UNetException(
                        "The report cannot show "
                                + number
                                + " slices; allowed are 1 to "
                                + MOST_PICTURED
                                + ".");
            }
            if (!by.isKnown(evaluation.stack())) {
                throw new UNetException(
                        "The worst slices cannot be found by "
                                + by
                                + ", which was not evaluated; allowed are "
                                + Measure.of(evaluation.stack())
                                + ".");
            }
            pictured = number;
            order = by;
            return this;
        }

        /**
         * Shows the errors that Ronneberger et al. 2015 published beside the others, with the note that they are of
         * other data.
         */
        public Builder optPaper() {
            paper = true;
            return this;
        }

        /** One plain sentence about the prediction; {@link Verdict#sentence} makes it. */
        public Builder optVerdict(final String sentence) {
            verdict = sentence;
            return this;
        }

        /**
         * Facts about the model and its origin.
         *
         * @param lines one fact a line, {@code name: value}, as {@link
         *     io.github.unetfiji.model.ModelReport} gives them
         */
        public Builder optModel(final String lines) {
            model = lines;
            return this;
        }

        /** When the evaluation was made; default now. */
        public Builder optDate(final Instant instant) {
            date = instant;
            return this;
        }

        /**
         * @throws UNetException if there is no title
         */
        public EvaluationReport build() {
            if (title == null || title.isBlank()) {
                throw new UNetException("The report has no title; it must have one.");
            }
            return new EvaluationReport(this);
        }
    }
}
