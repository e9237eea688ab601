package io.github.unetfiji.segment;

import io.github.unetfiji.bioimageio.PackageDescription;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.network.Precision;
import io.github.unetfiji.text.Counted;
import io.github.unetfiji.text.MemorySize;
import io.github.unetfiji.tiling.TileGeometry;
import io.github.unetfiji.tiling.TilePlan;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * The tiles of a segmentation and the memory that they need, known before it starts.
 *
 * @param tileWidth width of the input of a tile, px
 * @param tileHeight height of the input of a tile, px
 * @param tiles number in a slice
 * @param bytes memory of the device that a tile needs, without the model
 */
public record TileForecast(int tileWidth, int tileHeight, int tiles, long bytes) {

    /**
     * The forecast for slices of a size.
     *
     * @throws io.github.unetfiji.UNetException if the tile size is not valid for the network
     */
    public static TileForecast of(
            final Architecture architecture,
            final Precision precision,
            final TileSize tileSize,
            final int width,
            final int height) {
        return of(
                tileSize.plan(architecture, precision, width, height),
                architecture.inferenceBytesPerPixel(precision));
    }

    /**
     * The forecast for a model of another program, as far as its package tells: without the halo that may have to be measured, and
     * with the memory of a usual network.
     *
     * @throws io.github.unetfiji.UNetException if the tile size is not valid for the program, or it takes no planes
     */
    public static TileForecast of(
            final PackageDescription description,
            final TileSize tileSize,
            final int width,
            final int height) {
        final TileGeometry geometry = new ProgramGeometry(description).with(List.of(0, 0));
        return of(
                tileSize.plan(geometry, ProgramMemory.UNKNOWN, width, height),
                ProgramMemory.UNKNOWN);
    }

    private static TileForecast of(final TilePlan plan, final long bytesPerPixel) {
        return new TileForecast(
                plan.inputSize()[0],
                plan.inputSize()[1],
                plan.tileCount(),
                plan.inputPixels() * bytesPerPixel);
    }

    /**
     * The forecast in words.
     *
     * @param slices of the image
     * @param freeBytes of the device, empty if nobody knows
     */
    public String sentence(final int slices, final OptionalLong freeBytes) {
        final String free =
                freeBytes.isPresent()
                        ? " of " + MemorySize.available(freeBytes.getAsLong()) + " free"
                        : "";
        final String words =
                String.format(
                        Locale.ROOT,
                        "%s in %s of %dx%d px; a tile needs about %s%s.",
                        Counted.of(slices, "slice"),
                        Counted.of((long) slices * tiles, "tile"),
                        tileWidth,
                        tileHeight,
                        MemorySize.needed(bytes),
                        free);
        return freeBytes.isPresent() && bytes > freeBytes.getAsLong()
                ? words + " Memory may not suffice: use smaller tiles."
                : words;
    }
}
