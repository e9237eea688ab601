package io.github.unetfiji.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.CancelledException;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.augment.AnnotatedPlane;
import io.github.unetfiji.augment.AugmentationSettings;
import io.github.unetfiji.augment.AugmentedSample;
import io.github.unetfiji.augment.Augmenter;
import io.github.unetfiji.augment.PatchShape;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleQueueTest {

    private static final Augmenter AUGMENTER =
            Augmenter.of(AugmentationSettings.defaults(), PatchShape.square(20, 8), 5);

    private static List<AnnotatedPlane> slices() {
        final float[] ramp = new float[900];
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = i % 30 - i / 30;
        }
        return List.of(AnnotatedPlane.unweighted(30, 30, new float[][] {ramp}, new int[900]));
    }

    @Test
    void samplesComeInOrderAndAreThoseOfTheAugmenter() {
        try (SampleQueue queue = new SampleQueue(AUGMENTER, slices(), 3)) {
            for (int i = 3; i < 20; i++) {
                final AugmentedSample sample = queue.take();
                assertEquals(i, sample.index());
                assertArrayEquals(AUGMENTER.sample(slices(), i).channel(0), sample.channel(0));
            }
        }
    }

    @Test
    void aFailureReachesWhoTakes() {
        try (SampleQueue queue = new SampleQueue(AUGMENTER, List.of(), 0)) {
            assertEquals(
                    "There is no annotated slice to take samples from.",
                    assertThrows(UNetException.class, queue::take).getMessage());
        }
    }

    @Test
    void anInterruptCancels() {
        final Augmenter slow =
                Augmenter.of(AugmentationSettings.defaults(), PatchShape.square(1500, 8), 5);
        try (SampleQueue queue = new SampleQueue(slow, slices(), 0)) {
            Thread.currentThread().interrupt();
            assertThrows(CancelledException.class, queue::take);
            assertTrue(Thread.interrupted(), "the interrupt is passed on");
        }
    }
}
