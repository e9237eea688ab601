package io.github.unetfiji.weights;

import io.github.unetfiji.UNetException;

/**
 * The parameters of a weight map. Immutable.
 *
 * <pre>
 * WeightMapSettings paper = WeightMapSettings.builder().build();
 * WeightMapSettings wider = WeightMapSettings.builder().optBorder(20).optSigma(8).build();
 * WeightMapSettings plugin2019 = WeightMapSettings.builder(WeightScheme.FALK_2019).build();
 * </pre>
 *
 * <table>
 * <caption>Defaults</caption>
 * <tr><th></th><th>{@link WeightScheme#RONNEBERGER_2015}</th><th>{@link WeightScheme#FALK_2019}</th></tr>
 * <tr><td>border (w0)</td><td>10</td><td>50</td></tr>
 * <tr><td>sigma, px</td><td>5</td><td>6</td></tr>
 * <tr><td>floor</td><td>-</td><td>0.1</td></tr>
 * <tr><td>decay (sigma1), px</td><td>-</td><td>10</td></tr>
 * </table>
 */
public final class WeightMapSettings {

    private final WeightScheme scheme;
    private final double border;
    private final double sigma;
    private final double floor;
    private final double decay;

    private WeightMapSettings(final Builder builder) {
        scheme = builder.scheme;
        border = builder.border;
        sigma = builder.sigma;
        floor = builder.floor;
        decay = builder.decay;
    }

    /** Starts with the defaults of {@link WeightScheme#RONNEBERGER_2015}. */
    public static Builder builder() {
        return builder(WeightScheme.RONNEBERGER_2015);
    }

    /** Starts with the defaults of a scheme. */
    public static Builder builder(final WeightScheme scheme) {
        return new Builder(scheme);
    }

    public WeightScheme scheme() {
        return scheme;
    }

    /** Weight of the border term between two cells that touch: w0 of eq. 2. */
    public double border() {
        return border;
    }

    /** How far the border term reaches: sigma of eq. 2, px. */
    public double sigma() {
        return sigma;
    }

    /** Weight of background far from all cells, {@link WeightScheme#FALK_2019} only. */
    public double floor() {
        return floor;
    }

    /** How far background near a cell counts: sigma1, px, {@link WeightScheme#FALK_2019} only. */
    public double decay() {
        return decay;
    }

    /** Takes the parameters that are not the default. */
    public static final class Builder {

        private final WeightScheme scheme;
        private double border;
        private double sigma;
        private double floor = 0.1;
        private double decay = 10;

        private Builder(final WeightScheme scheme) {
            this.scheme = scheme;
            border = scheme == WeightScheme.FALK_2019 ? 50 : 10;
            sigma = scheme == WeightScheme.FALK_2019 ? 6 : 5;
        }

        /**
         * Weight of the border term.
         *
         * @param w0 0 (no border term) or more, finite
         * @throws UNetException otherwise
         */
        public Builder optBorder(final double w0) {
            border = checked(w0 >= 0, w0, "border weight w0", "0 (no border term) and more");
            return this;
        }

        /**
         * Width of the border term.
         *
         * @param px more than 0, finite
         * @throws UNetException otherwise
         */
        public Builder optSigma(final double px) {
            sigma = checked(px > 0, px, "border width sigma (px)", "numbers above 0");
            return this;
        }

        /**
         * Weight of background far from all cells; only {@link WeightScheme#FALK_2019} looks at it.
         *
         * @param weight 0..1
         * @throws UNetException otherwise
         */
        public Builder optFloor(final double weight) {
            floor = checked(weight >= 0 && weight <= 1, weight, "background weight", "0 to 1");
            return this;
        }

        /**
         * Width of the background near cells; only {@link WeightScheme#FALK_2019} looks at it.
         *
         * @param px more than 0, finite
         * @throws UNetException otherwise
         */
        public Builder optDecay(final double px) {
            decay = checked(px > 0, px, "background width sigma1 (px)", "numbers above 0");
            return this;
        }

        public WeightMapSettings build() {
            return new WeightMapSettings(this);
        }

        private static double checked(
                final boolean allowed, final double value, final String name, final String range) {
            // NB: every comparison with NaN is false.
            if (!allowed || Double.isInfinite(value)) {
                throw new UNetException(
                        "The " + name + " is " + value + "; allowed are " + range + ".");
            }
            return value;
        }
    }
}
