package io.github.unetfiji.phantom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.unetfiji.UNetException;
import org.junit.jupiter.api.Test;

/** Settings that cannot be are refused in one sentence: what, got, allowed. */
class PhantomSettingsTest {

    @Test
    void keepsWhatIsSet() {
        final PhantomSettings settings =
                valid().optCellDiameter(60)
                        .optMembraneWidth(5)
                        .optNoise(0)
                        .optOrganelles(1)
                        .build();
        assertEquals(30, settings.width());
        assertEquals(20, settings.height());
        assertEquals(10, settings.slices());
        assertEquals(-4, settings.seed());
        assertEquals(60, settings.cellDiameter());
        assertEquals(5, settings.membraneWidth());
        assertEquals(0, settings.noise());
        assertEquals(1, settings.organelles());
    }

    @Test
    void hasDefaults() {
        final PhantomSettings settings = valid().build();
        assertEquals(40, settings.cellDiameter());
        assertEquals(3, settings.membraneWidth());
        assertEquals(17, settings.noise());
        assertEquals(0.5, settings.organelles());
    }

    @Test
    void refusesSizesOutOfRange() {
        refuses("The phantom's width is 0, but must be from 1 to 65536 px.", valid().setWidth(0));
        refuses(
                "The phantom's height is -3, but must be from 1 to 65536 px.",
                valid().setHeight(-3));
        refuses(
                "The phantom's number of slices is 70000, but must be from 1 to 65536.",
                valid().setSlices(70000));
        refuses(
                "A phantom slice of 65536 x 16385 px is too large: at most 1073741824 pixels are"
                        + " allowed.",
                valid().setWidth(65536).setHeight(16385));
    }

    @Test
    void refusesOptionsOutOfRange() {
        refuses(
                "The phantom's cell diameter is 15.9, but must be from 16 to 1000 px.",
                valid().optCellDiameter(15.9));
        refuses(
                "The phantom's membrane width is 11.0, but must be from 1 to 10 px.",
                valid().optMembraneWidth(11));
        refuses(
                "The phantom's noise is NaN, but must be from 0 to 100 gray levels.",
                valid().optNoise(Double.NaN));
        refuses(
                "The phantom's organelle density is -0.1, but must be from 0 to 1.",
                valid().optOrganelles(-0.1));
    }

    @Test
    void refusesWhatIsMissing() {
        refuses(
                "The phantom's width is 0, but must be from 1 to 65536 px.",
                PhantomSettings.builder().setSeed(1));
        refuses(
                "The phantom's seed is missing: any whole number is allowed.",
                PhantomSettings.builder().setWidth(1).setHeight(1).setSlices(1));
    }

    private static PhantomSettings.Builder valid() {
        return PhantomSettings.builder().setWidth(30).setHeight(20).setSlices(10).setSeed(-4);
    }

    private static void refuses(final String message, final PhantomSettings.Builder builder) {
        assertEquals(message, assertThrows(UNetException.class, builder::build).getMessage());
    }
}
