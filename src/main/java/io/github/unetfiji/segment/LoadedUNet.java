package io.github.unetfiji.segment;

import io.github.unetfiji.Progress;
import io.github.unetfiji.engine.Network;
import io.github.unetfiji.model.UNetModel;
import io.github.unetfiji.stack.SliceSource;
import io.github.unetfiji.tiling.TileNetwork;
import java.util.List;

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
    public ResultMeaning meaning() {
        return new ClassProbabilities(model.classes(), model.postprocessing());
    }

    @Override
    public int factor() {
        return 1;
    }

    @Override
    public boolean isLocal() {
        return true;
    }

    @Override
    public List<String> notes() {
        return List.of();
    }

    @Override
    public SliceSource prepared(final SliceSource image, final Progress progress) {
        return model.normalization().normalized(image, progress);
    }

    @Override
    public SliceClassifier slices(
            final TiledInference tiles, final SliceSource prepared, final Progress progress) {
        return tiles;
    }

    @Override
    public void close() {
        unet.close();
    }
}
