package io.github.unetfiji.network;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.setting.Range;
import io.github.unetfiji.setting.Setting;
import io.github.unetfiji.tiling.TileGeometry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The shape of a U-Net (Ronneberger et al. 2015, section 2 and Fig. 1).
 *
 * <p>Level l of the contracting path has {@code features * 2^l} channels. The network of the paper is
 * {@code depth} 4, {@code features} 64, 1 channel, 2 classes: 23 convolutions, 31,030,658 parameters.
 * The deepest layer, of {@code 9 (features * 2^depth)^2} weights, must fit into an array.
 *
 * @param depth number of max poolings, 1..{@value TileGeometry#MAX_DEPTH}
 * @param features channels of the first level, 1..1024
 * @param channels channels of the input image, 1..1024
 * @param classes classes told apart, background included, 2..256
 * @param dropout probability that a feature is dropped at the end of the contracting path (its two
 *     deepest levels), 0 (none) up to but not including 1
 */
public record Architecture(int depth, int features, int channels, int classes, double dropout) {

    /** Number of max poolings; 4 in the paper. */
    public static final Setting<Integer> DEPTH =
            Setting.whole("depth", 4).atLeast(1).atMost(TileGeometry.MAX_DEPTH);

    /** Channels at full resolution; 64 in the paper. */
    public static final Setting<Integer> FEATURES =
            Setting.whole("features", 64).atLeast(1).atMost(1024);

    /** Probability that a feature is dropped at the end of the contracting path. */
    public static final Setting<Double> DROPOUT =
            Setting.number("dropout", 0.5).atLeast(0).below(1);

    /** As many float32 as an array of bytes can hold. */
    private static final int LARGEST_LAYER = Integer.MAX_VALUE / Float.BYTES;

    /** NB: libtorch keeps where each maximum of a pooling was as int64. */
    private static final long POSITION_BYTES = 8;

    /** Logits, logarithms of the probabilities, and their gradients. */
    private static final long CLASS_MAPS = 4;

    /** Measured (TrainingEstimateDemo): gradients and work space, in units of the largest activation. */
    private static final long GRADIENTS_ON_THE_WAY = 4;

    /**
     * Measured (InferenceMemoryDemo): feature maps of the tile's size that are there at once; fewer in a
     * tile that is small, where the maps of the expanding path are much smaller than the tile.
     */
    private static final long FULL_MAPS = 4;

    /** A kind of layer that has parameters. */
    public enum Kind {
        /** 3x3 convolution, unpadded, followed by ReLU. */
        CONVOLUTION(3),
        /** 2x2 transposed convolution with stride 2; no ReLU. */
        UP_CONVOLUTION(2),
        /** 1x1 convolution to the classes; no ReLU. */
        HEAD(1);

        private final int side;

        Kind(final int side) {
            this.side = side;
        }

        int side() {
            return side;
        }

        /** Output side in px for an input side. */
        public double sideAfter(final double input) {
            return this == UP_CONVOLUTION ? 2 * input : input - (side - 1);
        }
    }

    /**
     * A layer with a weight and a bias.
     *
     * @param name as in the parameters {@code <name>.weight} and {@code <name>.bias}
     * @param in channels that enter
     * @param out channels that leave
     * @param startsLevel whether its input comes from a max pooling
     */
    public record Layer(String name, Kind kind, int in, int out, boolean startsLevel) {

        /** Shape of the weight: (out, in, height, width), for an up-convolution (in, out, ..). */
        public long[] weightShape() {
            final int side = kind.side();
            return kind == Kind.UP_CONVOLUTION
                    ? new long[] {in, out, side, side}
                    : new long[] {out, in, side, side};
        }

        /**
         * Incoming nodes N of one output neuron. With stride 2 and a 2x2 kernel each output pixel of
         * an up-convolution sees one input pixel.
         */
        public int incoming() {
            return kind == Kind.UP_CONVOLUTION ? in : in * kind.side() * kind.side();
        }

        /** Name of its weight: {@code <name>.weight}. */
        public String weight() {
            return name + ".weight";
        }

        /** Name of its bias: {@code <name>.bias}. */
        public String bias() {
            return name + ".bias";
        }
    }

    /**
     * @throws UNetException if a number is out of its range, or the deepest layer does not fit into an array
     */
    public Architecture {
        DEPTH.check(depth);
        FEATURES.check(features);
        Range.of(1, 1024).check("channels", channels, "");
        Range.of(2, 256).check("classes", classes, "");
        DROPOUT.check(dropout);
        final long deepest = (long) features << depth;
        if (9 * deepest * deepest > LARGEST_LAYER) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "A network of depth %d with %d features has a layer of %d weights, but"
                                    + " at most %d are possible: use fewer features or a smaller"
                                    + " depth.",
                            depth,
                            features,
                            9 * deepest * deepest,
                            LARGEST_LAYER));
        }
    }

    /** A network without dropout. */
    public static Architecture of(
            final int depth, final int features, final int channels, final int classes) {
        return new Architecture(depth, features, channels, classes, 0);
    }

    /** Valid tile sizes and the halo. */
    public TileGeometry tileGeometry() {
        return new TileGeometry(depth);
    }

    /**
     * Border in px by which a skip connection is cropped on each side, so that it fits the up-sampled features.
     *
     * @param level 0 (full resolution) .. depth - 1
     */
    public int skipCrop(final int level) {
        return 12 * (1 << (depth - 1 - level)) - 8;
    }

    /** Channels of a level: 0 (full resolution) .. depth. */
    public int featuresAt(final int level) {
        return features << level;
    }

    /** Number of trainable values. */
    public long parameterCount() {
        long count = 0;
        for (final Layer layer : layers()) {
            long size = 1;
            for (final long side : layer.weightShape()) {
                size *= side;
            }
            count += size + layer.out();
        }
        return count;
    }

    /**
     * Multiplications and additions of one forward pass.
     *
     * @param width valid tile width in px
     * @param height valid tile height in px
     * @return floating-point operations, a multiply-add counted as two
     */
    public double operations(final int width, final int height) {
        double w = width;
        double h = height;
        double sum = 0;
        for (final Layer layer : layers()) {
            if (layer.startsLevel()) {
                w /= 2;
                h /= 2;
            }
            w = layer.kind().sideAfter(w);
            h = layer.kind().sideAfter(h);
            sum += 2.0 * w * h * layer.out() * layer.incoming();
        }
        return sum;
    }

    /**
     * Memory for each pixel of a tile that a forward pass needs at its peak, at most: at full resolution the skip
     * connection, the concatenation of twice as many features, and a convolution's output; in float32 also the tile, its
     * logits and its probabilities. Parameters are not in it.
     *
     * @return bytes
     */
    public long inferenceBytesPerPixel(final Precision precision) {
        return FULL_MAPS * features * precision.bytes() + (channels + 2L * classes) * Float.BYTES;
    }

    /**
     * Memory that the activations of a training step need at its peak: all that the forward pass keeps
     * for the way back (the output of every layer, the concatenations, the pooled values with their
     * positions, dropout's masks, the maps of the classes), and the gradients on the way, which at
     * their largest are about {@value #GRADIENTS_ON_THE_WAY} times the largest activation. Parameters
     * and their gradients are not in it.
     *
     * @param width valid patch width in px
     * @param height valid patch height in px
     * @return bytes
     */
    public long trainingBytes(final int width, final int height, final Precision precision) {
        long w = width;
        long h = height;
        long kept = w * h * channels * precision.bytes();
        long largest = 0;
        for (final Layer layer : layers()) {
            if (layer.startsLevel()) {
                w /= 2;
                h /= 2;
                kept += w * h * layer.in() * (precision.bytes() + POSITION_BYTES);
            }
            w = (long) layer.kind().sideAfter(w);
            h = (long) layer.kind().sideAfter(h);
            final long output = w * h * layer.out() * precision.bytes();
            kept +=
                    switch (layer.kind()) {
                        case CONVOLUTION -> output;
                        case UP_CONVOLUTION -> 2 * output;
                        case HEAD -> CLASS_MAPS * w * h * layer.out() * Float.BYTES;
                    };
            largest = Math.max(largest, output);
        }
        return kept + droppedBytes(width, height, precision) + GRADIENTS_ON_THE_WAY * largest;
    }

    /** Memory of dropout: a mask and a result at the end of its two levels. */
    private long droppedBytes(final int width, final int height, final Precision precision) {
        if (dropout == 0) {
            return 0;
        }
        long values = 0;
        for (int level = depth - 1; level <= depth; level++) {
            final long w = contracted(width, level);
            final long h = contracted(height, level);
            values += 2 * w * h * featuresAt(level);
        }
        return values * precision.bytes();
    }

    /** Side in px after the two convolutions of a level of the contracting path. */
    private static long contracted(final long side, final int level) {
        long contracted = side - 4;
        for (int l = 0; l < level; l++) {
            contracted = contracted / 2 - 4;
        }
        return contracted;
    }

    /** All layers with parameters, in the order of the data flow. */
    public List<Layer> layers() {
        final List<Layer> layers = new ArrayList<>();
        for (int level = 0; level <= depth; level++) {
            final int in = level == 0 ? channels : featuresAt(level - 1);
            addPair(layers, "enc" + level, in, featuresAt(level), level > 0);
        }
        for (int level = depth - 1; level >= 0; level--) {
            final int out = featuresAt(level);
            layers.add(new Layer("dec" + level + ".up", Kind.UP_CONVOLUTION, 2 * out, out, false));
            addPair(layers, "dec" + level, 2 * out, out, false);
        }
        layers.add(new Layer("head", Kind.HEAD, features, classes, false));
        return layers;
    }

    private static void addPair(
            final List<Layer> layers,
            final String name,
            final int in,
            final int out,
            final boolean startsLevel) {
        layers.add(new Layer(name + ".conv1", Kind.CONVOLUTION, in, out, startsLevel));
        layers.add(new Layer(name + ".conv2", Kind.CONVOLUTION, out, out, false));
    }
}
