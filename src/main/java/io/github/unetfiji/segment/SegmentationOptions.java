package io.github.unetfiji.segment;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.engine.ComputeDevice;
import io.github.unetfiji.model.Postprocessing;
import io.github.unetfiji.network.Precision;
import io.github.unetfiji.setting.Setting;
import io.github.unetfiji.setting.Settings;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How images are segmented. An option that is not given is the model's: the value that the model was tuned to, or else the
 * one that does least. The defaults are those of the dialog and of the macro commands. Immutable.
 *
 * <pre>
 * SegmentationOptions options =
 *         SegmentationOptions.builder().optAveraging(Averaging.DIHEDRAL).optSplit(Split.WATERSHED).build();
 * </pre>
 *
 * <p>The names by which macros and dialogs give them are declared in {@link SegmentationKeys}.
 *
 * @param scaling whether images are resampled to the model's pixel size
 * @param classThreshold a pixel is background unless the other classes together are more probable than this, 0..1; empty: the
 *     model's, or else the most probable class wins
 * @param objectThreshold pixels of objects are not background with a larger probability, 0..1; empty: the model's, or else 0.5
 * @param split how objects that touch are divided; empty: the model's, or else {@link Split#NONE}
 * @param neckHeight px of the image, above 0: a part of an object is divided from another where it is so much deeper than the
 *     neck between them; empty: the model's, or else 1
 * @param smallest pixels of the image that an object must have in a slice, 0 or more; empty: the model's, or else 0
 * @param link whether an object keeps its id from slice to slice
 * @param averaging over which versions of a slice the probabilities are averaged
 * @param tile input side of the network's tiles, px; empty: planned by the free memory
 * @param device that computes; empty: a GPU if one works, otherwise the processor
 * @param precision the network computes with; empty: bfloat16 on a GPU, float32 on the processor
 */
