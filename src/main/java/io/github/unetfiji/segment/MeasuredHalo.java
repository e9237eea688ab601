package io.github.unetfiji.segment;

import io.github.unetfiji.Progress;
import io.github.unetfiji.bioimageio.TensorAxis;
import io.github.unetfiji.bioimageio.TensorAxis.Kind;
import io.github.unetfiji.bioimageio.TensorDescription;
import io.github.unetfiji.engine.Reach;
import io.github.unetfiji.model.ImportedModel;
import io.github.unetfiji.network.Tensor;
import io.github.unetfiji.tiling.AxisGeometry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * The halo of a package that states none: how far a pixel reaches through its program, along x and y. Measured once, and kept
 * beside the model.
 *
 * @param halo px along x and y; 0 where the package states one
 * @param sentences for people; none if the package states all
 */
record MeasuredHalo(List<Integer> halo, List<String> sentences) {

    /** More than any image has: only a whole image can be computed. */
    private static final int WHOLE = 1 << 24;

    /** Lengths on which it is measured: the second where pixels reach too far for the first. */
    private static final List<Integer> LENGTHS = List.of(512, 1536);

    /** Across the axis, px. */
    private static final int ACROSS = 64;

    /** Share of a fixed side that is taken where pixels reach through all of it. */
    private static final int SHARE = 8;

    private static final List<Kind> PLANE = List.of(Kind.X, Kind.Y);

    /**
     * The halo of a model.
     *
     * @param program computes its outputs
     * @param progress cancels the measurement
     */
    static MeasuredHalo of(
            final ImportedModel model,
            final Function<Tensor, List<Tensor>> program,
            final Progress progress) {
        final ProgramTiles tiles = new ProgramTiles(model.description());
        if (PLANE.stream().allMatch(tiles::isStated)) {
            return new MeasuredHalo(List.of(0, 0), List.of());
        }
        final ReachFile file = ReachFile.of(model);
        final List<OptionalInt> kept = file.read();
        final List<OptionalInt> reach = kept.isEmpty() ? measured(model, program, progress) : kept;
        final boolean written = kept.isEmpty() && file.write(reach);
        return new MeasuredHalo(
                List.of(halo(tiles, 0, reach.get(0)), halo(tiles, 1, reach.get(1))),
                List.of(sentence(tiles, reach, written ? "; kept in " + file.path() : "")));
    }

    private static List<OptionalInt> measured(
            final ImportedModel model,
            final Function<Tensor, List<Tensor>> program,
            final Progress progress) {
        final Optional<TypicalInput> typical = TypicalInput.of(model);
        final List<OptionalInt> reach = new ArrayList<>();
        for (final Kind kind : PLANE) {
            final OptionalInt standard = measured(model, kind, program, progress);
            reach.add(
                    typical.isEmpty()
                            ? standard
                            : farther(
                                    standard,
                                    measured(
                                            model,
                                            kind,
                                            noise -> program.apply(typical.get().like(noise)),
                                            progress)));
        }
        return reach;
    }

    private static OptionalInt farther(final OptionalInt a, final OptionalInt b) {
        return a.isPresent() && b.isPresent()
                ? OptionalInt.of(Math.max(a.getAsInt(), b.getAsInt()))
                : OptionalInt.empty();
    }

    private static OptionalInt measured(
            final ImportedModel model,
            final Kind along,
            final Function<Tensor, List<Tensor>> program,
            final Progress progress) {
        final List<AxisGeometry> axes =
                new ProgramTiles(model.description()).with(List.of(0, 0)).axes();
        final AxisGeometry axis = axes.get(PLANE.indexOf(along));
        final int across = axes.get(1 - PLANE.indexOf(along)).inputFor(ACROSS);
        final TensorDescription input = model.description().input();
        for (final int length : LENGTHS) {
            final long[] shape =
                    input.axes().stream()
                            .mapToLong(
                                    one ->
                                            side(
                                                    one,
                                                    along,
                                                    axis.inputFor(length),
                                                    across,
                                                    model.channels()))
                            .toArray();
            final List<Integer> outputs =
                    model.description().outputs().stream()
                            .map(output -> index(output, along))
                            .toList();
            final Reach reach = Reach.of(program).optProgress(progress);
            final OptionalInt found =
                    reach.along(shape, index(input, along), outputs, axis.alignment());
            if (found.isPresent() && axis.step() > 0) {
                final int shorter = axis.inputFor(length * 3 / 4);
                return reach.isLocal(shape, index(input, along), outputs, shorter, found.getAsInt())
                        ? found
                        : OptionalInt.empty();
            }
            if (found.isPresent() || axis.step() == 0) {
                return found;
            }
        }
        return OptionalInt.empty();
    }

    private static int side(
            final TensorAxis axis,
            final Kind along,
            final int length,
            final int across,
            final int channels) {
        return switch (axis.kind()) {
            case X, Y -> axis.kind() == along ? length : across;
            case CHANNEL -> channels;
            default -> 1;
        };
    }

    private static int index(final TensorDescription tensor, final Kind kind) {
        return tensor.axes().indexOf(tensor.axis(kind).orElseThrow());
    }

    private static int halo(final ProgramTiles tiles, final int d, final OptionalInt reach) {
        if (tiles.isStated(PLANE.get(d))) {
            return 0;
        }
        final AxisGeometry axis = tiles.with(List.of(0, 0)).axis(d);
        if (axis.step() > 0) {
            return reach.orElse(WHOLE);
        }
        // NB: a larger image can be cut only if something is left between two halos.
        final int most = (axis.smallestInput() - axis.alignment()) / 2;
        return Math.min(most, reach.orElse(axis.smallestInput() / SHARE));
    }

    private static String sentence(
            final ProgramTiles tiles, final List<OptionalInt> reach, final String kept) {
        final String name = tiles.description().name();
        if (reach.stream().allMatch(OptionalInt::isPresent)) {
            return String.format(
                    Locale.ROOT,
                    "Halo: the package '%s' states none; a pixel was measured to reach %d px along x and %d px"
                            + " along y, by which tiles overlap%s.",
                    name,
                    reach.get(0).getAsInt(),
                    reach.get(1).getAsInt(),
                    kept);
        }
        return String.format(
                Locale.ROOT,
                "Halo: the package '%s' states none, and a pixel reaches as far as can be measured: an image is"
                        + " computed whole where the program and the memory allow it, and tiles of another size"
                        + " give another result%s.",
                name,
                kept);
    }
}
