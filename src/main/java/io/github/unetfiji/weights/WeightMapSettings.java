package io.github.unetfiji.weights;

import io.github.unetfiji.setting.Setting;
import io.github.unetfiji.setting.Settings;
import java.util.Arrays;
import java.util.List;

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

    /** Far beyond anything useful, and far from what a float cannot hold. */
    private static final double MOST = 1e6;

    /** The formula. */
    public static final Setting<WeightScheme> SCHEME =
            Setting.choice(
                            "scheme",
                            WeightScheme.class,
                            WeightScheme.RONNEBERGER_2015,
                            Arrays.asList(WeightScheme.values()),
                            WeightScheme::key,
                            WeightScheme::of)
                    .shown("ronneberger2015", "Ronneberger et al. 2015")
                    .shown("falk2019", "Falk et al. 2019");

    /** Weight of the border term between two cells that touch: w0 of eq. 2; 0 = no border term. */
    public static final Setting<Double> BORDER =
            Setting.number("border", 10).atLeast(0).atMost(MOST);

    /** How far the border term reaches: sigma of eq. 2, px. */
    public static final Setting<Double> SIGMA = Setting.number("sigma", 5).above(0).in("px");

    /** Weight of background far from all cells, {@link WeightScheme#FALK_2019} only. */
    public static final Setting<Double> FLOOR = Setting.number("floor", 0.1).atLeast(0).atMost(1);

    /** How far background near a cell counts: sigma1, px, {@link WeightScheme#FALK_2019} only. */
    public static final Setting<Double> DECAY = Setting.number("decay", 10).above(0).in("px");

    /** All of them. */
    public static final List<Setting<?>> ALL = List.of(SCHEME, BORDER, SIGMA, FLOOR, DECAY);

    private static final Settings OF_FALK_2019 =
            Settings.DEFAULTS
                    .with(SCHEME, WeightScheme.FALK_2019)
                    .with(BORDER, 50.0)
                    .with(SIGMA, 6.0);

    private final Settings values;

    private WeightMapSettings(final Settings values) {
        this.values = values.only(ALL);
    }

    /** The settings of a weight map among these values. */
    public static WeightMapSettings of(final Settings values) {
        return new WeightMapSettings(values);
    }

    /** Starts with the defaults of {@link WeightScheme#RONNEBERGER_2015}. */
    public static Builder builder() {
        return builder(WeightScheme.RONNEBERGER_2015);
    }

    /** Starts with the defaults of a scheme. */
    public static Builder builder(final WeightScheme scheme) {
        return new Builder(scheme == WeightScheme.FALK_2019 ? OF_FALK_2019 : Settings.DEFAULTS);
    }

    /** All values. */
    public Settings values() {
        return values;
    }

    /** The formula. */
    public WeightScheme scheme() {
        return values.get(SCHEME);
    }

    /** Weight of the border term between two cells that touch: w0 of eq. 2. */
    public double border() {
        return values.get(BORDER);
    }

    /** How far the border term reaches: sigma of eq. 2, px. */
    public double sigma() {
        return values.get(SIGMA);
    }

    /** Weight of background far from all cells, {@link WeightScheme#FALK_2019} only. */
    public double floor() {
        return values.get(FLOOR);
    }

    /** How far background near a cell counts: sigma1, px, {@link WeightScheme#FALK_2019} only. */
    public double decay() {
        return values.get(DECAY);
    }

    /** Takes the parameters that are not the default. A value that is not allowed is refused at once. */
    public static final class Builder {

        private Settings values;

        private Builder(final Settings values) {
            this.values = values;
        }

        private Builder with(final Setting<Double> setting, final double value) {
            values = values.with(setting, value);
            return this;
        }

        /** Weight of the border term w0, 0 (no border term) to 1000000. */
        public Builder optBorder(final double w0) {
            return with(BORDER, w0);
        }

        /** Width of the border term, px, above 0. */
        public Builder optSigma(final double px) {
            return with(SIGMA, px);
        }

        /** Weight of background far from all cells, 0 to 1; only {@link WeightScheme#FALK_2019} looks at it. */
        public Builder optFloor(final double weight) {
            return with(FLOOR, weight);
        }

        /** Width of the background near cells, px, above 0; only {@link WeightScheme#FALK_2019} looks at it. */
        public Builder optDecay(final double px) {
            return with(DECAY, px);
        }

        /** The settings; later changes of this builder do not touch them. */
        public WeightMapSettings build() {
            return new WeightMapSettings(values);
        }
    }
}
