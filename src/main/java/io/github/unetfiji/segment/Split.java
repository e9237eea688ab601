package io.github.unetfiji.segment;

import io.github.unetfiji.UNetException;
import java.util.Locale;

/** How objects that touch are divided. */
public enum Split {
    /** Not at all. */
    NONE,
    /** At their necks, see {@link io.github.unetfiji.labels.Watershed}. */
    WATERSHED;

    /**
     * The way as the user names it.
     *
     * @throws UNetException if it is none
     */
    public static Split of(final String key) {
        for (final Split split : values()) {
            if (split.name().toLowerCase(Locale.ROOT).equals(key)) {
                return split;
            }
        }
        throw new UNetException("The split is '" + key + "', but must be none or watershed.");
    }
}
