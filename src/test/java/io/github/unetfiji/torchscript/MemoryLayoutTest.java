package io.github.unetfiji.torchscript;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.unetfiji.network.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MemoryLayoutTest {

    @Test
    void strides() {
        assertArrayEquals(
                new long[] {60, 20, 5, 1},
                MemoryLayout.contiguous(new long[] {2, 3, 4, 5}).strides());
        assertArrayEquals(
                new long[] {60, 1, 15, 3},
                MemoryLayout.channelsLast(new long[] {2, 3, 4, 5}).strides());
        assertArrayEquals(new long[] {1}, MemoryLayout.channelsLast(new long[] {7}).strides());
    }

    @Test
    void channelsLastHandsOverTheChannelFirst() {
        final Tensor tensor = new Tensor(new long[] {1, 2, 1, 3}, new float[] {1, 2, 3, 4, 5, 6});
        assertArrayEquals(
                new float[] {1, 4, 2, 5, 3, 6},
                MemoryLayout.channelsLast(tensor.shape()).stored(tensor));
    }

    @Property(tries = 200)
    void positionsAgreeWithFourNestedLoops(
            @ForAll @IntRange(min = 1, max = 4) final int batch,
            @ForAll @IntRange(min = 1, max = 4) final int channels,
            @ForAll @IntRange(min = 1, max = 4) final int height,
            @ForAll @IntRange(min = 1, max = 4) final int width) {
        final long[] shape = {batch, channels, height, width};
        final int[] contiguous = MemoryLayout.contiguous(shape).positions();
        final int[] last = MemoryLayout.channelsLast(shape).positions();
        int i = 0;
        for (int n = 0; n < batch; n++) {
            for (int c = 0; c < channels; c++) {
                for (int y = 0; y < height; y++) {
                    for (int x = 0; x < width; x++) {
                        assertEquals(i, contiguous[i]);
                        final int expected = ((n * height + y) * width + x) * channels + c;
                        assertEquals(expected, last[i]);
                        i++;
                    }
                }
            }
        }
    }
}
