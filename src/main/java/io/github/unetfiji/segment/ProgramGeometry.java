package io.github.unetfiji.segment;

import io.github.unetfiji.bioimageio.AxisSize;
import io.github.unetfiji.bioimageio.PackageDescription;
import io.github.unetfiji.bioimageio.TensorAxis;
import io.github.unetfiji.bioimageio.TensorAxis.Kind;
import io.github.unetfiji.tiling.AxisGeometry;
import io.github.unetfiji.tiling.TileGeometry;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * The tiles that the program of a package takes, as the package says.
 *
 * @param description of the package
 */
public record ProgramGeometry(PackageDescription description) {

    /**
     * @throws io.github.unetfiji.UNetException if the program takes no planes
     */
    public ProgramGeometry {
        PlaneTensor.of(description.input(), description.name());
    }

    /**
     * The tiles along x and y.
     *
     * @param measured px, along x and y, that are wrong where an image is cut; for axes of which the package says nothing
     */
    public TileGeometry with(final List<Integer> measured) {
        return TileGeometry.of(axis(Kind.X, measured.get(0)), axis(Kind.Y, measured.get(1)));
    }

    private AxisGeometry axis(final Kind kind, final int measured) {
        final TensorAxis axis = description.input().axis(kind).orElseThrow();
        final int lost = most(kind, OutputScale::lost);
        final int halo = lost + (isStated(kind) ? most(kind, OutputScale::halo) : measured);
        final boolean fixed = axis.size() instanceof AxisSize.Fixed;
        final int smallest =
                fixed
                        ? ((AxisSize.Fixed) axis.size()).length()
                        : ((AxisSize.Stepped) axis.size()).min();
        final int step = fixed ? 0 : ((AxisSize.Stepped) axis.size()).step();
        return AxisGeometry.stated(
                "the model '" + description.name() + "'", smallest, step, halo, lost == 0);
    }

    private int most(final Kind kind, final ToIntFunction<OutputScale> value) {
        return description.outputs().stream()
                .mapToInt(output -> value.applyAsInt(OutputScale.of(output, kind)))
                .max()
                .orElse(0);
    }

    /** Whether the package says which part of a tile is wrong: by a halo, or since the program does not pad. */
    public boolean isStated(final Kind kind) {
        return most(kind, OutputScale::halo) + most(kind, OutputScale::lost) > 0;
    }
}
