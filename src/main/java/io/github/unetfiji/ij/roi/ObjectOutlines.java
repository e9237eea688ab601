package io.github.unetfiji.ij.roi;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.plugin.filter.ThresholdToSelection;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import io.github.unetfiji.ij.LabelPixels;
import io.github.unetfiji.ij.StackLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The objects of a label map as ImageJ selections: one for each object and slice, at its position in the image,
 * named {@code <class>#<id>} - names and positions with which they can be trained on.
 */
public final class ObjectOutlines {

    private final ImagePlus image;
    private final IntFunction<String> names;
    private final List<Roi> rois = new ArrayList<>();

    /**
     * @param image that was segmented
     * @param names gives the name of the class of an object by its id; called when the objects of a slice are added
     */
    public ObjectOutlines(final ImagePlus image, final IntFunction<String> names) {
        this.image = image;
        this.names = names;
    }

    /**
     * Adds the objects of a slice.
     *
     * @param slice from 0
     * @param ids (y, x), 0 = background
     */
    public void add(final int slice, final int[] ids) {
        final int width = image.getWidth();
        final int[][] boxes = boxes(ids, width);
        for (int id = 1; id < boxes.length; id++) {
            if (boxes[id] != null) {
                final Roi roi = outline(ids, width, id, boxes[id]);
                roi.setName(names.apply(id) + "#" + id);
                place(roi, slice);
                rois.add(roi);
            }
        }
    }

    /** The selections so far. */
    public List<Roi> rois() {
        return List.copyOf(rois);
    }

    /** Left, top, right and bottom pixel of every object. */
    private static int[][] boxes(final int[] ids, final int width) {
        final int[][] boxes = new int[LabelPixels.largest(ids) + 1][];
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] > 0) {
                final int x = i % width;
                final int y = i / width;
                int[] box = boxes[ids[i]];
                if (box == null) {
                    box = new int[] {x, y, x, y};
                    boxes[ids[i]] = box;
                }
                box[0] = Math.min(box[0], x);
                box[2] = Math.max(box[2], x);
                box[3] = y;
            }
        }
        return boxes;
    }

    private static Roi outline(final int[] ids, final int width, final int id, final int[] box) {
        final int w = box[2] - box[0] + 1;
        final int h = box[3] - box[1] + 1;
        final byte[] mask = new byte[w * h];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                mask[y * w + x] = (byte) (ids[(box[1] + y) * width + box[0] + x] == id ? 255 : 0);
            }
        }
        final ByteProcessor plane = new ByteProcessor(w, h, mask);
        plane.setThreshold(255, 255, ImageProcessor.NO_LUT_UPDATE);
        final Roi roi = new ThresholdToSelection().convert(plane);
        roi.setLocation(roi.getXBase() + box[0], roi.getYBase() + box[1]);
        return roi;
    }

    private void place(final Roi roi, final int slice) {
        final StackLayout layout = StackLayout.of(image);
        if (layout.channels() > 1 || (layout.depth() > 1 && layout.frames() > 1)) {
            roi.setPosition(0, layout.z(slice), layout.t(slice));
        } else if (layout.slices() > 1) {
            roi.setPosition(slice + 1);
        }
    }
}
