package io.github.unetfiji.phantom;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.setting.Range;
import io.github.unetfiji.setting.Setting;
import java.util.List;
import java.util.Locale;

/**
 * The size and the looks of a {@link Phantom}. Immutable.
 *
 * <pre>{@code
 * PhantomSettings settings =
 *         PhantomSettings.builder().setWidth(512).setHeight(512).setSlices(30).setSeed(1).build();
 * }</pre>
 */
public final class PhantomSettings {

    /** Largest width and height, px. */
    public static final int MAX_SIDE = 65536;

    /** Largest number of pixels in a slice. */
    public static final long MAX_SLICE_PIXELS = 1L << 30;

    /** Columns, px. */
    public static final Setting<Integer> WIDTH = side("width", 512).in("px");

    /** Rows, px. */
    public static final Setting<Integer> HEIGHT = side("height", 512).in("px");

    /** Slices. */
    public static final Setting<Integer> SLICES =
            side("slices", 10).named("The phantom's number of slices");

    /** Equal settings give equal stacks, another seed gives another tissue. */
    public static final Setting<Long> SEED = Setting.whole("seed", 1L);

    /** The settings that are required of a program; the command has defaults for them. */
    public static final List<Setting<?>> ALL = List.of(WIDTH, HEIGHT, SLICES, SEED);

    private static final String PHANTOM = "The phantom's ";

    private final int width;
    private final int height;
    private final int slices;
    private final long seed;
    private final double cellDiameter;
    private final double membraneWidth;
    private final double noise;
    private final double organelles;

    private PhantomSettings(final Builder builder) {
        width = WIDTH.check(builder.width);
        height = HEIGHT.check(builder.height);
        slices = SLICES.check(builder.slices);
        seed = builder.seed;
        cellDiameter = check("cell diameter", builder.cellDiameter, 16, 1000, "px");
        membraneWidth = check("membrane width", builder.membraneWidth, 1, cellDiameter / 4, "px");
        noise = check("noise", builder.noise, 0, 100, "gray levels");
        organelles = check("organelle density", builder.organelles, 0, 1, "");
        if ((long) width * height > MAX_SLICE_PIXELS) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "A phantom slice of %d x %d px is too large: at most %d pixels are allowed.",
                            width,
                            height,
                            MAX_SLICE_PIXELS));
        }
    }

    /** Starts new settings; width, height, slices and seed are required. */
    public static Builder builder() {
        return new Builder();
    }

    /** Columns, 1..{@value #MAX_SIDE} px. */
    public int width() {
        return width;
    }

    /** Rows, 1..{@value #MAX_SIDE} px. */
    public int height() {
        return height;
    }

    /** Slices, 1..{@value #MAX_SIDE}. */
    public int slices() {
        return slices;
    }

    /** Seed: equal settings give equal stacks, another seed gives another tissue. */
    public long seed() {
        return seed;
    }

    /** Typical cell diameter, px. */
    public double cellDiameter() {
        return cellDiameter;
    }

    /** Width of an upright membrane, px. */
    public double membraneWidth() {
        return membraneWidth;
    }

    /** Standard deviation of the noise in cytoplasm, gray levels. */
    public double noise() {
        return noise;
    }

    /** How many of the possible organelles there are, 0..1. */
    public double organelles() {
        return organelles;
    }

    /** Distance of the sites that cells grow from, px. */
    double pitch() {
        return cellDiameter;
    }

    private static Setting<Integer> side(final String key, final int initial) {
        return Setting.whole(key, initial).named(PHANTOM + key).atLeast(1).atMost(MAX_SIDE);
    }

    private static double check(
            final String what,
            final double value,
            final double least,
            final double most,
            final String unit) {
        return Range.of(least, most).check(PHANTOM + what, value, unit);
    }

    /** Collects settings; {@code setX} is required, {@code optX} has a default. Not thread-safe. */
    public static final class Builder {

        private int width;
        private int height;
        private int slices;
        private long seed;
        private boolean seeded;
        private double cellDiameter = 40;
        private double membraneWidth = 3;
        private double noise = 17;
        private double organelles = 0.5;

        private Builder() {}

        /** Required: columns, 1..{@value PhantomSettings#MAX_SIDE} px. */
        public Builder setWidth(final int px) {
            width = px;
            return this;
        }

        /** Required: rows, 1..{@value PhantomSettings#MAX_SIDE} px. */
        public Builder setHeight(final int px) {
            height = px;
            return this;
        }

        /** Required: slices, 1..{@value PhantomSettings#MAX_SIDE}. */
        public Builder setSlices(final int count) {
            slices = count;
            return this;
        }

        /** Required: the seed, any number. */
        public Builder setSeed(final long number) {
            seed = number;
            seeded = true;
            return this;
        }

        /** Typical diameter of a cell, 16..1000 px, default 40; few cells are several times larger. */
        public Builder optCellDiameter(final double px) {
            cellDiameter = px;
            return this;
        }

        /** Width of an upright membrane, 1 px..a quarter of the cell diameter, default 3. */
        public Builder optMembraneWidth(final double px) {
            membraneWidth = px;
            return this;
        }

        /** Standard deviation of the noise in cytoplasm, 0..100 gray levels, default 17. */
        public Builder optNoise(final double grayLevels) {
            noise = grayLevels;
            return this;
        }

        /** How many of the possible organelles there are, 0 (none)..1, default 0.5. */
        public Builder optOrganelles(final double density) {
            organelles = density;
            return this;
        }

        /**
         * Checks and freezes the settings.
         *
         * @throws UNetException if a required setting is missing or one is out of its range; names
         *     it, the value and the range
         */
        public PhantomSettings build() {
            if (!seeded) {
                throw new UNetException(
                        "The phantom's seed is missing: any whole number is allowed.");
            }
            return new PhantomSettings(this);
        }
    }
}
