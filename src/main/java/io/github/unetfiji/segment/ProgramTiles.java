package io.github.unetfiji.segment;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.bioimageio.AxisSize;
import io.github.unetfiji.bioimageio.PackageDescription;
import io.github.unetfiji.bioimageio.TensorAxis;
import io.github.unetfiji.bioimageio.TensorDescription;
import io.github.unetfiji.tiling.AxisGeometry;
import io.github.unetfiji.tiling.TileGeometry;
import java.util.Locale;
import java.util.OptionalInt;

/** The tiles that the program of a package takes, as the package says. */
public final class ProgramTiles {

    private ProgramTiles() {}

    /**
     * The tiles along x and y.
     *
     * @param halo px that are wrong where an image is cut: (x, y)
     * @throws UNetException if the package does not say which sizes its program takes, or takes no planes
     */
    public static TileGeometry of(final PackageDescription description, final int... halo) {
        PlaneTensor.of(description.input(), description.name());
        return TileGeometry.of(
                axis(description, TensorAxis.Kind.X, halo[0]),
                axis(description, TensorAxis.Kind.Y, halo[1]));
    }

    private static AxisGeometry axis(
            final PackageDescription description, final TensorAxis.Kind kind, final int halo) {
        final TensorAxis axis = description.input().axis(kind).orElseThrow();
        final String name = "the model '" + description.name() + "'";
        if (axis.size() instanceof AxisSize.Fixed fixed) {
            return AxisGeometry.fixed(name, fixed.length(), halo);
        }
        if (axis.size() instanceof AxisSize.Stepped stepped) {
            return AxisGeometry.padded(name, stepped.min(), stepped.step(), halo);
        }
        throw new UNetException(
                String.format(
                        Locale.ROOT,
                        "The model '%s' cannot segment images: its package does not say which lengths the axis"
                                + " %s of its input can have.",
                        description.name(),
                        axis.id()));
    }

    /** The halo that a package states, in px of the input; empty if it states none. */
    public static OptionalInt halo(
            final PackageDescription description, final TensorAxis.Kind kind) {
        int most = 0;
        for (final TensorDescription output : description.outputs()) {
            final OutputScale scale =
                    OutputScale.of(output, description.input(), description.name());
            most = Math.max(most, output.axis(kind).map(TensorAxis::halo).map(scale::ofInput).orElse(0));
        }
        return most == 0 ? OptionalInt.empty() : OptionalInt.of(most);
    }
}
