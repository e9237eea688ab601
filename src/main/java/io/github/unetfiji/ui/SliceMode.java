package io.github.unetfiji.ui;

import java.util.ArrayList;
import java.util.List;

/**
 * One of the pictures of a held-out slice that the monitor can show.
 *
 * @param kind of the picture
 * @param index the class, where the kind is PROBABILITY
 */
record SliceMode(Kind kind, int index, String label) {

    /** The contents of a picture, beside the image itself. */
    enum Kind {
        OVERLAY,
        PROBABILITY,
        TRUTH,
        IMAGE
    }

    static final SliceMode OVERLAY = new SliceMode(Kind.OVERLAY, 0, "Prediction and truth");
    private static final SliceMode TRUTH = new SliceMode(Kind.TRUTH, 0, "Truth");
    private static final SliceMode IMAGE = new SliceMode(Kind.IMAGE, 0, "Image alone");

    /** All that there are for these classes. */
    static List<SliceMode> all(final List<String> classes) {
        final List<SliceMode> modes = new ArrayList<>(List.of(OVERLAY, TRUTH));
        for (int c = 0; c < classes.size(); c++) {
            modes.add(new SliceMode(Kind.PROBABILITY, c, "Probability of " + classes.get(c)));
        }
        modes.add(IMAGE);
        return modes;
    }

    @Override
    public String toString() {
        return label;
    }
}
