package io.github.unetfiji.ij.roi;

import io.github.unetfiji.UNetException;
import java.util.regex.Pattern;

/**
 * The class and the cell that the name of a ROI tells: {@code nucleus}, {@code nucleus#2}, {@code ignore}.
 *
 * <p>The {@code -1} that makes names unique is not part of them. No name, a number, and the names that ImageJ
 * gives ({@code 0012-0345}, {@code 0003-0012-0345}) mean {@link #DEFAULT_CLASS}.
 *
 * @param className empty for a region that is ignored
 * @param instance all ROIs of a slice with the same class and instance are one cell; empty if it is one alone
 */
record RoiName(String className, String instance) {

    static final String DEFAULT_CLASS = "cell";

    private static final String IGNORE = "ignore";
    private static final String BACKGROUND = "background";

    /** NB: Analyze Particles numbers the ROIs of its overlay. */
    private static final Pattern AUTOMATIC = Pattern.compile("(\\d{4,}-){1,2}\\d{4,}(-\\d+)?|\\d+");

    private static final Pattern COUNTER = Pattern.compile("-\\d+$");

    /**
     * Reads a name.
     *
     * @param name as ImageJ has it, may be null
     * @throws UNetException if it names the background
     */
    static RoiName of(final String name) {
        // NB: the ROI Manager calls what it has read from a set like the file in it.
        final String given = name == null ? "" : name.strip().replaceFirst("\\.roi$", "");
        if (AUTOMATIC.matcher(given).matches()) {
            return new RoiName(DEFAULT_CLASS, "");
        }
        final String plain = COUNTER.matcher(given).replaceFirst("").strip();
        final int hash = plain.indexOf('#');
        final String word = hash < 0 ? plain : plain.substring(0, hash).strip();
        final String instance = hash < 0 ? "" : plain.substring(hash + 1).strip();
        if (word.equalsIgnoreCase(BACKGROUND)) {
            throw new UNetException(
                    "The ROI '"
                            + given
                            + "' cannot name a class: background is what no ROI covers; to leave a"
                            + " region out, name it ignore.");
        }
        if (word.equalsIgnoreCase(IGNORE)) {
            return new RoiName("", "");
        }
        return new RoiName(word.isEmpty() ? DEFAULT_CLASS : word, instance);
    }

    /** Whether the pixels of the ROI are ignored. */
    boolean isIgnore() {
        return className.isEmpty();
    }

    /** The same for all ROIs of a slice that are one cell, in any case; empty if it is one alone. */
    String cell() {
        return instance.isEmpty() ? "" : className + "#" + instance;
    }
}
