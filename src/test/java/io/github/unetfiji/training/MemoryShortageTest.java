package io.github.unetfiji.training;

import static io.github.unetfiji.network.Architecture.DEPTH;
import static io.github.unetfiji.network.Architecture.FEATURES;
import static io.github.unetfiji.training.TrainingKeys.ITERATIONS;
import static io.github.unetfiji.training.TrainingKeys.PATCH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.augment.AugmentedSample;
import io.github.unetfiji.dataset.AnnotatedImage;
import io.github.unetfiji.dataset.TestLabels;
import io.github.unetfiji.engine.Network;
import io.github.unetfiji.engine.OutOfMemoryException;
import io.github.unetfiji.network.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;

/** Memory that does not suffice: a double of the learner fails as libtorch would. */
class MemoryShortageTest {

    private static final List<AnnotatedImage> SQUARES = List.of(TestLabels.squares(96, 2));

    /** Learns like the real one, but lacks memory where a function of (patch, iteration) says 1. */
    private record Short(TrainingStep real, IntBinaryOperator fails) implements PatchLearner {

        @Override
        public double learn(final int iteration, final AugmentedSample sample, final double rate) {
            if (fails.applyAsInt(sample.shape().width(), iteration) == 1) {
                throw new NotEnoughMemoryException("full", iteration, null);
            }
            return real.learn(iteration, sample, rate);
        }

        @Override
        public Map<String, Tensor> moments() {
            return real.moments();
        }

        @Override
        public Map<String, Tensor> average() {
            return real.average();
        }

        @Override
        public void restore(final TrainingState state) {
            real.restore(state);
        }

        @Override
        public void close() {
            real.close();
        }
    }

    private final List<String> warnings = new ArrayList<>();

    private Training training(final int patch, final IntBinaryOperator fails) {
        final TrainingSettings settings =
                TrainingSettings.builder()
                        .with(DEPTH, 1)
                        .with(FEATURES, 2)
                        .with(PATCH, patch)
                        .with(ITERATIONS, 4)
                        .build();
        return Training.of("small", SQUARES, settings)
                .optListener(
                        new TrainingListener() {
                            @Override
                            public void onWarning(final String warning) {
                                warnings.add(warning);
                            }
                        })
                .optLearners(
                        (final Network network,
                                final TrainingSettings asked,
                                final Set<String> frozen) ->
                                new Short(new TrainingStep(network, asked, frozen), fails));
    }

    @Test
    void atTheStartSmallerPatchesAreTried() {
        final Training.Result result = training(84, (patch, t) -> patch > 50 ? 1 : 0).run();
        assertEquals(
                List.of(
                        "Memory does not suffice for patches of 84 px: trying 62 px.",
                        "Memory does not suffice for patches of 62 px: trying 46 px."),
                warnings.subList(0, 2));
        assertEquals(46, result.model().provenance().get("patch"));
        final Training.Result asked = training(46, (patch, t) -> 0).run();
        assertEquals(asked.model().parameters(), result.model().parameters());
    }

    @Test
    void evenTheSmallestIsTooLarge() {
        final Training training = training(84, (patch, t) -> 1);
        assertEquals(
                "full", assertThrows(NotEnoughMemoryException.class, training::run).getMessage());
        assertTrue(
                warnings.get(warnings.size() - 1).endsWith("trying 18 px."), warnings.toString());
    }

    @Test
    void laterItEndsTheTraining() {
        final Training training = training(84, (patch, t) -> t == 3 ? 1 : 0);
        assertThrows(NotEnoughMemoryException.class, training::run);
        assertEquals(List.of(), warnings);
    }

    @Test
    void whatLibtorchSays() {
        assertTrue(
                OutOfMemoryException.isCause(
                        new IllegalStateException(
                                "[enforce fail at alloc_cpu.cpp:118] err == 0. DefaultCPUAllocator:"
                                        + " can't allocate memory: you tried to allocate 1 bytes.")));
        assertTrue(
                OutOfMemoryException.isCause(
                        new IllegalStateException("CUDA out of memory. Tried to allocate 2 GiB")));
        assertTrue(
                OutOfMemoryException.isCause(
                        new IllegalStateException(
                                "The following operation failed in the TorchScript interpreter.\n"
                                        + "RuntimeError: could not create a primitive")));
        assertFalse(OutOfMemoryException.isCause(new IllegalStateException("bad shape")));
        assertFalse(OutOfMemoryException.isCause(new IllegalStateException()));
    }
}
