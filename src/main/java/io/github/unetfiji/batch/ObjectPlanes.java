package io.github.unetfiji.batch;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import io.github.unetfiji.ij.ObjectTable;
import io.github.unetfiji.ij.roi.ObjectOutlines;
import io.github.unetfiji.segment.InstanceStream;
import io.github.unetfiji.segment.Segmentation;
import io.github.unetfiji.stack.PlaneSource;
import java.util.List;

/**
 * The label maps of a segmentation in the order of the slices, and the outlines and the table of the objects on those that
 * were read. To be closed.
 */
public final class ObjectPlanes implements PlaneSource, AutoCloseable {

    private final InstanceStream stream;
    private final ImagePlus image;
    private final List<String> classes;
    private final boolean outlined;
    private final ObjectOutlines outlines;

    private int next;

    /**
     * Begins to compute.
     *
     * @param image that is segmented
     * @param classes names, background first
     * @param outlined whether outlines are wanted
     * @throws io.github.unetfiji.UNetException if Java's memory does not suffice for the objects of a slice
     */
    public ObjectPlanes(
            final Segmentation segmentation,
            final ImagePlus image,
            final List<String> classes,
            final boolean outlined) {
        stream = segmentation.streamInstances();
        this.image = image;
        this.classes = classes;
        this.outlined = outlined;
        outlines = new ObjectOutlines(image, id -> classes.get(stream.classOf(id)));
    }

    @Override
    public int width() {
        return stream.width();
    }

    @Override
    public int height() {
        return stream.height();
    }

    @Override
    public int slices() {
        return stream.slices();
    }

    @Override
    public int channels() {
        return stream.channels();
    }

    @Override
    public Object plane(final int slice, final int channel) {
        final int[] ids = (int[]) stream.plane(slice, channel);
        if (outlined && slice == next) {
            outlines.add(slice, ids);
            next++;
        }
        return ids;
    }

    /** The outlines of the objects so far; none if they are not wanted. */
    public List<Roi> rois() {
        return outlines.rois();
    }

    /** The objects so far. */
    public ResultsTable table() {
        return ObjectTable.of(stream.found(), classes, image);
    }

    @Override
    public void close() {
        stream.close();
    }
}
