package io.github.unetfiji.segment;

import io.github.unetfiji.Progress;
import io.github.unetfiji.model.SegmentationModel;
import io.github.unetfiji.stack.SliceSource;
import io.github.unetfiji.tiling.TileNetwork;
import java.util.List;

/** A model on a device. To be closed. */
interface LoadedModel extends AutoCloseable {

    /** The model. */
    SegmentationModel model();

    /** Its function of a tile; fails if it gives values that are not finite. */
    TileNetwork network();

    /** Memory of the device that it takes for each pixel of a tile, about. */
    long bytesPerPixel();

    /** What its channels mean. */
    ResultMeaning meaning();

    /** Pixels of the result for one of the image, along x and along y. */
    int factor();

    /** Whether the result at a place depends only on the surroundings that a tile has; otherwise on the whole slice. */
    boolean isLocal();

    /** Sentences for people on how it is used. */
    List<String> notes();

    /**
     * Brings the intensities of an image to the scale that it needs.
     *
     * @param progress told after every slice that must be read before
     */
    SliceSource prepared(SliceSource image, Progress progress);

    /**
     * Its results for the whole slices of an image.
     *
     * @param tiles puts the tiles of {@link #network} together
     * @param prepared the image
     * @param progress told after every slice that must be computed before the first one is known
     */
    SliceClassifier slices(TiledInference tiles, SliceSource prepared, Progress progress);

    @Override
    void close();
}
