package io.github.unetfiji.ij;

import ij.process.LUT;
import java.awt.Color;

/** Look-up tables and colours for results. */
final class Colors {

    /** Fraction of the colour circle between neighbours: the golden ratio keeps them apart. */
    private static final float STEP = 0.618034f;

    private static final float FIRST_HUE = 0.12f;

    /**
     * The palette of Okabe and Ito (Color Universal Design, 2008), which people with every kind of colour
     * vision can tell apart, without black; first what shows best on gray and on heat.
     */
    private static final int[] OUTLINES = {
        0x56b4e9, 0xe69f00, 0x009e73, 0xf0e442, 0xcc79a7, 0xd55e00, 0x0072b2,
    };

    private Colors() {}

    /** For the outline of a class, from 1; again from the start after seven. */
    static Color outline(final int label) {
        return new Color(OUTLINES[(label - 1) % OUTLINES.length]);
    }

    /** From black to white. */
    static LUT gray() {
        return LUT.createLutFromColor(Color.white);
    }

    /** For label maps: 0 is black, every other value a strong colour. */
    static LUT classes() {
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

    /** For measures: black, violet, red, orange, yellow, white; ever lighter. */
    static LUT heat() {
        final int[] stops = {0x000000, 0x3b0f70, 0xb5255a, 0xf1711c, 0xfcc93b, 0xffffff};
        final byte[][] channels = new byte[3][256];
        for (int i = 0; i < 256; i++) {
            final double position = i / 255.0 * (stops.length - 1);
            final int stop = Math.min((int) position, stops.length - 2);
            for (int c = 0; c < 3; c++) {
                final int shift = 16 - 8 * c;
                final int from = stops[stop] >> shift & 0xff;
                final int to = stops[stop + 1] >> shift & 0xff;
                channels[c][i] = (byte) Math.round(from + (position - stop) * (to - from));
            }
        }
        return new LUT(channels[0], channels[1], channels[2]);
    }
}
