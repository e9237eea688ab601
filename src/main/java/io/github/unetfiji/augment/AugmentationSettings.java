package io.github.unetfiji.augment;

import io.github.unetfiji.setting.Range;
import io.github.unetfiji.setting.Setting;
import io.github.unetfiji.setting.Settings;
import java.util.List;

/**
 * The kinds of augmentation and their strengths. Immutable; {@link #defaults()}, {@link #none()}, or
 * {@link #builder()}, which starts from the defaults.
 *
 * <p>The paper (Ronneberger et al. 2015, section 3.1) gives the 3x3 grid and the 10 px, and names shift,
 * rotation and gray-value variation without numbers. All angles and mirrorings are on by default
 * because a section of tissue or a dish of cells has no up or down: turned, it is as good a sample. Where
 * the optics have a direction, as the shadow in DIC, set rotation to 0 and flip to false.
 */
public final class AugmentationSettings {

    /** Share of the patches whose centre is drawn by the pixels' weights; the others lie anywhere. */
    public static final Setting<Double> FOCUS = Setting.number("focus", 0).atLeast(0).atMost(1);

    /** Standard deviation of the displacement vectors, px; 0 switches the deformation off. */
    public static final Setting<Double> DEFORMATION =
            Setting.number("deformation", 10).atLeast(0).atMost(10000).in("px");

    /** Distance of the control points, px; 0 for a 3x3 grid over the patch. */
    public static final Setting<Double> SPACING =
            Setting.number("spacing", 0)
                    .within(Range.of(4, PatchShape.LARGEST).withZero())
                    .in("px");

    /** Largest magnification; the smallest is its inverse. Drawn on a logarithmic scale. */
    public static final Setting<Double> SCALE = Setting.number("scale", 1).atLeast(1).atMost(4);

    /** Largest standard deviation of added noise, in standard deviations of the image. */
    public static final Setting<Double> NOISE = Setting.number("noise", 0).atLeast(0).atMost(4);

    /** Largest standard deviation of a Gaussian blur, px. */
    public static final Setting<Double> BLUR =
            Setting.number("blur", 0).atLeast(0).atMost(20).in("px");

    /** Largest rotation either way, degrees. */
    public static final Setting<Double> ROTATION =
            Setting.number("rotation", 180).atLeast(0).atMost(180).in("degrees");

    /** Whether patches are mirrored at random along x and along y. */
    public static final Setting<Boolean> FLIP = Setting.flag("flip", true);

    /** Strength of the gray-value variation, see {@link IntensityVariation}. */
    public static final Setting<Double> INTENSITY =
            Setting.number("intensity", 0.25).atLeast(0).atMost(4);

    /** How gray values are interpolated; weights are always linear, labels always nearest. */
    public static final Setting<Interpolation> INTERPOLATION =
            Setting.choice("interpolation", Interpolation.LINEAR);

    /** All of them. */
    public static final List<Setting<?>> ALL =
            List.of(
                    FOCUS,
                    DEFORMATION,
                    SPACING,
                    SCALE,
                    NOISE,
                    BLUR,
                    ROTATION,
                    FLIP,
                    INTENSITY,
                    INTERPOLATION);

    private final Settings values;

    private AugmentationSettings(final Settings values) {
        this.values = values.only(ALL);
    }

    /** The settings of an augmentation among these values. */
    public static AugmentationSettings of(final Settings values) {
        return new AugmentationSettings(values);
    }

    /** The defaults. */
    public static AugmentationSettings defaults() {
        return new AugmentationSettings(Settings.DEFAULTS);
    }

    /** Everything off: a patch is a bit-equal copy of the mirrored source. */
    public static AugmentationSettings none() {
        return builder().optDeformation(0).optRotation(0).optFlip(false).optIntensity(0).build();
    }

    /** Starts with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** All values. */
    public Settings values() {
        return values;
    }

    /** Standard deviation of the displacement vectors, px. */
    public double deformation() {
        return values.get(DEFORMATION);
    }

    /** Distance of the control points, px; 0 for a 3x3 grid over the patch. */
    public double spacing() {
        return values.get(SPACING);
    }

    /** Largest rotation either way, degrees. */
    public double rotation() {
        return values.get(ROTATION);
    }

    /** Whether patches are mirrored at random. */
    public boolean flip() {
        return values.get(FLIP);
    }

    /** Largest magnification; the smallest is its inverse. */
    public double scale() {
        return values.get(SCALE);
    }

    /** Strength of the gray-value variation; 1 is the documented range. */
    public double intensity() {
        return values.get(INTENSITY);
    }

    /** Largest standard deviation of the noise, in standard deviations of the image. */
    public double noise() {
        return values.get(NOISE);
    }

    /** Largest standard deviation of the blur, px. */
    public double blur() {
        return values.get(BLUR);
    }

    /** Share of the patches whose centre is drawn by the pixels' weights, 0..1. */
    public double focus() {
        return values.get(FOCUS);
    }

    /** How gray values are interpolated. */
    public Interpolation interpolation() {
        return values.get(INTERPOLATION);
    }

    /**
     * Number of grid nodes along a side: 3, or with a spacing as many as come closest to it, at
     * least 2.
     *
     * @param length of the side in px, at least 1
     */
    int nodes(final int length) {
        final double spacing = spacing();
        return spacing == 0 ? 3 : Math.max(2, (int) Math.round((length - 1) / spacing) + 1);
    }

    /** Sets what differs from the defaults. A value that is not allowed is refused at once. */
    public static final class Builder {

        private Settings values = Settings.DEFAULTS;

        private Builder() {}

        private <T> Builder with(final Setting<T> setting, final T value) {
            values = values.with(setting, value);
            return this;
        }

        /** Standard deviation of the displacement vectors, 0 to 10000 px; 0 switches it off. */
        public Builder optDeformation(final double px) {
            return with(DEFORMATION, px);
        }

        /** Distance of the control points, 4 to 16384 px, or 0 for a 3x3 grid over the patch. */
        public Builder optSpacing(final double px) {
            return with(SPACING, px);
        }

        /** Largest rotation either way, 0 to 180 degrees. */
        public Builder optRotation(final double degrees) {
            return with(ROTATION, degrees);
        }

        /** Whether patches are mirrored at random along x and along y. */
        public Builder optFlip(final boolean mirror) {
            return with(FLIP, mirror);
        }

        /** Largest magnification, 1 to 4; drawn on a logarithmic scale from 1/largest to largest. */
        public Builder optScale(final double largest) {
            return with(SCALE, largest);
        }

        /** Strength of the gray-value variation, 0 to 4. */
        public Builder optIntensity(final double strength) {
            return with(INTENSITY, strength);
        }

        /** Largest standard deviation of the noise, 0 to 4 standard deviations of the image. */
        public Builder optNoise(final double largest) {
            return with(NOISE, largest);
        }

        /** Largest standard deviation of the Gaussian blur, 0 to 20 px. */
        public Builder optBlur(final double largest) {
            return with(BLUR, largest);
        }

        /**
         * Share of the patches, 0 to 1, whose centre is drawn with a probability that is proportional to
         * the weight of the pixels: so rare classes and the borders between cells come up more often. The
         * others lie anywhere.
         */
        public Builder optFocus(final double share) {
            return with(FOCUS, share);
        }

        /** How gray values are interpolated; weights are always linear, labels always nearest. */
        public Builder optInterpolation(final Interpolation method) {
            return with(INTERPOLATION, method);
        }

        /** The settings; later changes of this builder do not touch them. */
        public AugmentationSettings build() {
            return new AugmentationSettings(values);
        }
    }
}
