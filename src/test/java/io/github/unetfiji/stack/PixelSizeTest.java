package io.github.unetfiji.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.ij.ImagePlusSlices;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PixelSizeTest {

    @ParameterizedTest
    @CsvSource({
        "nm,NANOMETER",
        "nanometers,NANOMETER",
        "Nanometre,NANOMETER",
        "\u00b5m,MICROMETER",
        "\u03bcm,MICROMETER",
        "um,MICROMETER",
        "micron,MICROMETER",
        "Microns,MICROMETER",
        "micrometer,MICROMETER",
        "mm,MILLIMETER",
        "cm,CENTIMETER",
        "m,METER",
        "\u00c5,ANGSTROM",
        "\u212b,ANGSTROM",
        "angstrom,ANGSTROM",
        "pm,PICOMETER"
    })
    void units(final String text, final LengthUnit unit) {
        assertEquals(Optional.of(unit), LengthUnit.of(text));
        assertEquals(Optional.of(unit), LengthUnit.of(unit.key()));
        assertEquals(Optional.of(unit), LengthUnit.of(unit.symbol()));
    }

    /** NB: inch and dpi are about printing. */
    @ParameterizedTest
    @ValueSource(strings = {"", "pixel", "pixels", "inch", "sec", "foo", "dpi"})
    void noUnits(final String text) {
        assertEquals(Optional.empty(), LengthUnit.of(text));
    }

    @Test
    void ratios() {
        final PixelSize nanometers = new PixelSize(4, 8, LengthUnit.NANOMETER);
        final PixelSize micrometers = new PixelSize(0.002, 0.016, LengthUnit.MICROMETER);
        assertEquals(2, nanometers.widthOver(micrometers), 1e-12);
        assertEquals(0.5, nanometers.heightOver(micrometers), 1e-12);
        assertEquals("4x8 nm", nanometers.toString());
        assertEquals(
                "0.3333x100 \u00b5m",
                new PixelSize(1 / 3.0, 100, LengthUnit.MICROMETER).toString());
    }

    @Test
    void nonsense() {
        assertEquals(
                "The pixel size is 0.0 x 1.0, but must be above 0 and finite.",
                assertThrows(UNetException.class, () -> new PixelSize(0, 1, LengthUnit.NANOMETER))
                        .getMessage());
    }

    private static Optional<PixelSize> of(
            final double x, final String unitOfX, final double y, final String unitOfY) {
        final ImagePlus image = new ImagePlus("a", new ByteProcessor(2, 2));
        final Calibration calibration = image.getCalibration();
        calibration.pixelWidth = x;
        calibration.pixelHeight = y;
        calibration.setXUnit(unitOfX);
        calibration.setYUnit(unitOfY);
        return ImagePlusSlices.of(image).pixelSize();
    }

    @Test
    void theCalibrationOfAnImage() {
        assertEquals(
                Optional.empty(),
                ImagePlusSlices.of(new ImagePlus("a", new ByteProcessor(2, 2))).pixelSize());
        assertEquals(
                Optional.of(new PixelSize(0.5, 0.25, LengthUnit.MICROMETER)),
                of(0.5, "micron", 0.25, "um"));
        assertEquals("0.5x250 µm", of(0.5, "um", 0.25, "mm").orElseThrow().toString());
        assertEquals(Optional.empty(), of(0.5, "inch", 0.5, "inch"));
        assertEquals(Optional.empty(), of(0, "nm", 4, "nm"));
        assertEquals(Optional.empty(), of(4, "nm", Double.NaN, "nm"));
        assertEquals(Optional.empty(), of(4, "nm", -4, "nm"));
    }
}
