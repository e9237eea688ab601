package io.github.unetfiji.batch;

import ij.IJ;
import io.github.unetfiji.engine.ComputeDevice;
import io.github.unetfiji.engine.DeviceChoice;
import io.github.unetfiji.engine.DeviceMemory;
import io.github.unetfiji.model.ModelPackage;
import io.github.unetfiji.model.UNetModel;
import io.github.unetfiji.network.Precision;
import io.github.unetfiji.segment.Averaging;
import io.github.unetfiji.segment.Segmenter;
import io.github.unetfiji.segment.TileSize;
import java.nio.file.Path;

/** The keys that say which model runs, and how. */
public record ModelKeys(
        Path file, int tile, String device, String precision, String averaging, String scale) {

    /** What the network computes with. */
    public Precision computing() {
        return ComputeDevice.of(device).precision(precision);
    }

    /**
     * Reads the model and loads it on the device; the log says which one.
     *
     * @throws io.github.unetfiji.UNetException if one of them cannot be used
     */
    public OpenModel open() {
        return open(ModelPackage.read(file));
    }

    /** The same with the model of the file, that was read already. */
    public OpenModel open(final UNetModel model) {
        final DeviceChoice choice = DeviceChoice.of(device);
        IJ.log(choice.sentence());
        final ComputeDevice place = choice.device();
        return new OpenModel(
                model,
                Segmenter.of(
                        model,
                        place,
                        computing(),
                        TileSize.within(tile, DeviceMemory.free(place)),
                        Averaging.of(averaging)),
                scale);
    }
}
