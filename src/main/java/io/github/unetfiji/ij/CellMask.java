package io.github.unetfiji.ij;

import ij.ImagePlus;
import ij.VirtualStack;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;

/**
 * A label image as a class map in which every cell is class 1: 1 where the label is above 0. Slices are converted
 * when they are read.
 */
public final class CellMask extends VirtualStack {

    private final ImagePlus labels;

    private CellMask(final ImagePlus labels) {
        super(labels.getWidth(), labels.getHeight(), labels.getStackSize());
        this.labels = labels;
    }

    /** The mask of a label image, with its dimensions. */
    public static ImagePlus of(final ImagePlus labels) {
        final ImagePlus mask = new ImagePlus();
        mask.setStack(labels.getTitle(), new CellMask(labels));
        mask.setDimensions(labels.getNChannels(), labels.getNSlices(), labels.getNFrames());
        mask.setCalibration(labels.getCalibration());
        return mask;
    }

    @Override
    public ImageProcessor getProcessor(final int n) {
        final int[] cells = ImagePlusLabels.of(labels).slice(n - 1).labels();
        final byte[] mask = new byte[cells.length];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = (byte) (cells[i] > 0 ? 1 : 0);
        }
        return new ByteProcessor(getWidth(), getHeight(), mask);
    }

    @Override
    public Object getPixels(final int n) {
        return getProcessor(n).getPixels();
    }

    @Override
    public String getSliceLabel(final int n) {
        return labels.getStack().getSliceLabel(n);
    }
}
