package io.github.unetfiji.ij;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ImageProcessor;

/** What an open image probably is, so that a dialog can propose the right one. A guess, never a check. */
public enum ImageContent {
    /** What a microscope saw. */
    DATA,
    /** Labels, a mask, classes or objects: whole numbers, the same in most neighbours. */
    LABELS,
    /** What a model made of an image. */
    PREDICTION,
    /** A picture for people: a plot, a preview, mistakes in colours. */
    ILLUSTRATION;

    private static final String MARK = "io.github.unetfiji.look";

    /** Slices that are looked at until one has something other than 0. */
    private static final int SLICES = 5;

    /** Rows that are looked at in a slice. */
    private static final int ROWS = 64;

    /** Of the neighbours of pixels that are not 0 so many have the same value: in labels more, in data far fewer. */
    private static final double FLAT = 0.75;

    /** What probabilities of one pixel may miss of 1. */
    private static final double ROUNDING = 1e-3;

    /** Marks an image that a command made. */
    public ImagePlus mark(final ImagePlus image) {
        image.setProperty(MARK, this);
        return image;
    }

    /** Tells by the mark, or else by the pixels. */
    public static ImageContent of(final ImagePlus image) {
        return image.getProperty(MARK) instanceof ImageContent marked ? marked : byPixels(image);
    }

    /** Tells by the pixels alone: data, labels, or probabilities, which are a prediction. */
    public static ImageContent byPixels(final ImagePlus image) {
        if (image.getStackSize() == 0 || image.getType() == ImagePlus.COLOR_RGB) {
            return DATA;
        }
        if (isProbabilities(image)) {
            return PREDICTION;
        }
        return image.getNChannels() == 1 && isFlat(image) ? LABELS : DATA;
    }

    /** Whether the channels of the first slice are 32-bit, and 1 together. */
    private static boolean isProbabilities(final ImagePlus image) {
        final int channels = image.getNChannels();
        if (image.getType() != ImagePlus.GRAY32 || channels < 2) {
            return false;
        }
        final int row = image.getHeight() / 2;
        final double[] sums = new double[image.getWidth()];
        for (int c = 1; c <= channels; c++) {
            final ImageProcessor plane = image.getStack().getProcessor(c);
            for (int x = 0; x < sums.length; x++) {
                sums[x] += plane.getf(x, row);
            }
        }
        for (final double sum : sums) {
            if (!(Math.abs(sum - 1) < ROUNDING)) {
                return false;
            }
        }
        return true;
    }

    /** NB: of a virtual stack only the slice that is shown; no file is read for a guess. */
    private static boolean isFlat(final ImagePlus image) {
        final ImageStack stack = image.getStack();
        final int first = Math.max(1, image.getCurrentSlice());
        final int slices = stack.isVirtual() ? 1 : Math.min(SLICES, stack.getSize());
        for (int i = 0; i < slices; i++) {
            final int slice = (first - 1 + i * stack.getSize() / slices) % stack.getSize() + 1;
            final ImageProcessor plane =
                    stack.isVirtual() ? image.getProcessor() : stack.getProcessor(slice);
            final double flatness = flatness(plane);
            if (flatness >= 0) {
                return flatness >= FLAT;
            }
        }
        return false;
    }

    /** The share of pixels other than 0 whose right neighbour is the same; -1 without such, 0 if there are fractions. */
    private static double flatness(final ImageProcessor plane) {
        final int step = Math.max(1, plane.getHeight() / ROWS);
        long pairs = 0;
        long same = 0;
        for (int y = 0; y < plane.getHeight(); y += step) {
            for (int x = 0; x + 1 < plane.getWidth(); x++) {
                final float value = plane.getf(x, y);
                if (value != Math.rint(value) || value < 0) {
                    return 0;
                }
                if (value != 0) {
                    pairs++;
                    same += value == plane.getf(x + 1, y) ? 1 : 0;
                }
            }
        }
        return pairs == 0 ? -1 : (double) same / pairs;
    }
}
