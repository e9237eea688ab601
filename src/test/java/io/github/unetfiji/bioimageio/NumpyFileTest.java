package io.github.unetfiji.bioimageio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NumpyFileTest {

    @Test
    void oneAxis() {
        final NumpyArray array = NumpyArray.parse(NumpyFile.bytes(new float[] {1, -2.5f}, 2));
        assertArrayEquals(new long[] {2}, array.shape());
        assertArrayEquals(new float[] {1, -2.5f}, array.values());
    }

    @Property(tries = 100)
    void anyShape(
            @ForAll @IntRange(min = 1, max = 12) final int a,
            @ForAll @IntRange(min = 1, max = 12) final int b,
            @ForAll @IntRange(min = 1, max = 12) final int c) {
        final float[] values = new float[a * b * c];
        for (int i = 0; i < values.length; i++) {
            values[i] = i / 7f;
        }
        final NumpyArray array = NumpyArray.parse(NumpyFile.bytes(values, a, b, c));
        assertArrayEquals(new long[] {a, b, c}, array.shape());
        assertArrayEquals(values, array.values());
    }
}
