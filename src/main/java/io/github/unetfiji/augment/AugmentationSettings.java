package io.github.unetfiji.augment;

import java.util.Objects;

/**
 * What augmentation does, and how strongly. Immutable; {@link #defaults()}, {@link #none()}, or
 * {@link #builder()}, which starts from the defaults.
 *
 * <table>
 * <caption>Settings</caption>
 * <tr><th>key</th><th>default</th><th>allowed</th><th>meaning</th></tr>
 * <tr><td>deformation</td><td>10</td><td>0 to 10000</td><td>sd in px of the displacement vectors</td></tr>
 * <tr><td>spacing</td><td>0</td><td>0, or 4 to 16384</td><td>px between control points; 0 = 3x3 over the
 *     patch</td></tr>
 * <tr><td>rotation</td><td>180</td><td>0 to 180</td><td>largest angle in degrees, either way</td></tr>
 * <tr><td>flip</td><td>true</td><td></td><td>random mirroring along x and along y</td></tr>
 * <tr><td>scale</td><td>1</td><td>1 to 4</td><td>largest magnification; the inverse is the smallest</td></tr>
 * <tr><td>intensity</td><td>0.25</td><td>0 to 4</td><td>strength of the gray-value variation ({@link
 *     IntensityVariation})</td></tr>
 * <tr><td>noise</td><td>0</td><td>0 to 4</td><td>largest sd of added noise, in sd of the image</td></tr>
 * <tr><td>blur</td><td>0</td><td>0 to 20</td><td>largest sd in px of a Gaussian blur</td></tr>
 * <tr><td>focus</td><td>0</td><td>0 to 1</td><td>share of the patches that are centred by the pixels' weights</td></tr>
 * <tr><td>interpolation</td><td>LINEAR</td><td></td><td>of gray values</td></tr>
 * </table>
 *
 * <p>The paper (Ronneberger et al. 2015, section 3.1) gives the 3x3 grid and the 10 px, and names shift,
 * rotation and gray-value variation without numbers. All angles and mirrorings are on by default
 * because a section of tissue or a dish of cells has no up or down: turned, it is as good a sample. Where
 * the optics have a direction, as the shadow in DIC, set rotation to 0 and flip to false.
 */
public final class AugmentationSettings {

    private final double deformation;
    private final double spacing;
    private final double rotation;
    private final boolean flip;
    private final double scale;
    private final double intensity;
    private final double noise;
    private final double blur;
    private final double focus;
    private final Interpolation interpolation;

    private AugmentationSettings(final Builder builder) {
        deformation = builder.deformation;
        spacing = builder.spacing;
        rotation = builder.rotation;
        flip = builder.flip;
        scale = builder.scale;
        intensity = builder.intensity;
        noise = builder.noise;
        blur = builder.blur;
        focus = builder.focus;
        interpolation = builder.interpolation;
    }

    /** The defaults of the table above. */
    public static AugmentationSettings defaults() {
        return builder().build();
    }

    /** Everything off: a patch is a bit-equal copy of the mirrored source. */
    public static AugmentationSettings none() {
        return builder().optDeformation(0).optRotation(0).optFlip(false).optIntensity(0).build();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Standard deviation of the displacement vectors, px. */
    public double deformation() {
        return deformation;
    }

    /** Distance of the control points, px; 0 for a 3x3 grid over the patch. */
    public double spacing() {
        return spacing;
    }

    /** Largest rotation either way, degrees. */
    public double rotation() {
        return rotation;
    }

    public boolean flip() {
        return flip;
    }

    /** Largest magnification; the smallest is its inverse. */
    public double scale() {
        return scale;
    }

    /** Strength of the gray-value variation; 1 is the documented range. */
    public double intensity() {
        return intensity;
    }

    /** Largest sd of the noise, in standard deviations of the image. */
    public double noise() {
        return noise;
    }

    /** Largest sd of the blur, px. */
    public double blur() {
        return blur;
    }

    /** Share of the patches whose centre is drawn by the pixels' weights, 0..1. */
    public double focus() {
        return focus;
    }

    public Interpolation interpolation() {
        return interpolation;
    }

    /**
     * Number of grid nodes along a side: 3, or with a spacing as many as come closest to it, at
     * least 2.
     *
     * @param length of the side in px, at least 1
     */
    int nodes(final int length) {
        return spacing == 0 ? 3 : Math.max(2, (int) Math.round((length - 1) / spacing) + 1);
    }

    /** Sets what differs from the defaults. A value that is not allowed is refused at once. */
    public static final class Builder {

        private double deformation = 10;
        private double spacing;
        private double rotation = 180;
        private boolean flip = true;
        private double scale = 1;
        private double intensity = 0.25;
        private double noise;
        private double blur;
        private double focus;
        private Interpolation interpolation = Interpolation.LINEAR;

        private Builder() {}

        /** Standard deviation of the displacement vectors, 0 to 10000 px; 0 switches it off. */
        public Builder optDeformation(final double sd) {
            deformation = ArgumentCheck.range("The deformation", sd, 0, 10000, " px");
            return this;
        }

        /** Distance of the control points, 4 to 16384 px, or 0 for a 3x3 grid over the patch. */
        public Builder optSpacing(final double px) {
            spacing =
                    px == 0
                            ? 0
                            : ArgumentCheck.range(
                                    "The grid spacing",
                                    px,
                                    4,
                                    PatchShape.LARGEST,
                                    " px, or 0 for a 3x3 grid");
            return this;
        }

        /** Largest rotation either way, 0 to 180 degrees. */
        public Builder optRotation(final double degrees) {
            rotation = ArgumentCheck.range("The rotation", degrees, 0, 180, " degrees");
            return this;
        }

        /** Whether patches are mirrored at random along x and along y. */
        public Builder optFlip(final boolean mirror) {
            flip = mirror;
            return this;
        }

        /** Largest magnification, 1 to 4; drawn on a logarithmic scale from 1/largest to largest. */
        public Builder optScale(final double largest) {
            scale = ArgumentCheck.range("The scale", largest, 1, 4, "");
            return this;
        }

        /** Strength of the gray-value variation, 0 to 4. */
        public Builder optIntensity(final double strength) {
            intensity = ArgumentCheck.range("The intensity variation", strength, 0, 4, "");
            return this;
        }

        /** Largest sd of the noise, 0 to 4 standard deviations of the image. */
        public Builder optNoise(final double largest) {
            noise = ArgumentCheck.range("The noise", largest, 0, 4, " standard deviations");
            return this;
        }

        /** Largest sd of the Gaussian blur, 0 to 20 px. */
        public Builder optBlur(final double largest) {
            blur = ArgumentCheck.range("The blur", largest, 0, 20, " px");
            return this;
        }

        /**
         * Share of the patches, 0 to 1, whose centre is drawn with a probability that is proportional to
         * the weight of the pixels: so rare classes and the borders between cells come up more often. The
         * others lie anywhere.
         */
        public Builder optFocus(final double share) {
            focus = ArgumentCheck.range("The focus", share, 0, 1, "");
            return this;
        }

        /** How gray values are interpolated; weights are always linear, labels always nearest. */
        public Builder optInterpolation(final Interpolation method) {
            interpolation = Objects.requireNonNull(method);
            return this;
        }

        public AugmentationSettings build() {
            return new AugmentationSettings(this);
        }
    }
}
