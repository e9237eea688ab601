package io.github.unetfiji.report;

import io.github.unetfiji.evaluate.WarpingError.MismatchCounts;
import io.github.unetfiji.evaluate.WarpingError.MismatchKind;
import io.github.unetfiji.report.SpotPainter.SpotShape;
import java.awt.Color;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * The colours of a {@link MismatchPicture}: the palette of Okabe and Ito (Color Universal Design,
 * 2008). Vermilion and orange: the prediction has membrane (background) where the truth has cell; blue:
 * the reverse.
 */
enum MismatchColor {
    /** Membrane cuts a cell. */
    SPLIT(0xd55e00, "split", "splits", MismatchCounts::splits),
    /** Membrane is missing between cells. */
    MERGER(0x0072b2, "merger", "mergers", MismatchCounts::mergers),
    /** A cell of the truth that is not in the prediction. */
    MISSING(0xcc79a7, "missing cell", "missing cells", MismatchCounts::objectDeletions),
    /** A cell of the prediction that is not in the truth. */
    EXTRA(0x009e73, "extra cell", "extra cells", MismatchCounts::objectAdditions),
    /** A hole in a cell that is not in the truth, or not in the prediction. */
    HOLE(0xf0e442, "hole", "holes", counts -> counts.holeAdditions() + counts.holeDeletions()),
    /** A pixel of cell that is not in the prediction, but breaks no cell. */
    MISSED_PIXEL(0xe69f00, "cell pixel missed", "cell pixels missed", counts -> 0),
    /** A pixel of cell that is not in the truth, but joins no cells. */
    EXTRA_PIXEL(0x56b4e9, "cell pixel extra", "cell pixels extra", counts -> 0);

    /** The mistakes in topology; the most important are last, so that they are drawn above the others. */
    static final List<MismatchColor> MISTAKES = List.of(HOLE, EXTRA, MISSING, MERGER, SPLIT);

    private final int rgb;
    private final String one;
    private final String many;
    private final ToLongFunction<MismatchCounts> count;

    MismatchColor(
            final int rgb,
            final String one,
            final String many,
            final ToLongFunction<MismatchCounts> count) {
        this.rgb = rgb;
        this.one = one;
        this.many = many;
        this.count = count;
    }

    /** The colour of a mistake in topology. */
    static MismatchColor of(final MismatchKind kind) {
        return switch (kind) {
            case SPLIT -> SPLIT;
            case MERGER -> MERGER;
            case OBJECT_DELETION -> MISSING;
            case OBJECT_ADDITION -> EXTRA;
            case HOLE_ADDITION, HOLE_DELETION -> HOLE;
        };
    }

    Color color() {
        return new Color(rgb);
    }

    /**
     * The colour of the mismatching pixels in the middle of a spot, which shows the prediction there: black =
     * membrane, white = cell. Holes have both.
     */
    Optional<Color> core() {
        return switch (this) {
            case SPLIT, MISSING -> Optional.of(Color.BLACK);
            case MERGER, EXTRA -> Optional.of(Color.WHITE);
            default -> Optional.empty();
        };
    }

    /** The shape of its spots; a single pixel is a square. */
    SpotShape shape() {
        return switch (this) {
            case SPLIT, MERGER -> SpotShape.DISC;
            case HOLE -> SpotShape.DIAMOND;
            default -> SpotShape.SQUARE;
        };
    }

    int rgb() {
        return rgb;
    }

    /** The name for a legend. */
    String label() {
        return many;
    }

    /** Whether it marks a mistake in topology, not a pixel. */
    boolean isMistake() {
        return MISTAKES.contains(this);
    }

    /** How many there are, in words: {@code 2 splits}. */
    String count(final MismatchCounts counts) {
        final long number = count.applyAsLong(counts);
        return number + " " + (number == 1 ? one : many);
    }
}