public record SegmentationOptions(
        Scaling scaling,
        OptionalDouble classThreshold,
        OptionalDouble objectThreshold,
        Optional<Split> split,
        OptionalDouble neckHeight,
        OptionalInt smallest,
        boolean link,
        Averaging averaging,
        OptionalInt tile,
        Optional<ComputeDevice> device,
        Optional<Precision> precision) {

    /** Nothing is given. */
    public static final SegmentationOptions DEFAULT = builder().build();

    /**
     * @throws UNetException if a number is out of its range
     */
    public SegmentationOptions {
        classThreshold.ifPresent(SegmentationKeys.THRESHOLD::check);
        objectThreshold.ifPresent(SegmentationKeys.THRESHOLD::check);
        neckHeight.ifPresent(InstanceSettings::checkHeight);
        smallest.ifPresent(SegmentationKeys.SMALLEST::check);
    }

    /** Starts options of which none is given. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The device that computes.
     *
     * @throws UNetException if none is given, and the engine cannot be loaded
     */
    public ComputeDevice computingDevice() {
        return device.orElseGet(() -> ComputeDevice.of("auto"));
    }

    /** The precision on {@link #computingDevice()}. */
    public Precision computingPrecision() {
        return precision.orElseGet(() -> computingDevice().precision("auto"));
    }

    /** The options that the pixels of a result depend on: with the precision on {@link #computingDevice()}, but without the device itself. */
    public SegmentationOptions withoutDevice() {
        return new SegmentationOptions(
                scaling,
                classThreshold,
                objectThreshold,
                split,
                neckHeight,
                smallest,
                link,
                averaging,
                tile,
                Optional.empty(),
                Optional.of(computingPrecision()));
    }

    /** How the classes of a model are decided. */
    Decision decision(final Optional<Postprocessing> tuned) {
        if (classThreshold.isPresent()) {
            return Decision.above(classThreshold.getAsDouble());
        }
        final double model = tuned.orElse(Postprocessing.NONE).threshold();
        return model > 0 ? Decision.above(model) : Decision.MOST_PROBABLE;
    }

    /**
     * How the objects of a model are made.
     *
     * @param modelPixel side of a pixel of the model, in px of the image: lengths that were tuned are the model's
     */
    InstanceSettings objects(final Optional<Postprocessing> tuned, final double modelPixel) {
        final InstanceSettings model =
                InstanceSettings.of(tuned.orElse(Postprocessing.NONE), modelPixel, link);
        return new InstanceSettings(
                objectThreshold.orElse(model.threshold()),
                split.orElse(model.split()),
                neckHeight.orElse(model.height()),
                smallest.orElse(model.smallest()),
                link);
    }

    /** Collects options; all are optional. */
    public static final class Builder {

        private Scaling scaling = Scaling.AUTO;
        private OptionalDouble classThreshold = OptionalDouble.empty();
        private OptionalDouble objectThreshold = OptionalDouble.empty();
        private Optional<Split> split = Optional.empty();
        private OptionalDouble neckHeight = OptionalDouble.empty();
        private OptionalInt smallest = OptionalInt.empty();
        private boolean link;
        private Averaging averaging = Averaging.NONE;
        private OptionalInt tile = OptionalInt.empty();
        private Optional<ComputeDevice> device = Optional.empty();
        private Optional<Precision> precision = Optional.empty();

        private Builder() {}

        /**
         * Takes the values of {@link SegmentationKeys}. What is 0 or {@code auto} there is not given.
         *
         * @throws UNetException if there is no such device, or the engine that knows it cannot be loaded
         */
        public Builder with(final Settings values) {
            optScaling(values.get(SegmentationKeys.SCALE));
            optAveraging(values.get(SegmentationKeys.AVERAGING));
            optLink(values.get(SegmentationKeys.LINK));
            given(values, SegmentationKeys.THRESHOLD).ifPresent(this::optThreshold);
            given(values, SegmentationKeys.SPLIT).map(Split::of).ifPresent(this::optSplit);
            given(values, SegmentationKeys.HEIGHT).ifPresent(this::optNeckHeight);
            given(values, SegmentationKeys.SMALLEST).ifPresent(this::optSmallest);
            given(values, SegmentationKeys.TILE).ifPresent(this::optTile);
            given(values, ComputeDevice.SETTING).map(ComputeDevice::of).ifPresent(this::optDevice);
            given(values, Precision.SETTING)
                    .map(ComputeDevice.CPU::precision)
                    .ifPresent(this::optPrecision);
            return this;
        }

        private static <T> Optional<T> given(final Settings values, final Setting<T> setting) {
            final T value = values.get(setting);
            return setting.isInitial(value) ? Optional.empty() : Optional.of(value);
        }

        /** Whether images are resampled to the model's pixel size; default {@link Scaling#AUTO}. */
        public Builder optScaling(final Scaling value) {
            scaling = value;
            return this;
        }

        /** The threshold of classes and of objects, 0..1; default the model's. */
        public Builder optThreshold(final double value) {
            return optClassThreshold(value).optObjectThreshold(value);
        }

        /** The threshold of classes alone, 0..1; default the model's. */
        public Builder optClassThreshold(final double value) {
            classThreshold = OptionalDouble.of(value);
            return this;
        }

        /** The threshold of objects alone, 0..1; default the model's. */
        public Builder optObjectThreshold(final double value) {
            objectThreshold = OptionalDouble.of(value);
            return this;
        }

        /** How objects that touch are divided; default the model's. */
        public Builder optSplit(final Split value) {
            split = Optional.of(value);
            return this;
        }

        /** How much deeper than their neck the parts of an object must be, px of the image, above 0; default the model's. */
        public Builder optNeckHeight(final double value) {
            neckHeight = OptionalDouble.of(value);
            return this;
        }

        /** Pixels that an object must have in a slice, 0 or more; default the model's. */
        public Builder optSmallest(final int value) {
            smallest = OptionalInt.of(value);
            return this;
        }

        /** Whether an object keeps its id from slice to slice; default not. */
        public Builder optLink(final boolean value) {
            link = value;
            return this;
        }

        /** Over which versions of a slice the probabilities are averaged; default {@link Averaging#NONE}. */
        public Builder optAveraging(final Averaging value) {
            averaging = value;
            return this;
        }

        /** Input side of the network's tiles, px, a valid size of the network; default planned by the free memory. */
        public Builder optTile(final int side) {
            tile = OptionalInt.of(side);
            return this;
        }

        /** The device that computes; default a GPU if one works, otherwise the processor. */
        public Builder optDevice(final ComputeDevice value) {
            device = Optional.of(value);
            return this;
        }

        /** The precision the network computes with; default bfloat16 on a GPU, float32 on the processor. */
        public Builder optPrecision(final Precision value) {
            precision = Optional.of(value);
            return this;
        }

        /**
         * The options.
         *
         * @throws UNetException if a number is out of its range
         */
        public SegmentationOptions build() {
            return new SegmentationOptions(
                    scaling,
                    classThreshold,
                    objectThreshold,
                    split,
                    neckHeight,
                    smallest,
                    link,
                    averaging,
                    tile,
                    device,
                    precision);
        }
    }
}
