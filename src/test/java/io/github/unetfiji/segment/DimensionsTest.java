package io.github.unetfiji.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.FloatProcessor;
import io.github.unetfiji.Progress;
import io.github.unetfiji.ij.ImagePlusSlices;
import io.github.unetfiji.ij.ResultImage;
import io.github.unetfiji.ij.Slices;
import io.github.unetfiji.model.Models;
import io.github.unetfiji.stack.PlaneSource;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two channels at every position of three slices and four frames: results stay at their position. */
class DimensionsTest {

    private static final int CHANNELS = 2;
    private static final int SLICES = 3;
    private static final int FRAMES = 4;
    private static final int SIDE = 12;

    @Test
    void everySliceAndFrameStaysInItsPlace() {
        final Slices positions = Slices.noise(SIDE, SIDE, CHANNELS, SLICES * FRAMES, 3);
        final ImagePlus image = hyperstack(positions);
        try (Segmenter segmenter = Cpu.segmenter(Models.tiny(CHANNELS, 3, "slice"))) {
            final ImagePlus result =
                    ResultImage.of(
                            new Planes(
                                    Cpu.segment(
                                            segmenter, ImagePlusSlices.of(image), Progress.NONE)),
                            image,
                            "result",
                            List.of("a", "b", "c"));
            assertEquals(3, result.getNChannels());
            assertEquals(SLICES, result.getNSlices());
            assertEquals(FRAMES, result.getNFrames());
            for (int position = 0; position < SLICES * FRAMES; position++) {
                final float[] alone =
                        Cpu.segment(
                                        segmenter,
                                        new Slices(SIDE, SIDE, CHANNELS, positions.slice(position)),
                                        Progress.NONE)
                                .probabilities(0);
                final int z = position % SLICES + 1;
                final int t = position / SLICES + 1;
                assertArrayEquals(
                        Arrays.copyOfRange(alone, SIDE * SIDE, 2 * SIDE * SIDE),
                        (float[]) result.getStack().getPixels(result.getStackIndex(2, z, t)));
            }
        }
    }

    /** Probabilities as planes. */
    private record Planes(Segmentation result) implements PlaneSource {

        @Override
        public int width() {
            return result.width();
        }

        @Override
        public int height() {
            return result.height();
        }

        @Override
        public int slices() {
            return result.slices();
        }

        @Override
        public int channels() {
            return result.classCount();
        }

        @Override
        public Object plane(final int slice, final int channel) {
            final int size = width() * height();
            return Arrays.copyOfRange(
                    result.probabilities(slice), channel * size, (channel + 1) * size);
        }
    }

    private static ImagePlus hyperstack(final Slices positions) {
        final ImageStack stack = new ImageStack(SIDE, SIDE);
        for (int p = 0; p < positions.slices(); p++) {
            final float[] values = positions.slice(p);
            for (int c = 0; c < CHANNELS; c++) {
                final float[] plane =
                        Arrays.copyOfRange(values, c * SIDE * SIDE, (c + 1) * SIDE * SIDE);
                stack.addSlice(new FloatProcessor(SIDE, SIDE, plane));
            }
        }
        final ImagePlus image = new ImagePlus("hyperstack", stack);
        image.setDimensions(CHANNELS, SLICES, FRAMES);
        return image;
    }
}
