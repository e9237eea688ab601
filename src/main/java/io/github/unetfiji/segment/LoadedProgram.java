package io.github.unetfiji.segment;

import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.engine.ProgramNetwork;
import io.github.unetfiji.model.ImportedModel;
import io.github.unetfiji.model.SegmentationModel;
import io.github.unetfiji.network.Precision;
import io.github.unetfiji.processing.Preprocessing;
import io.github.unetfiji.stack.SliceSource;
import io.github.unetfiji.tiling.TileGeometry;
import io.github.unetfiji.tiling.TileNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The program of a package on a device. */
final class LoadedProgram implements LoadedModel {

    private final ImportedModel model;
    private final ProgramNetwork program;
    private final ProgramTile tile;
    private final OutputOperations operations;
    private final List<String> notes;

    private LoadedProgram(
            final ImportedModel model, final ProgramNetwork program, final MeasuredHalo halo) {
        this.model = model;
        this.program = program;
        operations = new OutputOperations(model.description());
        final TileGeometry geometry = new ProgramGeometry(model.description()).with(halo.halo());
        tile = new ProgramTile(model.description(), geometry, operations, program::run);
        notes = notes(halo);
    }

    /**
     * Loads a model; if its package states no halo, and it is not known from before, measures it.
     *
     * @param progress cancels the measurement
     * @throws UNetException if it cannot segment planes, the options ask for what it cannot do, or the device cannot hold it
     */
    static LoadedProgram of(
            final ImportedModel model, final SegmentationOptions options, final Progress progress) {
        check(model, options);
        final ProgramNetwork network =
                ProgramNetwork.open(model.program(), options.computingDevice());
        boolean loaded = false;
        try {
            final LoadedProgram program =
                    new LoadedProgram(
                            model, network, MeasuredHalo.of(model, network::run, progress));
            options.tile().ifPresent(program.tile.geometry()::checkTile);
            loaded = true;
            return program;
        } finally {
            if (!loaded) {
                network.close();
            }
        }
    }

    private static void check(final ImportedModel model, final SegmentationOptions options) {
        if (model.isVolumetric()) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "The model '%s' takes volumes, but only models of planes can segment so far.",
                            model.name()));
        }
        if (options.precision().filter(precision -> precision != Precision.FLOAT32).isPresent()) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "precision is %s, but the program of the model '%s' is one of others and computes in"
                                    + " float32: use auto or float32.",
                            options.precision().orElseThrow().key(),
                            model.name()));
        }
        // NB: before the device is asked.
        final ProgramGeometry tiles = new ProgramGeometry(model.description());
        options.tile().ifPresent(tiles.with(List.of(0, 0))::checkTile);
    }

    private List<String> notes(final MeasuredHalo halo) {
        final List<String> sentences = new ArrayList<>();
        sentences.add(
                String.format(
                        Locale.ROOT,
                        "Channels: the model '%s' gives %s.",
                        model.name(),
                        String.join(", ", model.outputs())));
        sentences.addAll(halo.sentences());
        if (halo.sentences().isEmpty()) {
            sentences.add(
                    String.format(
                            Locale.ROOT,
                            "Halo: %d px along x and %d px along y, as the package '%s' states.",
                            tile.geometry().axis(0).halo(),
                            tile.geometry().axis(1).halo(),
                            model.name()));
        }
        return sentences;
    }

    @Override
    public SegmentationModel model() {
        return model;
    }

    @Override
    public TileNetwork network() {
        return tile;
    }

    @Override
    public long bytesPerPixel() {
        return ProgramMemory.bytesPerPixel(model.proof());
    }

    @Override
    public ResultMeaning meaning() {
        return ChannelRules.of(model);
    }

    @Override
    public int factor() {
        return tile.factor();
    }

    @Override
    public boolean isLocal() {
        return operations.arePointwise();
    }

    @Override
    public List<String> notes() {
        return notes;
    }

    @Override
    public SliceSource prepared(final SliceSource image, final Progress progress) {
        final SliceSource prepared =
                Preprocessing.of(model.description().input()).normalized(image, progress);
        return operations.needInput() ? new PreparedAndRaw(prepared, image) : prepared;
    }

    @Override
    public SliceClassifier slices(
            final TiledInference tiles, final SliceSource prepared, final Progress progress) {
        final SliceClassifier fine = factor() == 1 ? tiles : new FineSlices(tiles, factor());
        return isLocal()
                ? fine
                : ProcessedSlices.of(fine, operations, prepared, model.channels(), progress);
    }

    @Override
    public void close() {
        program.close();
    }
}
