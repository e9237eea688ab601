package io.github.unetfiji.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.unetfiji.stack.SliceSequence.Position;
import io.github.unetfiji.stack.SliceSequence.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Slices that are counted through several images. */
class SliceSequenceTest {

    @Test
    void slicesFollowEachOtherImageByImage() {
        assertEquals(
                List.of(
                        new Position(0, 0),
                        new Position(0, 1),
                        new Position(1, 0),
                        new Position(2, 0),
                        new Position(2, 1),
                        new Position(2, 2)),
                List.copyOf(SliceSequence.of(List.of(2, 1, 3))));
    }

    @Test
    void theSpansOfTheImagesJoin() {
        final SliceSequence slices = SliceSequence.of(List.of("ab", "c", "def"), String::length);
        assertEquals(new Span(0, 2), slices.span(0));
        assertEquals(new Span(2, 3), slices.span(1));
        assertEquals(new Span(3, 6), slices.span(2));
    }

    @Test
    void positionsAreThoseThatCountingGives() {
        final Random random = new Random(1);
        final List<Integer> counts = random.ints(50, 1, 9).boxed().toList();
        final List<Position> counted = new ArrayList<>();
        for (int image = 0; image < counts.size(); image++) {
            for (int slice = 0; slice < counts.get(image); slice++) {
                counted.add(new Position(image, slice));
            }
        }
        assertEquals(counted, SliceSequence.of(counts));
    }

    @Test
    void whatIsNotThereIsRefused() {
        final SliceSequence slices = SliceSequence.of(List.of(2, 1));
        assertThrows(IndexOutOfBoundsException.class, () -> slices.get(3));
        assertThrows(IndexOutOfBoundsException.class, () -> slices.get(-1));
        assertThrows(IndexOutOfBoundsException.class, () -> slices.span(2));
        assertThrows(IllegalArgumentException.class, () -> SliceSequence.of(List.of(2, 0)));
    }

    @Test
    void noImageHasNoSlice() {
        assertEquals(0, SliceSequence.of(List.of()).size());
    }
}
