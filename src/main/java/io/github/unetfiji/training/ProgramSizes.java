package io.github.unetfiji.training;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.augment.PatchShape;
import io.github.unetfiji.bioimageio.AxisSize;
import io.github.unetfiji.bioimageio.PackageDescription;
import io.github.unetfiji.bioimageio.TensorAxis;
import io.github.unetfiji.bioimageio.TensorDescription;
import io.github.unetfiji.segment.ProgramGeometry;
import io.github.unetfiji.tiling.AxisGeometry;
import io.github.unetfiji.tiling.TileGeometry;
import java.util.List;
import java.util.Locale;

/**
 * Which sizes a program of others takes, and which patches it learns from.
 *
 * @param x sizes along x
 * @param y sizes along y
 * @param halo px at each border of a tile that are dropped where it has a neighbour
 */
record ProgramSizes(AxisGeometry x, AxisGeometry y, int halo) {

    /** Side of the planned part of a patch that is learned from, px. */
    private static final int PLANNED = 256;

    /** Margin where the package tells no halo: px, and part of the smallest side. */
    private static final int MARGIN = 16;

    private static final int LEAST_PARTS = 8;

    /**
     * The sizes of a program.
     *
     * @throws UNetException if the output has another size than the input
     */
    static ProgramSizes of(final PackageDescription description) {
        final TensorDescription input = description.input();
        final TensorDescription output = description.outputs().get(0);
        final TensorAxis outX = axis(output, TensorAxis.Kind.X);
        final TensorAxis outY = axis(output, TensorAxis.Kind.Y);
        checkSameSize(axis(input, TensorAxis.Kind.X), outX);
        checkSameSize(axis(input, TensorAxis.Kind.Y), outY);
        final ProgramGeometry tiles = new ProgramGeometry(description);
        final TileGeometry bare = tiles.with(List.of(0, 0));
        final int stated = Math.max(outX.halo(), outY.halo());
        final int margin =
                stated > 0
                        ? stated
                        : Math.min(
                                MARGIN,
                                Math.min(mostMargin(bare.axis(0)), mostMargin(bare.axis(1))));
        final TileGeometry geometry = tiles.with(List.of(margin, margin));
        return new ProgramSizes(geometry.axis(0), geometry.axis(1), margin);
    }

    private static TensorAxis axis(final TensorDescription tensor, final TensorAxis.Kind kind) {
        return tensor.axis(kind)
                .orElseThrow(
                        () ->
                                new UNetException(
                                        String.format(
                                                Locale.ROOT,
                                                "The tensor '%s' has no axis %s, but only programs of"
                                                        + " planes can be trained.",
                                                tensor.id(),
                                                kind.name().toLowerCase(Locale.ROOT))));
    }

    private static void checkSameSize(final TensorAxis in, final TensorAxis out) {
        final boolean same =
                (out.size() instanceof AxisSize.Relative size
                                && size.factor() == 1
                                && size.offset() == 0)
                        || out.size() instanceof AxisSize.Unknown
                        || out.size().equals(in.size());
        if (!same) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "The output of the program has another size than its input along %s, but"
                                    + " only programs whose output has the size of the input can be"
                                    + " trained.",
                            in.id()));
        }
    }

    /** NB: tiles of a fixed size are moved by their alignment, so that all but this may be margin. */
    private static int mostMargin(final AxisGeometry axis) {
        return isFixed(axis)
                ? Math.min(
                        axis.smallestInput() / LEAST_PARTS,
                        (axis.smallestInput() - axis.alignment()) / 2)
                : axis.smallestInput() / LEAST_PARTS;
    }

    /** The tiles that slices are segmented with. */
    TileGeometry geometry() {
        return TileGeometry.of(x, y);
    }

    private static boolean isFixed(final AxisGeometry axis) {
        return axis.step() == 0;
    }

    /**
     * The width of the patches.
     *
     * @param asked side in px, 0 = planned
     * @param slices width and height of each image
     * @throws UNetException if the program does not take the side, or no slice is as large as the only size that it takes
     */
    int patch(final int asked, final List<int[]> slices) {
        if (slices.stream().noneMatch(this::fits)) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "The program takes only images of %s, but none of the slices to learn from"
                                    + " is that large.",
                            words()));
        }
        if (asked == 0) {
            final int side = slices.stream().mapToInt(s -> Math.min(s[0], s[1])).max().orElse(1);
            return isFixed(x) ? x.smallestInput() : atMost(Math.min(side, PLANNED + 2 * halo));
        }
        if (isFixed(x) || isFixed(y)) {
            if (asked != x.smallestInput() || asked != y.smallestInput()) {
                throw new UNetException(
                        String.format(
                                Locale.ROOT,
                                "patch is %d, but the program takes only images of %s: leave it out.",
                                asked,
                                words()));
            }
        }
        x.checkInput("patch", asked);
        y.checkInput("patch", asked);
        return asked;
    }

    private boolean fits(final int[] slice) {
        return (!isFixed(x) || slice[0] >= x.smallestInput())
                && (!isFixed(y) || slice[1] >= y.smallestInput());
    }

    private String words() {
        return (isFixed(x) ? x.smallestInput() : "any")
                + "x"
                + (isFixed(y) ? y.smallestInput() : "any")
                + " px";
    }

    private int atMost(final int side) {
        final int least = Math.max(x.smallestInput(), 2 * halo + 1);
        final int smallest = x.inputFor(least);
        return Math.max(smallest, side - Math.floorMod(side - x.smallestInput(), x.step()));
    }

    /** The smallest width that is at least this, if there is one. */
    int atLeast(final int width) {
        return isFixed(x) ? x.smallestInput() : x.inputFor(Math.max(width, 2 * halo + 1));
    }

    /** The next smaller width, or the same if there is none. */
    int smaller(final int width) {
        return isFixed(x) ? width : Math.min(width, atMost(width * 2 / 3));
    }

    /**
     * The patch of a width. It is learned from up to its borders: at the borders of an image the program pads, too, and what it
     * gives there is kept.
     */
    PatchShape shape(final int width) {
        final int height = isFixed(y) ? y.smallestInput() : y.inputFor(width);
        return new PatchShape(width, height, 0);
    }
}
