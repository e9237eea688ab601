package io.github.unetfiji.segment;

import io.github.unetfiji.tiling.AxisGeometry;

/**
 * Pixels of an axis that a network must see, so that its result for some of them is that of the whole image.
 *
 * @param first px
 * @param length px
 */
record Span(int first, int length) {

    /**
     * The pixels around some of an image.
     *
     * <p>NB: the max pooling has a phase, so a part must begin in the same phase as the whole image; and end in it, since turned
     * versions begin at the end.
     *
     * @param first wanted, px of the image
     * @param wanted number of px of the image
     * @param scale px of the network's input for one of the image
     * @param most px of the network's input
     */
    static Span around(
            final int first,
            final int wanted,
            final double scale,
            final AxisGeometry axis,
            final int most) {
        final int margin = margin(scale, axis);
        final int start = aligned((int) (first * scale) - margin, axis);
        final int last = (int) Math.ceil((first + wanted) * scale) + margin;
        final int end = most - aligned(most - last, axis);
        return axis.isPadded() ? longEnough(start, end, axis, most) : new Span(start, end - start);
    }

    private static int aligned(final int position, final AxisGeometry axis) {
        return Math.max(0, position) / axis.alignment() * axis.alignment();
    }

    /** The halo of the network, rounded up to the pooling grid, and the reach of the resampling. */
    private static int margin(final double scale, final AxisGeometry axis) {
        return axis.halo() + axis.alignment() + (int) Math.ceil(Math.max(1, scale)) + 1;
    }

    /** NB: a part that is smaller than the smallest tile would be mirrored where the image goes on. */
    private static Span longEnough(
            final int start, final int end, final AxisGeometry axis, final int most) {
        final int least = axis.smallestInput();
        final int longer = Math.min(most, Math.max(end, start + least));
        final int begin = longer - start < least ? aligned(longer - least, axis) : start;
        return new Span(begin, longer - begin);
    }
}
