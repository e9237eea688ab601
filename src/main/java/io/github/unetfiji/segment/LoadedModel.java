package io.github.unetfiji.segment;

import io.github.unetfiji.model.SegmentationModel;
import io.github.unetfiji.stack.Normalizer;
import io.github.unetfiji.tiling.TileNetwork;

/** A model on a device. To be closed. */
interface LoadedModel extends AutoCloseable {

    /** The model. */
    SegmentationModel model();

    /** Its function of a tile; fails if it gives values that are not finite. */
    TileNetwork network();

    /** Memory of the device that it takes for each pixel of a tile, about. */
    long bytesPerPixel();

    /** Brings the intensities of an image to the scale that it needs. */
    Normalizer normalizer();

    /** What its channels mean. */
    ResultMeaning meaning();

    /**
     * Its results for whole slices.
     *
     * @param tiles puts the tiles of {@link #network} together
     */
    SliceClassifier slices(TiledInference tiles);

    @Override
    void close();
}
