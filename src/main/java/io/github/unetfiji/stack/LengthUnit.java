package io.github.unetfiji.stack;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A unit of length for the size of pixels.
 *
 * <p>NB: the inch is not among them. Image files that were never calibrated carry a print resolution, such as 72 pixels per
 * inch, which says nothing about the specimen.
 */
public enum LengthUnit {
    PICOMETER(1e-12, "pm"),
    ANGSTROM(1e-10, "\u00c5", "\u212b", "\u00e5", "a"),
    NANOMETER(1e-9, "nm"),
    MICROMETER(1e-6, "\u00b5m", "\u03bcm", "um", "micron", "microns"),
    MILLIMETER(1e-3, "mm"),
    CENTIMETER(1e-2, "cm"),
    METER(1, "m");

    private final double meters;
    private final List<String> symbols;

    LengthUnit(final double meters, final String... symbols) {
        this.meters = meters;
        this.symbols = List.of(symbols);
    }

    /** Finds a unit by its name or symbol, such as {@code microns}, in upper or lower case; empty if there is none. */
    public static Optional<LengthUnit> of(final String text) {
        final String word = text.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(unit -> unit.isNamed(word)).findFirst();
    }

    private boolean isNamed(final String word) {
        final String name = key();
        return symbols.contains(word)
                || word.equals(name)
                || word.equals(name + "s")
                || word.replace("metre", "meter").equals(name)
                || word.replace("metre", "meter").equals(name + "s");
    }

    /** The name of the unit in BioImage.IO packages, such as {@code nanometer}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The symbol of the unit, such as {@code nm}. */
    public String symbol() {
        return symbols.get(0);
    }

    /** Length of the unit in meters. */
    double meters() {
        return meters;
    }
}
