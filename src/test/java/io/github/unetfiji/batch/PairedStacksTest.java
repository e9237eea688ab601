package io.github.unetfiji.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.ij.ImagePlusLabels;
import io.github.unetfiji.labels.LabelMap;
import io.github.unetfiji.stack.SliceSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PairedStacksTest {

    private final List<String> opened = new ArrayList<>();

    /** A pair whose truth holds one value a slice; its prediction the same and 100 more. */
    private ImagePair pair(final String name, final int width, final int... values) {
        return new ImagePair(
                name,
                () -> {
                    opened.add(name);
                    return image(width, 100, values);
                },
                () -> image(width, 0, values));
    }

    private static ImagePlus image(final int width, final int more, final int... values) {
        final ImageStack stack = new ImageStack(width, 1);
        for (final int value : values) {
            final ByteProcessor slice = new ByteProcessor(width, 1);
            slice.set(0, value + more);
            stack.addSlice(slice);
        }
        return new ImagePlus("image", stack);
    }

    private static PairedStacks<LabelMap> of(final ImagePair... pairs) {
        return new PairedStacks<>(List.of(pairs), ImagePlusLabels::of);
    }

    @Test
    void slicesAreCountedThroughAllPairs() {
        final PairedStacks<LabelMap> stacks =
                of(pair("a", 2, 1, 2), pair("b", 3, 3), pair("c", 2, 4, 0));
        assertEquals(5, stacks.size());
        assertEquals(new SliceSequence.Span(2, 3), stacks.slices().span(1));
        assertEquals("1", stacks.number(2));
        assertEquals("1 of b", stacks.name(2));
        for (int z = 0; z < 4; z++) {
            assertEquals(z + 1, stacks.truth(z).get(0, 0));
            assertEquals(z + 101, stacks.prediction(z).get(0, 0));
        }
        assertEquals(Optional.empty(), stacks.emptySlices());
        assertEquals(0, stacks.truth(4).get(0, 0));
        assertEquals(
                Optional.of(
                        "1 of 5 slices of the truth hold no label, only 0: they count as background."),
                stacks.emptySlices());
        assertFalse(stacks.areEquallyLarge());
        assertTrue(of(pair("a", 2, 1), pair("b", 2, 1, 1)).areEquallyLarge());
    }

    /** Each is opened to be checked, and again when it is its turn. */
    @Test
    void onePairIsOpenAtATime() {
        final PairedStacks<LabelMap> stacks = of(pair("a", 2, 1, 2), pair("b", 2, 3, 4));
        assertEquals(List.of("a", "b"), opened);
        for (int z = 0; z < 4; z++) {
            stacks.prediction(z);
            stacks.truth(z);
        }
        assertEquals(List.of("a", "b", "a", "b"), opened);
        stacks.truth(1);
        assertEquals("a", opened.get(4));
    }

    @Test
    void memoryLimitsTheThreads() {
        final int all = Runtime.getRuntime().availableProcessors();
        assertEquals(all, of(pair("small", 2, 1)).threads());
        final long most = Runtime.getRuntime().maxMemory() / 64;
        assertEquals(1, PairedStacks.threads(most, all));
        assertEquals(1, PairedStacks.threads(most / 4 + 1, 16));
        assertTrue(PairedStacks.threads(most / 100, 16) > 2);
    }

    @Test
    void theNamedPairHasAnotherShape() {
        final ImagePair odd = new ImagePair("odd", () -> image(2, 0, 1, 1), () -> image(2, 0, 1));
        assertEquals(
                "The truth of 'odd' is 2x1 px with 1 slice(s), but the prediction is 2x1 px with 2.",
                assertThrows(UNetException.class, () -> of(pair("a", 2, 1), odd)).getMessage());
    }
}
