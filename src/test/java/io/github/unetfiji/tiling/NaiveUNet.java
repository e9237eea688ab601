package io.github.unetfiji.tiling;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * An unpadded 3-D U-Net with one feature, by its definition: two convolutions a level, max pooling, up-convolution, cropped
 * skip connection. Each voxel is summed in one order, so that equal neighbourhoods give equal values to the bit.
 *
 * @param kernels of the levels: x, y and z
 * @param poolings after the levels: x, y and z
 */
record NaiveUNet(List<int[]> kernels, List<int[]> poolings) implements TileNetwork {

    /** Values (z, y, x). */
    private record Volume(int[] size, float[] values) {

        Volume(final int[] size) {
            this(size, new float[size[0] * size[1] * size[2]]);
        }

        float at(final int x, final int y, final int z) {
            return values[(z * size[1] + y) * size[0] + x];
        }

        void set(final int x, final int y, final int z, final float value) {
            values[(z * size[1] + y) * size[0] + x] = value;
        }
    }

    /** Makes the value of a voxel. */
    @FunctionalInterface
    private interface Voxel {
        float at(int x, int y, int z);
    }

    /** A network whose first levels see but one section, as nnU-Net has it for thick sections. */
    static NaiveUNet anisotropic(final int depth, final int flatLevels) {
        final List<int[]> kernels = new ArrayList<>();
        final List<int[]> poolings = new ArrayList<>();
        for (int level = 0; level <= depth; level++) {
            final boolean flat = level < flatLevels;
            kernels.add(new int[] {3, 3, flat ? 1 : 3});
            poolings.add(new int[] {2, 2, flat ? 1 : 2});
        }
        poolings.remove(depth);
        return new NaiveUNet(kernels, poolings);
    }

    @Override
    public TileGeometry geometry() {
        final List<AxisGeometry> axes = new ArrayList<>();
        for (int d = 0; d < 3; d++) {
            final int axis = d;
            axes.add(
                    AxisGeometry.unet(
                            kernels.stream().map(k -> k[axis]).toList(),
                            poolings.stream().map(p -> p[axis]).toList()));
        }
        return new TileGeometry(axes);
    }

    @Override
    public int channels() {
        return 1;
    }

    @Override
    public int outputs() {
        return 2;
    }

    @Override
    public float[] compute(final float[] block, final int[] size) {
        final float[] result = level(0, new Volume(size, block)).values;
        final float[] both = new float[2 * result.length];
        for (int i = 0; i < result.length; i++) {
            both[i] = result[i];
            both[result.length + i] = 1 - result[i];
        }
        return both;
    }

    private Volume level(final int level, final Volume input) {
        final int[] kernel = kernels.get(level);
        final Volume skip = convolved(convolved(input, kernel), kernel);
        if (level == poolings.size()) {
            return skip;
        }
        final int[] pool = poolings.get(level);
        final Volume deeper = level(level + 1, pooled(skip, pool));
        return convolved(convolved(joined(skip, deeper, pool), kernel), kernel);
    }

    private static Volume filled(final int[] size, final Voxel voxel) {
        final Volume volume = new Volume(size);
        for (int z = 0; z < size[2]; z++) {
            for (int y = 0; y < size[1]; y++) {
                for (int x = 0; x < size[0]; x++) {
                    volume.set(x, y, z, voxel.at(x, y, z));
                }
            }
        }
        return volume;
    }

    private static Volume convolved(final Volume in, final int[] kernel) {
        final int[] size = new int[3];
        for (int d = 0; d < 3; d++) {
            size[d] = in.size[d] - kernel[d] + 1;
        }
        return filled(
                size,
                (x, y, z) -> {
                    float sum = -0.01f;
                    for (int k = 0; k < kernel[2]; k++) {
                        for (int j = 0; j < kernel[1]; j++) {
                            for (int i = 0; i < kernel[0]; i++) {
                                final float weight = (7 * k + 5 * j + 3 * i) % 11 - 4;
                                sum += weight * in.at(x + i, y + j, z + k) / 20;
                            }
                        }
                    }
                    return Math.max(sum, 0.1f * sum);
                });
    }

    private static Volume pooled(final Volume in, final int[] pool) {
        final int[] size = new int[3];
        for (int d = 0; d < 3; d++) {
            if (in.size[d] % pool[d] != 0) {
                throw new IllegalArgumentException("a pooling sees an odd size");
            }
            size[d] = in.size[d] / pool[d];
        }
        return filled(
                size,
                (x, y, z) -> {
                    float max = Float.NEGATIVE_INFINITY;
                    for (int k = 0; k < pool[2]; k++) {
                        for (int j = 0; j < pool[1]; j++) {
                            for (int i = 0; i < pool[0]; i++) {
                                max =
                                        Math.max(
                                                max,
                                                in.at(
                                                        pool[0] * x + i,
                                                        pool[1] * y + j,
                                                        pool[2] * z + k));
                            }
                        }
                    }
                    return max;
                });
    }

    /** The cropped skip connection and what the deeper levels gave, enlarged. */
    private static Volume joined(final Volume skip, final Volume deeper, final int[] pool) {
        final int[] size = new int[3];
        final int[] crop = new int[3];
        for (int d = 0; d < 3; d++) {
            size[d] = deeper.size[d] * pool[d];
            crop[d] = (skip.size[d] - size[d]) / 2;
        }
        return filled(
                size,
                (x, y, z) -> {
                    final float own = skip.at(x + crop[0], y + crop[1], z + crop[2]);
                    final int phase = x % pool[0] + 2 * (y % pool[1]) + 3 * (z % pool[2]);
                    return own + (1 + phase) * deeper.at(x / pool[0], y / pool[1], z / pool[2]) / 4;
                });
    }

    /** A network with the same kernel and pooling on all axes and levels. */
    static NaiveUNet isotropic(final int depth) {
        return new NaiveUNet(
                Collections.nCopies(depth + 1, new int[] {3, 3, 3}),
                Collections.nCopies(depth, new int[] {2, 2, 2}));
    }
}
