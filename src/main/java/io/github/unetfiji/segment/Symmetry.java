package io.github.unetfiji.segment;

/**
 * The eight ways in which a square can be laid onto itself: four rotations by 90 degrees and their
 * mirror images (the dihedral group of order 8). Exact on pixels, also of images that are no squares.
 *
 * <p>Each is a signed permutation matrix about the centre of the image, x to the right and y down: the
 * pixel (x, y) goes to (xx x + xy y, yx x + yy y), shifted so that the result begins at (0, 0).
 */
enum Symmetry {
    IDENTITY(1, 0, 0, 1),
    /** Clockwise on the screen. */
    QUARTER_TURN(0, -1, 1, 0),
    HALF_TURN(-1, 0, 0, -1),
    THREE_QUARTER_TURN(0, 1, -1, 0),
    /** Left becomes right. */
    MIRROR_X(-1, 0, 0, 1),
    /** Top becomes bottom. */
    MIRROR_Y(1, 0, 0, -1),
    TRANSPOSE(0, 1, 1, 0),
    ANTITRANSPOSE(0, -1, -1, 0);

    private final int xx;
    private final int xy;
    private final int yx;
    private final int yy;

    Symmetry(final int xx, final int xy, final int yx, final int yy) {
        this.xx = xx;
        this.xy = xy;
        this.yx = yx;
        this.yy = yy;
    }

    /** The symmetry that does what {@code first} does, and then what this one does. */
    Symmetry after(final Symmetry first) {
        return of(
                xx * first.xx + xy * first.yx,
                xx * first.xy + xy * first.yy,
                yx * first.xx + yy * first.yx,
                yx * first.xy + yy * first.yy);
    }

    /** The symmetry that undoes this one. */
    Symmetry inverse() {
        return of(xx, yx, xy, yy);
    }

    private static Symmetry of(final int xx, final int xy, final int yx, final int yy) {
        for (final Symmetry s : values()) {
            if (s.xx == xx && s.xy == xy && s.yx == yx && s.yy == yy) {
                return s;
            }
        }
        throw new IllegalArgumentException("no symmetry of the square");
    }

    /** Whether width and height change places. */
    boolean swapsSides() {
        return xx == 0;
    }

    /** Width of the result for an image of this size. */
    int width(final int width, final int height) {
        return swapsSides() ? height : width;
    }

    /** Height of the result for an image of this size. */
    int height(final int width, final int height) {
        return swapsSides() ? width : height;
    }

    /** Where the pixels of planes of this size go. */
    Mapping mapping(final int width, final int height) {
        final int newWidth = width(width, height);
        final int newHeight = height(width, height);
        // NB: the one of the two entries of a row that is not 0.
        final int left = xx + xy < 0 ? newWidth - 1 : 0;
        final int top = yx + yy < 0 ? newHeight - 1 : 0;
        return new Mapping(
                width, height, top * newWidth + left, yx * newWidth + xx, yy * newWidth + xy);
    }

    /**
     * Where the pixels of a plane go: index = start + x stepX + y stepY.
     *
     * @param width of the plane before, px
     * @param height of the plane before, px
     */
    record Mapping(int width, int height, int start, int stepX, int stepY) {

        /** Takes a pixel before and after; both are indices in (plane, y, x). */
        @FunctionalInterface
        interface Pair {
            void accept(int index, int turned);
        }

        /**
         * Transformed planes.
         *
         * @param planes (plane, y, x), x fastest; unchanged
         */
        float[] apply(final float[] planes) {
            final float[] result = new float[planes.length];
            forEach(planes.length, (i, turned) -> result[turned] = planes[i]);
            return result;
        }

        /**
         * Hands out all pixels of planes of this size, in order.
         *
         * @param length of all planes together
         */
        void forEach(final int length, final Pair pair) {
            final int size = width * height;
            for (int plane = 0; plane < length / size; plane++) {
                for (int y = 0; y < height; y++) {
                    int turned = plane * size + start + y * stepY;
                    final int row = plane * size + y * width;
                    for (int i = row; i < row + width; i++) {
                        pair.accept(i, turned);
                        turned += stepX;
                    }
                }
            }
        }
    }
}
