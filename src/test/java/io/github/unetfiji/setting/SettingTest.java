package io.github.unetfiji.setting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.unetfiji.UNetException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SettingTest {

    private enum Fruit {
        RED_APPLE,
        PEAR
    }

    private static final Setting<Integer> PATIENCE = Setting.whole("patience", 3).atLeast(0);
    private static final Setting<Long> SEED = Setting.whole("seed", 1L);
    private static final Setting<Double> SHARE = Setting.number("share", 0.5).atLeast(0).below(1);
    private static final Setting<Boolean> FLIP = Setting.flag("flip", true);
    private static final Setting<Fruit> FRUIT =
            Setting.choice("fruit", Fruit.PEAR).shown("pear", "a pear");
    private static final Setting<String> WORD = Setting.word("word", "auto", "off", "on");

    @Test
    void whatNobodySetHasItsDefault() {
        assertEquals(3, Settings.DEFAULTS.get(PATIENCE));
        assertEquals(1L, Settings.DEFAULTS.get(SEED));
        assertEquals(Fruit.PEAR, Settings.DEFAULTS.get(FRUIT));
        assertEquals("auto", Settings.DEFAULTS.get(WORD));
    }

    @Test
    void aChangeLeavesTheOriginal() {
        final Settings five = Settings.DEFAULTS.with(PATIENCE, 5);
        assertEquals(6, five.with(PATIENCE, 6).get(PATIENCE));
        assertEquals(5, five.get(PATIENCE));
        assertEquals(3, Settings.DEFAULTS.get(PATIENCE));
    }

    @Test
    void twoSettingsOfOneKeyAreNotTheSame() {
        final Setting<Integer> other = Setting.whole("patience", 7);
        assertEquals(7, Settings.DEFAULTS.with(PATIENCE, 5).get(other));
    }

    @Test
    void valuesAsMacrosHaveThem() {
        final Settings settings = Settings.DEFAULTS.with(FRUIT, Fruit.RED_APPLE).with(SHARE, 0.25);
        assertEquals(
                Map.of(
                        "patience",
                        3,
                        "seed",
                        1L,
                        "share",
                        0.25,
                        "flip",
                        true,
                        "fruit",
                        "red_apple"),
                settings.plain(List.of(PATIENCE, SEED, SHARE, FLIP, FRUIT)));
        assertEquals(Fruit.RED_APPLE, Settings.DEFAULTS.withPlain(FRUIT, "red_apple").get(FRUIT));
        assertEquals(List.of("red_apple", "pear"), FRUIT.choices());
        assertEquals("pear", FRUIT.initialWord());
        assertEquals(Map.of("pear", "a pear"), FRUIT.shown());
    }

    @Test
    void theOrderIsThatOfTheList() {
        assertEquals(
                List.of("seed", "flip", "patience"),
                List.copyOf(
                        Settings.DEFAULTS
                                .with(PATIENCE, 4)
                                .plain(List.of(SEED, FLIP, PATIENCE))
                                .keySet()));
    }

    @Test
    void othersComeOnTopAndOnlySomeCanBeTaken() {
        final Settings first = Settings.DEFAULTS.with(PATIENCE, 4).with(FLIP, false);
        final Settings both = first.with(Settings.DEFAULTS.with(PATIENCE, 9));
        assertEquals(9, both.get(PATIENCE));
        assertEquals(false, both.get(FLIP));
        assertEquals(true, both.only(List.of(PATIENCE)).get(FLIP));
        // NB: what is taken has its defaults as values, so that it replaces what stands there.
        assertEquals(3, first.with(Settings.DEFAULTS.only(List.of(PATIENCE))).get(PATIENCE));
    }

    @Test
    void refusesWhatIsNotAllowed() {
        assertRefused("patience is -1, but must be 0 or more.", () -> PATIENCE.check(-1));
        assertRefused(
                "share is NaN, but must be from 0 to below 1.", () -> SHARE.check(Double.NaN));
        assertRefused(
                "The share is 2.0, but must be from 0 to below 1 px.",
                () -> SHARE.named("The share").in("px").check(2.0));
        assertRefused(
                "The fruit is 'fig', but must be red_apple or pear.", () -> FRUIT.read("fig"));
        assertRefused("The word is 'no', but must be auto, off or on.", () -> WORD.read("no"));
        assertThrows(NullPointerException.class, () -> FRUIT.check(null));
        assertThrows(ClassCastException.class, () -> PATIENCE.read(1L));
    }

    private static void assertRefused(final String sentence, final Executable call) {
        assertEquals(sentence, assertThrows(UNetException.class, call).getMessage());
    }
}
