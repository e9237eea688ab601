package io.github.unetfiji.image;

import ij.process.LUT;
import java.awt.Color;

/** A look-up table in which label maps can be seen: 0 is black, every other value a strong colour. */
final class ClassColors {

    /** Fraction of the colour circle between neighbours: the golden ratio keeps them apart. */
    private static final float STEP = 0.618034f;

    private static final float FIRST_HUE = 0.12f;

    private ClassColors() {}

    static LUT lut() {
        final byte[] red = new byte[256];
        final byte[] green = new byte[256];
        final byte[] blue = new byte[256];
        for (int i = 1; i < 256; i++) {
            final float hue = FIRST_HUE + (i - 1) * STEP;
            final float brightness = i % 3 == 0 ? 0.8f : 1;
            final Color color = new Color(Color.HSBtoRGB(hue, 0.75f, brightness));
            red[i] = (byte) color.getRed();
            green[i] = (byte) color.getGreen();
            blue[i] = (byte) color.getBlue();
        }
        return new LUT(red, green, blue);
    }
}
