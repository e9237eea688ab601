package io.github.unetfiji.augment;

/**
 * Rotation, mirroring and scale about the centre of a patch.
 *
 * <p>Its matrix takes an offset from the centre of the patch to an offset in the source:
 * R(degrees) F(flips) / scale, with x to the right and y down. Multiples of 90 degrees are exact.
 *
 * @param degrees by which the image is rotated counter-clockwise in the patch
 * @param flipX whether the patch is mirrored left to right
 * @param flipY whether the patch is mirrored top to bottom
 * @param scale magnification: 2 shows everything twice as large
 */
public record RigidMotion(double degrees, boolean flipX, boolean flipY, double scale) {

    /** No rotation, mirroring or scale. */
    public static final RigidMotion NONE = new RigidMotion(0, false, false, 1);

    /**
     * @throws IllegalArgumentException if the angle is not finite, or the scale is not above 0 and finite
     */
    public RigidMotion {
        if (!Double.isFinite(degrees) || !(scale > 0) || Double.isInfinite(scale)) {
            throw new IllegalArgumentException(
                    "No motion: " + degrees + " degrees, scale " + scale);
        }
    }

    /** A rotation alone. */
    public static RigidMotion rotation(final double degrees) {
        return new RigidMotion(degrees, false, false, 1);
    }

    /** A random motion within the settings. */
    static RigidMotion random(final AugmentationSettings settings, final SampleRandom random) {
        // NB: always the same four draws, so that one setting does not change what another does.
        final double turn = random.uniform(-1, 1);
        final boolean mirrorX = random.coin();
        final boolean mirrorY = random.coin();
        final double zoom = random.uniform(-1, 1);
        return new RigidMotion(
                turn * settings.rotation(),
                mirrorX && settings.flip(),
                mirrorY && settings.flip(),
                StrictMath.pow(settings.scale(), zoom));
    }

    /** Source x per patch x. */
    double xx() {
        return (flipX ? -1 : 1) * cosine(degrees) / scale;
    }

    /** Source x per patch y. */
    double xy() {
        return (flipY ? 1 : -1) * cosine(degrees - 90) / scale;
    }

    /** Source y per patch x. */
    double yx() {
        return (flipX ? -1 : 1) * cosine(degrees - 90) / scale;
    }

    /** Source y per patch y. */
    double yy() {
        return (flipY ? -1 : 1) * cosine(degrees) / scale;
    }

    /** Whether whole-pixel offsets stay whole: quarter turns and flips without scale. */
    boolean keepsPixels() {
        return scale == 1 && degrees % 90 == 0;
    }

    private static double cosine(final double angle) {
        final double turned = Math.abs(angle % 360);
        if (turned == 90 || turned == 270) {
            return 0;
        }
        if (turned == 0 || turned == 180) {
            return turned == 0 ? 1 : -1;
        }
        return StrictMath.cos(Math.toRadians(turned));
    }
}
