package io.github.unetfiji.segment;

import io.github.unetfiji.bioimageio.AxisSize;
import io.github.unetfiji.bioimageio.Operation;
import io.github.unetfiji.bioimageio.PackageDescription;
import io.github.unetfiji.bioimageio.PackageFile;
import io.github.unetfiji.bioimageio.TensorAxis;
import io.github.unetfiji.bioimageio.TensorAxis.Kind;
import io.github.unetfiji.bioimageio.TensorDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Descriptions of packages, in tests. */
final class Foreign {

    private Foreign() {}

    /**
     * An input.
     *
     * @param order of its axes, such as {@code bcyx}
     */
    static TensorDescription input(final String order, final int channels, final AxisSize size) {
        return tensor("image", order, channels, size, 0, List.of());
    }

    /**
     * An output whose length is a multiple of that of the input.
     *
     * @param offset px that it has more
     */
    static TensorDescription output(
            final String id,
            final String order,
            final int channels,
            final double factor,
            final int offset,
            final int halo,
            final Operation... operations) {
        final List<TensorAxis> axes = new ArrayList<>();
        for (final char letter : order.toCharArray()) {
            axes.add(
                    axis(
                            kind(letter),
                            new AxisSize.Relative("image", String.valueOf(letter), factor, offset),
                            channels,
                            halo));
        }
        return new TensorDescription(
                id, "", axes, "float32", List.of(operations), Optional.empty(), Optional.empty());
    }

    private static TensorDescription tensor(
            final String id,
            final String order,
            final int channels,
            final AxisSize size,
            final int halo,
            final List<Operation> operations) {
        final List<TensorAxis> axes =
                order.chars().mapToObj(c -> axis(kind((char) c), size, channels, halo)).toList();
        return new TensorDescription(
                id, "", axes, "float32", operations, Optional.empty(), Optional.empty());
    }

    private static Kind kind(final char letter) {
        return switch (letter) {
            case 'b' -> Kind.BATCH;
            case 'c' -> Kind.CHANNEL;
            case 'y' -> Kind.Y;
            default -> Kind.X;
        };
    }

    private static TensorAxis axis(
            final Kind kind, final AxisSize size, final int channels, final int halo) {
        final List<String> names = new ArrayList<>();
        for (int c = 0; c < channels && kind == Kind.CHANNEL; c++) {
            names.add("channel" + c);
        }
        final AxisSize length =
                switch (kind) {
                    case BATCH -> new AxisSize.Fixed(1);
                    case CHANNEL -> new AxisSize.Fixed(channels);
                    default -> size;
                };
        return new TensorAxis(
                kind,
                kind.name().toLowerCase(Locale.ROOT),
                length,
                names,
                kind.isSpatial() ? halo : 0,
                1,
                Optional.empty());
    }

    /** A package of these tensors. */
    static PackageDescription of(
            final TensorDescription input, final TensorDescription... outputs) {
        return new PackageDescription(
                "0.5.4",
                "cells",
                Optional.empty(),
                Optional.empty(),
                "",
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                input,
                List.of(outputs),
                new PackageFile("weights.pt", Optional.empty()),
                Optional.empty(),
                Map.of());
    }
}
