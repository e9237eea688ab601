package io.github.unetfiji.segment;

import io.github.unetfiji.engine.Network;
import io.github.unetfiji.model.UNetModel;
import io.github.unetfiji.stack.Normalizer;
import io.github.unetfiji.tiling.TileNetwork;

/**
 * A U-Net of this program on a device.
 *
 * @param model it is of
 * @param unet closed with this
 */
record LoadedUNet(UNetModel model, Network unet) implements LoadedModel {

    /**
     * Loads a model.
     *
     * @throws io.github.unetfiji.UNetException if the tile size is not valid for the model, or the device cannot hold it
     */
    static LoadedUNet of(final UNetModel model, final SegmentationOptions options) {
        options.tile().ifPresent(model.architecture().tileGeometry()::checkInput);
        return new LoadedUNet(
                model,
                Network.forInference(
                        model.architecture(),
                        model.parameters(),
                        options.computingDevice(),
                        options.computingPrecision()));
    }

    @Override
    public TileNetwork network() {
        return new FiniteProbabilities(unet);
    }

    @Override
    public long bytesPerPixel() {
        return unet.architecture().inferenceBytesPerPixel(unet.precision());
    }

    @Override
    public Normalizer normalizer() {
        return model.normalization();
    }

    @Override
    public ResultMeaning meaning() {
        return new ClassProbabilities(model.classes(), model.postprocessing());
    }

    @Override
    public SliceClassifier slices(final TiledInference tiles) {
        return tiles;
    }

    @Override
    public void close() {
        unet.close();
    }
}
