package io.github.unetfiji.report;

import io.github.unetfiji.evaluate.ChallengeScores;
import io.github.unetfiji.evaluate.PairCounts.PairConvention;
import io.github.unetfiji.evaluate.ThresholdCurve;
import io.github.unetfiji.evaluate.ThresholdCurve.Score;
import io.github.unetfiji.evaluate.WarpingError;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The numbers that a report shows, what they mean, and where they were defined. */
public enum Measure {
    /** 1 - F of pixels. */
    PIXEL_ERROR(
            "Pixel error",
            "1 - max F of the pixels, F = harmonic mean of precision and recall, cell being positive;"
                    + " of the stack, from the pixels of all slices.",
            Source.CHALLENGE,
            0.0611,
            true,
            ChallengeScores::pixelError,
            scores -> errors(scores.pixels(), pixels -> 1 - pixels.fScore())),

    /** 1 - F of pairs of different pixels, on the foreground of the truth. */
    RAND_ERROR(
            "Rand error",
            "1 - max F of the pairs of two different pixels that lie in one cell, on the cells of the"
                    + " truth; of the stack, from the pairs of all slices.",
            Source.CHALLENGE,
            0.0382,
            true,
            scores -> scores.randError(PairConvention.N_CHOOSE_2),
            scores ->
                    errors(
                            scores.regions(),
                            regions -> 1 - regions.pairs().fScore(PairConvention.N_CHOOSE_2))),

    /** Mistakes in topology: pixels of splits and mergers. */
    WARPING_ERROR(
            "Warping error",
            "min (pixels of splits and mergers) / pixels, after the truth was warped onto the"
                    + " prediction without a change of its topology. A prediction without cells scores"
                    + " 0: see the mistakes of the other kinds beside it.",
            Source.WARPING,
            0.000353,
            true,
            ChallengeScores::warpingError,
            scores -> errors(scores.warping().upTo(scores.warpingLast()), WarpingError::value)),

    /** F of pairs after thinning. */
    V_RAND(
            "V_Rand",
            "max F of the pairs of pixels (n\u00b2) after the predicted membranes were thinned to lines;"
                    + " of the stack, of the mean over the slices. 1 is best.",
            Source.CROWDSOURCING,
            Double.NaN,
            false,
            ChallengeScores::vRand,
            scores -> errors(scores.thinned(), regions -> 1 - regions.vRand())),

    /** F of information after thinning. */
    V_INFO(
            "V_Info",
            "max F of the information, 2 I(S; T) / (H(S) + H(T)), after the same thinning; of the"
                    + " stack, of the mean over the slices. 1 is best.",
            Source.CROWDSOURCING,
            Double.NaN,
            false,
            ChallengeScores::vInfo,
            scores -> errors(scores.thinned(), regions -> 1 - regions.vInfo()));

    private final String label;
    private final String definition;
    private final Source source;
    private final double paper;
    private final boolean error;
    private final Function<ChallengeScores, Score> score;
    private final Function<ChallengeScores, ThresholdCurve<Double>> errors;

    Measure(
            final String label,
            final String definition,
            final Source source,
            final double paper,
            final boolean error,
            final Function<ChallengeScores, Score> score,
            final Function<ChallengeScores, ThresholdCurve<Double>> errors) {
        this.label = label;
        this.definition = definition;
        this.source = source;
        this.paper = paper;
        this.error = error;
        this.score = score;
        this.errors = errors;
    }

    /** Where a measure was defined. */
    enum Source {
        CHALLENGE(
                "ISBI 2012 EM segmentation challenge",
                "http://brainiac2.mit.edu/isbi_challenge/evaluation"),
        WARPING(
                "Jain et al. 2010; kinds of mistakes as the ISBI 2012 challenge counted them",
                "https://doi.org/10.1109/CVPR.2010.5539950"),
        CROWDSOURCING("Arganda-Carreras et al. 2015", "https://doi.org/10.3389/fnana.2015.00142");

        private final String name;
        private final String address;

        Source(final String name, final String address) {
            this.name = name;
            this.address = address;
        }

        String citation() {
            return name;
        }

        String address() {
            return address;
        }

        /** The address as it is printed: a DOI is known by its number. */
        String shown() {
            return address.replaceFirst("^https://doi.org/", "doi:");
        }
    }

    private static <T> ThresholdCurve<Double> errors(
            final ThresholdCurve<T> curve, final ToDoubleFunction<T> error) {
        return new ThresholdCurve<>(
                curve.points().stream()
                        .map(
                                point ->
                                        new ThresholdCurve.Point<>(
                                                point.threshold(),
                                                error.applyAsDouble(point.value())))
                        .toList());
    }

    /** The measures that were asked for. */
    static List<Measure> of(final ChallengeScores scores) {
        return Arrays.stream(values()).filter(measure -> measure.isKnown(scores)).toList();
    }

    boolean isKnown(final ChallengeScores scores) {
        return !errors.apply(scores).isEmpty();
    }

    /** The name in a heading. */
    public String label() {
        return label;
    }

    /** The name of the error: a measure of agreement is taken from 1. */
    String errorLabel() {
        return error ? label : "1 - " + label;
    }

    String definition() {
        return definition;
    }

    Source source() {
        return source;
    }

    /** The value of Ronneberger et al. 2015, table 1; NaN if they give none. */
    double paper() {
        return paper;
    }

    /** How many digits after the point its values have in a table: as many as in the paper. */
    int decimals() {
        return this == WARPING_ERROR ? 6 : 4;
    }

    /** The best value, as it is defined. */
    Score score(final ChallengeScores scores) {
        return score.apply(scores);
    }

    /** The same as an error: the less, the better. */
    Score error(final ChallengeScores scores) {
        return error ? score(scores) : score(scores).complement();
    }

    /** The error at every threshold at which it may be best. */
    ThresholdCurve<Double> errors(final ChallengeScores scores) {
        return errors.apply(scores);
    }
}
