package io.github.unetfiji.augment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.augment.PatchShape.PatchRegion;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AugmentationSettingsTest {

    static Stream<DoubleConsumer> setters() {
        return Stream.of(
                v -> AugmentationSettings.builder().optDeformation(v),
                v -> AugmentationSettings.builder().optSpacing(v),
                v -> AugmentationSettings.builder().optRotation(v),
                v -> AugmentationSettings.builder().optScale(v),
                v -> AugmentationSettings.builder().optIntensity(v),
                v -> AugmentationSettings.builder().optNoise(v),
                v -> AugmentationSettings.builder().optBlur(v));
    }

    @ParameterizedTest
    @MethodSource("setters")
    void refusesWhatIsNoSetting(final DoubleConsumer setter) {
        for (final double value :
                new double[] {
                    -1, -1e-9, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e9
                }) {
            final UNetException refused =
                    assertThrows(UNetException.class, () -> setter.accept(value));
            assertTrue(
                    refused.getMessage().matches("The .* is .*, allowed is .* to .*\\."),
                    refused.getMessage());
        }
    }

    @Test
    void saysWhatGotAllowed() {
        final UNetException refused =
                assertThrows(
                        UNetException.class,
                        () -> AugmentationSettings.builder().optDeformation(Double.NaN));
        assertEquals("The deformation is NaN, allowed is 0 to 10000 px.", refused.getMessage());
    }

    @Test
    void defaultsAreThoseOfThePaper() {
        final AugmentationSettings settings = AugmentationSettings.defaults();
        assertEquals(10, settings.deformation());
        assertEquals(0, settings.spacing());
        assertEquals(180, settings.rotation());
        assertTrue(settings.flip());
        assertEquals(1, settings.scale());
        assertEquals(0.25, settings.intensity());
        assertEquals(Interpolation.LINEAR, settings.interpolation());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 20000, Integer.MIN_VALUE})
    void refusesPatchesWithoutSize(final int size) {
        assertThrows(UNetException.class, () -> PatchShape.square(size, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 5, 6, Integer.MAX_VALUE})
    void refusesHalosThatLeaveNothing(final int halo) {
        assertThrows(UNetException.class, () -> PatchShape.square(10, halo));
    }

    @Test
    void paperPatch() {
        assertEquals(new PatchRegion(92, 92, 388, 388), PatchShape.square(572, 92).output());
        assertEquals(new PatchRegion(0, 0, 572, 572), PatchShape.square(572, 92).input());
    }
}
