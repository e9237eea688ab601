package io.github.unetfiji.training;

import static io.github.unetfiji.training.TrainingKeys.BALANCE;
import static io.github.unetfiji.training.TrainingKeys.EVERY;
import static io.github.unetfiji.training.TrainingKeys.ITERATIONS;
import static io.github.unetfiji.training.TrainingKeys.MOMENTUM;
import static io.github.unetfiji.training.TrainingKeys.PATCH;
import static io.github.unetfiji.training.TrainingKeys.RATE;
import static io.github.unetfiji.training.TrainingKeys.RIM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.augment.AugmentationSettings;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.setting.Setting;
import io.github.unetfiji.weights.WeightMapSettings;
import java.lang.reflect.Field;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        final TrainingSettings.Builder builder = TrainingSettings.builder().with(ITERATIONS, 5);
        final TrainingSettings settings = builder.build();
        builder.with(ITERATIONS, 6);
        assertEquals(5, settings.iterations());
    }

    @Test
    void theRimIsASetting() {
        assertEquals(0, TrainingSettings.builder().build().learned().get("rim"));
        assertEquals(7, TrainingSettings.builder().with(RIM, 7).build().learned().get("rim"));
    }

    /** NB: models and training states have this text; a state is resumed only with the same. */
    @Test
    void whatIsLearnedIsWrittenAsEver() {
        assertEquals(
                "{kind=instances, rim=0, normalize=stack, features=64, depth=4, dropout=0.5,"
                        + " iterations=1000, patch=0, optimizer=adam, rate=3.0E-4, momentum=0.99,"
                        + " schedule=none, warmup=0, patience=0, average=0.0, freeze=false, balance=1.0,"
                        + " border=10.0, sigma=5.0, focus=0.0, deformation=10.0, spacing=0.0, scale=1.0,"
                        + " noise=0.0, blur=0.0, rotation=180.0, flip=true, intensity=0.25,"
                        + " validation=0, every=100, seed=1, precision=float32}",
                TrainingSettings.builder().build().learned().toString());
    }

    @Test
    void aLaterWeightMapReplacesAnEarlierOneAsAWhole() {
        final TrainingSettings settings =
                TrainingSettings.builder()
                        .optWeightMap(WeightMapSettings.builder().optBorder(20).build())
                        .optWeightMap(WeightMapSettings.builder().optSigma(7).build())
                        .build();
        assertEquals(10, settings.weightMap().border());
        assertEquals(7, settings.weightMap().sigma());
    }

    /** NB: all constants of these classes, so that none is forgotten in the list. */
    @ParameterizedTest
    @ValueSource(
            classes = {
                TrainingKeys.class,
                Architecture.class,
                WeightMapSettings.class,
                AugmentationSettings.class
            })
    void everySettingIsListed(final Class<?> type) throws IllegalAccessException {
        final Set<Setting<?>> listed = new HashSet<>(TrainingKeys.ALL);
        listed.addAll(WeightMapSettings.ALL);
        listed.addAll(AugmentationSettings.ALL);
        for (final Field field : type.getDeclaredFields()) {
            if (field.getType() == Setting.class) {
                final Setting<?> setting = (Setting<?>) field.get(null);
                assertTrue(listed.contains(setting), field::toString);
                assertTrue(isAllowed(setting), field::toString);
            }
        }
    }

    private static <T> boolean isAllowed(final Setting<T> setting) {
        return setting.initial().equals(setting.read(setting.plain(setting.initial())));
    }

    @Test
    void badValues() {
        final TrainingSettings.Builder builder = TrainingSettings.builder();
        assertRefused("iterations is 0, but must be 1 or more.", () -> builder.with(ITERATIONS, 0));
        assertRefused("patch is -1, but must be 0 or more.", () -> builder.with(PATCH, -1));
        assertRefused("rim is -1, but must be 0 or more.", () -> builder.with(RIM, -1));
        assertRefused("every is 0, but must be 1 or more.", () -> builder.with(EVERY, 0));
        assertRefused("rate is 0.0, but must be above 0.", () -> builder.with(RATE, 0));
        assertRefused("rate is NaN, but must be above 0.", () -> builder.with(RATE, Double.NaN));
        assertRefused(
                "rate is Infinity, but must be above 0.",
                () -> builder.with(RATE, Double.POSITIVE_INFINITY));
        assertRefused(
                "momentum is 1.0, but must be from 0 to below 1.", () -> builder.with(MOMENTUM, 1));
        assertRefused(
                "momentum is NaN, but must be from 0 to below 1.",
                () -> builder.with(MOMENTUM, Double.NaN));
        assertRefused("balance is 1.5, but must be from 0 to 1.", () -> builder.with(BALANCE, 1.5));
        assertRefused(
                "The optimizer is 'Adam', but must be adam or sgd.",
                () -> TrainingSettings.OptimizerKind.of("Adam"));
    }

    private static void assertRefused(final String sentence, final Executable call) {
        assertEquals(sentence, assertThrows(UNetException.class, call).getMessage());
    }
}
