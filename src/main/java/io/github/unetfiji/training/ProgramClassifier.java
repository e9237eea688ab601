package io.github.unetfiji.training;

import io.github.unetfiji.Progress;
import io.github.unetfiji.engine.TrainableProgram;
import io.github.unetfiji.segment.NotFiniteException;
import io.github.unetfiji.segment.SliceClassifier;
import io.github.unetfiji.tiling.BlockReader;
import io.github.unetfiji.tiling.TileGeometry;
import io.github.unetfiji.tiling.TileNetwork;
import io.github.unetfiji.tiling.TilePlan;
import io.github.unetfiji.tiling.TileRunner;

/** Segments slices with a program of others while it is trained, tile by tile. */
final class ProgramClassifier implements SliceClassifier {

    /** NB: as large as the tiles of a segmentation need not be: held-out slices are few. */
    private static final long LARGEST_TILE = 512 * 512;

    private final TileGeometry geometry;
    private final ProgramTarget target;
    private final int foreground;
    private final TileRunner runner;

    /**
     * @param program loaded, stays open
     * @param geometry of its tiles
     * @param target what it learns
     * @param foreground channel of the cells, where there are no classes
     */
    ProgramClassifier(
            final TrainableProgram program,
            final TileGeometry geometry,
            final ProgramTarget target,
            final int foreground) {
        this.geometry = geometry;
        this.target = target;
        this.foreground = foreground;
        runner = new TileRunner(new Tiles(program));
    }

    /** The program as a function of a tile. */
    private final class Tiles implements TileNetwork {

        private final TrainableProgram program;

        Tiles(final TrainableProgram program) {
            this.program = program;
        }

        @Override
        public TileGeometry geometry() {
            return geometry;
        }

        @Override
        public int channels() {
            return program.form().channels();
        }

        @Override
        public int outputs() {
            return program.form().outputs();
        }

        @Override
        public float[] compute(final float[] block, final int[] size) {
            return program.outputs(block, size[0], size[1]);
        }
    }

    /**
     * The tiles of a slice.
     *
     * @throws io.github.unetfiji.UNetException if the halo leaves nothing of them
     */
    static TilePlan plan(final TileGeometry geometry, final int width, final int height) {
        return TilePlan.fewestPixels(geometry, new int[] {width, height}, LARGEST_TILE);
    }

    private TilePlan plan(final int width, final int height) {
        return runner.affordable(plan(geometry, width, height));
    }

    @Override
    public int tiles(final int width, final int height) {
        return plan(width, height).tileCount();
    }

    /**
     * {@inheritDoc}
     *
     * @throws NotFiniteException if the program gives no finite values
     */
    @Override
    public float[] probabilities(
            final float[] image, final int width, final int height, final Progress progress) {
        final float[] outputs =
                runner.compute(BlockReader.of(image, width, height), plan(width, height), progress);
        for (final float output : outputs) {
            if (!Float.isFinite(output)) {
                throw new NotFiniteException("The program gives " + output + ".");
            }
        }
        return target.probabilities(outputs, width * height, foreground);
    }
}
