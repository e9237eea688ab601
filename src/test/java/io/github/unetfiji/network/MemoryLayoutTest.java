package io.github.unetfiji.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
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
        final List<Float> stored = new ArrayList<>();
        MemoryLayout.channelsLast(tensor.shape()).forEach(tensor, stored::add);
        assertEquals(List.of(1f, 4f, 2f, 5f, 3f, 6f), stored);
    }

    @Property(tries = 200)
    void positionsAgreeWithFourNestedLoops(
            @ForAll @IntRange(min = 1, max = 4) final int batch,
            @ForAll @IntRange(min = 1, max = 4) final int channels,
            @ForAll @IntRange(min = 1, max = 4) final int height,
            @ForAll @IntRange(min = 1, max = 4) final int width) {
        final long[] shape = {batch, channels, height, width};
        final MemoryLayout contiguous = MemoryLayout.contiguous(shape);
        final MemoryLayout last = MemoryLayout.channelsLast(shape);
        int i = 0;
        for (int n = 0; n < batch; n++) {
            for (int c = 0; c < channels; c++) {
                for (int y = 0; y < height; y++) {
                    for (int x = 0; x < width; x++) {
                        assertEquals(i, contiguous.position(i));
                        final int expected = ((n * height + y) * width + x) * channels + c;
                        assertEquals(expected, last.position(i));
                        i++;
                    }
                }
            }
        }
    }
}
