package io.github.unetfiji.command;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import io.github.unetfiji.image.ObjectOutlines;
import io.github.unetfiji.image.PlaneSource;
import io.github.unetfiji.segment.InstanceStream;
import io.github.unetfiji.ui.ObjectTable;
import java.util.List;

/** Planes of ids that leave outlines behind while they pass, if these are asked for. */
final class ObjectPlanes implements PlaneSource, AutoCloseable {

    private final InstanceStream stream;
    private final ImagePlus image;
    private final List<String> classes;
    private final boolean outlined;
    private final ObjectOutlines outlines;

    private int next;

    /**
     * @param image that is segmented
     * @param classes names, background first
     * @param outlined whether outlines are wanted
     */
    ObjectPlanes(
            final InstanceStream stream,
            final ImagePlus image,
            final List<String> classes,
            final boolean outlined) {
        this.stream = stream;
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

    /** The outlines of the objects so far. */
    List<Roi> rois() {
        return outlines.rois();
    }

    /** The objects so far. */
    ResultsTable table() {
        return ObjectTable.of(stream.found(), classes, image);
    }

    @Override
    public void close() {
        stream.close();
    }
}
