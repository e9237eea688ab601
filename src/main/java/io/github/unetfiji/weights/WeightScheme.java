package io.github.unetfiji.weights;

import io.github.unetfiji.UNetException;
import java.util.Locale;

/** The formula of a weight map; its symbols are those of {@link WeightMapSettings}. */
public enum WeightScheme {

    /**
     * Ronneberger, Fischer & Brox 2015, eq. 2, doi:10.1007/978-3-319-24574-4_28:
     *
     * <pre>
     * foreground of class c:  w_c
     * background:             w_0 + border exp(-(d1 + d2)^2 / (2 sigma^2))
     * </pre>
     *
     * <p>with w_c from {@link ClassBalance} and d1, d2 the distances to the two nearest cells of any
     * class.
     */
    RONNEBERGER_2015,

    /**
     * Falk et al. 2019, Methods, doi:10.1038/s41592-018-0261-2, as the U-Net plugin of that paper
     * computes it (its names: border weight factor = border, border weight sigma = sigma,
     * foreground/background ratio = floor, sigma1 = decay):
     *
     * <pre>
     * foreground:  1
     * background:  floor + sum over the foreground classes c of
     *                  border exp(-(d1c + d2c)^2 / (2 sigma^2))
     *                + (1 - floor) exp(-d1c^2 / (2 decay^2))
     * </pre>
     *
     * <p>where d1c, d2c are the distances to the two nearest cells of class c. Background close to
     * cells counts like foreground, background far from them little. {@link ClassBalance} is not used, and the mean
     * weight is not 1. The class of a cell is that of its first foreground pixel.
     * To get the gaps of that plugin, too, pass the cells as drawn and the classes with a {@link
     * io.github.unetfiji.labels.SeparationBorder}: that plugin measures the distances before it separates the cells
     * (d1 = 0 in a gap).
     */
    FALK_2019;

    /** The macro's word for it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace("_", "");
    }

    /**
     * The scheme as the user names it.
     *
     * @throws UNetException if it is none
     */
    public static WeightScheme of(final String key) {
        for (final WeightScheme scheme : values()) {
            if (scheme.key().equals(key)) {
                return scheme;
            }
        }
        throw new UNetException(
                "The scheme is '" + key + "', but must be ronneberger2015 or falk2019.");
    }
}
