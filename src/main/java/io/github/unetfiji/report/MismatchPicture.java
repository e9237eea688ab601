package io.github.unetfiji.report;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import io.github.unetfiji.Progress;
import io.github.unetfiji.evaluate.MismatchMap;
import io.github.unetfiji.evaluate.WarpingError.MismatchCounts;
import io.github.unetfiji.evaluate.WarpingError.MismatchKind;
import io.github.unetfiji.labels.LabelMap;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * Draws the mistakes of a prediction in colours over the dimmed image: faintly the pixels that differ at a threshold,
 * and the mistakes in topology ({@link MismatchMap}), which are often single pixels, as
 * spots with a white rim in the colours of {@link MismatchColor}.
 *
 * <p>It can be read without colour, too: discs are splits and mergers, squares whole cells, diamonds
 * holes; in the middle of a spot are the pixels of the mistake, black where the prediction has membrane (a split),
 * white where it has cell (a merger).
 *
 * <p>Slices are drawn one by one; a picture of one slice holds one slice. Immutable, thread-safe.
 */
public final class MismatchPicture {

    /** Spots grow with the picture: of 512 px they have a radius of 4 px. */
    private static final int SIDE_PER_RADIUS = 128;

    private static final int LEAST_RADIUS = 2;
    private static final int WHITE = 0xffffff;
    private static final int BLACK = 0;

    /** Gray values 0..255 become 0..191, so that colours stand out. */
    private static final double DIMMED = 0.75;

    /** Opacity of the colour of a pixel that differs. */
    private static final double FAINT = 0.65;

    private final double threshold;
    private final int radius;

    private MismatchPicture(final double threshold, final int radius) {
        this.threshold = threshold;
        this.radius = radius;
    }

    /** The picture of a slice, and the number of its mistakes. */
    public record Drawn(ColorProcessor picture, MismatchCounts mistakes) {

        /** The mistakes in words: {@code 2 splits, 0 mergers, ..}. */
        public String caption() {
            return Arrays.stream(MismatchColor.values())
                    .filter(MismatchColor::isMistake)
                    .map(color -> color.count(mistakes))
                    .collect(Collectors.joining(", "));
        }
    }

    /**
     * Pictures at a threshold.
     *
     * @param threshold a pixel with a probability above it, strictly, is cell
     * @param radius distance, px, within which a cell must fall apart to count as split ({@link
     *     io.github.unetfiji.evaluate.EvaluationSettings#radius()})
     */
    public static MismatchPicture at(final double threshold, final int radius) {
        return new MismatchPicture(threshold, radius);
    }

    /**
     * Draws a stack; its slices are labelled with the numbers of mistakes, its overlay is a legend.
     *
     * @param slices number of slices, at least 1
     * @param source gives a slice, from 0; called once for each, in order
     * @throws io.github.unetfiji.CancelledException if the user asked to stop
     */
    public ImagePlus stack(
            final String title,
            final int slices,
            final IntFunction<ComparedSlice> source,
            final Progress progress) {
        ImageStack stack = null;
        for (int z = 0; z < slices; z++) {
            progress.checkCancelled();
            final Drawn drawn = slice(source.apply(z));
            if (stack == null) {
                stack = new ImageStack(drawn.picture.getWidth(), drawn.picture.getHeight());
            }
            stack.addSlice(drawn.caption(), drawn.picture);
            progress.report(z + 1, slices, "Drawing mistakes");
        }
        final ImagePlus image = new ImagePlus(title, stack);
        MismatchLegend.fitting(image.getWidth(), image.getHeight()).ifPresent(image::setOverlay);
        return image;
    }

    /** Draws a slice. */
    public Drawn slice(final ComparedSlice slice) {
        final boolean[] truth = cells(slice.truth());
        final boolean[] proposal = slice.prediction().above(threshold);
        final MismatchMap mistakes = MismatchMap.of(truth, slice.prediction(), threshold, radius);
        final int[] pixels = dimmed(slice.gray());
        tint(pixels, truth, proposal);
        final int width = slice.truth().width();
        final ColorProcessor picture = new ColorProcessor(width, slice.truth().height(), pixels);
        final MismatchColor[] colors = colors(mistakes, pixels.length);
        final SpotPainter spots = new SpotPainter(picture, spotRadius(picture));
        for (final MismatchColor color : MismatchColor.MISTAKES) {
            spots.draw(i -> colors[i] == color, color.shape(), color.rgb());
        }
        for (int i = 0; i < pixels.length; i++) {
            if (colors[i] != null) {
                pixels[i] = proposal[i] ? WHITE : BLACK;
            }
        }
        return new Drawn(picture, mistakes.error().mistakes());
    }

    private static int spotRadius(final ColorProcessor picture) {
        final int side = Math.min(picture.getWidth(), picture.getHeight());
        return Math.max(LEAST_RADIUS, side / SIDE_PER_RADIUS);
    }

    private static boolean[] cells(final LabelMap truth) {
        final boolean[] cells = new boolean[truth.labels().length];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = truth.labels()[i] > 0;
        }
        return cells;
    }

    private static MismatchColor[] colors(final MismatchMap mistakes, final int pixels) {
        final MismatchColor[] colors = new MismatchColor[pixels];
        for (int i = 0; i < pixels; i++) {
            final Optional<MismatchKind> kind = mistakes.kind(i);
            colors[i] = kind.map(MismatchColor::of).orElse(null);
        }
        return colors;
    }

    private static int[] dimmed(final ByteProcessor gray) {
        final int[] pixels = new int[gray.getPixelCount()];
        for (int i = 0; i < pixels.length; i++) {
            final int value = (int) (DIMMED * gray.get(i));
            pixels[i] = value << 16 | value << 8 | value;
        }
        return pixels;
    }

    private static void tint(final int[] pixels, final boolean[] truth, final boolean[] proposal) {
        for (int i = 0; i < pixels.length; i++) {
            if (truth[i] != proposal[i]) {
                final MismatchColor color =
                        truth[i] ? MismatchColor.MISSED_PIXEL : MismatchColor.EXTRA_PIXEL;
                pixels[i] = mixed(pixels[i], color.rgb());
            }
        }
    }

    private static int mixed(final int under, final int over) {
        int mixed = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            final double low = (under >> shift & 0xff) * (1 - FAINT);
            mixed |= (int) Math.round(low + (over >> shift & 0xff) * FAINT) << shift;
        }
        return mixed;
    }
}
