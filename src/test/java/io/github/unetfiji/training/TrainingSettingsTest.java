package io.github.unetfiji.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.unetfiji.UNetException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class TrainingSettingsTest {

    @Test
    void defaultsOfTheContract() {
        final TrainingSettings settings = TrainingSettings.builder().build();
        assertEquals(4, settings.depth());
        assertEquals(64, settings.features());
        assertEquals(TrainingSettings.OptimizerKind.ADAM, settings.optimizer());
        assertEquals(0.99, settings.momentum());
        assertEquals(10, settings.weightMap().border());
        assertEquals(5, settings.weightMap().sigma());
        assertEquals(10, settings.augmentation().deformation());
        assertEquals("0", settings.validation());
    }

    @Test
    void laterChangesOfTheBuilderAreNotSeen() {
        final TrainingSettings.Builder builder = TrainingSettings.builder().optIterations(5);
        final TrainingSettings settings = builder.build();
        builder.optIterations(6);
        assertEquals(5, settings.iterations());
    }

    @Test
    void theRimIsASetting() {
        assertEquals(0, SettingsMap.of(TrainingSettings.builder().build()).get("rim"));
        assertEquals(7, SettingsMap.of(TrainingSettings.builder().optRim(7).build()).get("rim"));
    }

    @Test
    void badValues() {
        final TrainingSettings.Builder builder = TrainingSettings.builder();
        assertRefused("iterations is 0, but must be at least 1.", () -> builder.optIterations(0));
        assertRefused("patch is -1, but must be at least 0.", () -> builder.optPatch(-1));
        assertRefused("rim is -1, but must be at least 0.", () -> builder.optRim(-1));
        assertRefused("every is 0, but must be at least 1.", () -> builder.optEvery(0));
        assertRefused("rate is 0.0, but must be above 0.", () -> builder.optRate(0));
        assertRefused("rate is NaN, but must be above 0.", () -> builder.optRate(Double.NaN));
        assertRefused(
                "rate is Infinity, but must be above 0.",
                () -> builder.optRate(Double.POSITIVE_INFINITY));
        assertRefused(
                "momentum is 1.0, but must be from 0 to below 1.", () -> builder.optMomentum(1));
        assertRefused(
                "momentum is NaN, but must be from 0 to below 1.",
                () -> builder.optMomentum(Double.NaN));
        assertRefused("balance is 1.5, but must be from 0 to 1.", () -> builder.optBalance(1.5));
        assertRefused(
                "The optimizer is 'Adam', but must be adam or sgd.",
                () -> TrainingSettings.OptimizerKind.of("Adam"));
    }

    private static void assertRefused(final String sentence, final Executable call) {
        assertEquals(sentence, assertThrows(UNetException.class, call).getMessage());
    }
}
