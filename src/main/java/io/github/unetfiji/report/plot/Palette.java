package io.github.unetfiji.report.plot;

import java.awt.Color;
import java.util.List;

/** Colours of curves and classes, the same in every picture of a training. */
public final class Palette {

    static final Color TRAINING = new Color(0x1f77b4);
    static final Color TRAINING_FAINT = new Color(0x9cc4e0);
    static final Color VALIDATION = new Color(0xd62728);
    static final Color PIXEL_ERROR = new Color(0x2ca02c);
    static final Color MEAN_IOU = new Color(0x222222);
    static final Color RATE = new Color(0x555555);

    /** Outlines of the truth. */
    public static final Color TRUTH = new Color(0x00e5ff);

    private static final Color BACKGROUND = new Color(0x7f7f7f);

    /** NB: none of the colours above, so that a class is never taken for a loss. */
    private static final List<Color> CLASSES =
            List.of(
                    new Color(0xff9f1c),
                    new Color(0x9467bd),
                    new Color(0x8c564b),
                    new Color(0xe377c2),
                    new Color(0xbcbd22),
                    new Color(0x17a589),
                    new Color(0x393b79),
                    new Color(0x843c39),
                    new Color(0x637939));

    private Palette() {}

    /** Colour of a class, from 0 (background); they repeat. */
    public static Color ofClass(final int index) {
        return index == 0 ? BACKGROUND : CLASSES.get((index - 1) % CLASSES.size());
    }
}
