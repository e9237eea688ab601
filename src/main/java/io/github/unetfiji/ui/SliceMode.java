package io.github.unetfiji.ui;

import java.util.ArrayList;
import java.util.List;

/**
 * What is shown of a held-out slice.
 *
 * @param kind what it shows
 * @param index the class, where the kind is PROBABILITY
 */
record SliceMode(Kind kind, int index, String label) {

    /** What a picture of a slice shows over the image. */
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
